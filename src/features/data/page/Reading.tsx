import type { Loading } from "../../../core/page/session/Session.ts";
import { useActions } from "../../../core/page/session/SessionProvider.tsx";
import { ProgressBar } from "../../../ui/ProgressBar.tsx";
import { count, megabytes } from "../../../ui/words.ts";
import { duration } from "../../training/page/sentences.ts";
import styles from "./Reading.module.css";

interface Props {
  loading: Loading;
  /** Whether there is other data to go back to. */
  optional: boolean;
}

/** How far a file has been read. */
export function Reading({ loading, optional }: Props) {
  const { keepData } = useActions();
  const { file, rows, bytes, totalBytes, secondsLeft } = loading;
  const words =
    totalBytes === 0
      ? [`Opening ${file}`]
      : [file, count(rows, "row"), `${megabytes(bytes)} of ${megabytes(totalBytes)}`];
  if (secondsLeft !== null && secondsLeft >= 1) words.push(`${duration(secondsLeft)} left`);
  return (
    <div className={styles.reading}>
      <ProgressBar name={`Reading ${file}`} done={totalBytes === 0 ? 0 : bytes / totalBytes} words={words} />
      {optional && (
        <button type="button" onClick={keepData}>
          Stop reading
        </button>
      )}
    </div>
  );
}
