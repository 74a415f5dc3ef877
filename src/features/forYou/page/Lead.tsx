import { useSession } from "../../../core/page/session/SessionProvider.tsx";
import { ProgressLine } from "../../../ui/ProgressLine.tsx";
import styles from "./Lead.module.css";
import { leadOf } from "./leadOf.ts";

/** The heading, one sentence on how things stand, and a line of progress while there is some. */
export function Lead() {
  const session = useSession();
  const { loading, training } = session;
  return (
    <div className={styles.lead}>
      <h1>For your next evening</h1>
      <p className="lede">{leadOf(session)}</p>
      <div className={styles.progress}>
        {loading !== null && (
          <ProgressLine
            name="Reading"
            done={loading.totalBytes > 0 ? loading.bytes / loading.totalBytes : 0}
          />
        )}
        {loading === null && training.running && (
          <ProgressLine name="Training" done={training.progress?.done ?? 0} />
        )}
      </div>
    </div>
  );
}
