import { useState } from "react";
import { JobStore } from "../../../core/page/JobStore.ts";
import { RatingsStore } from "../../../core/page/ratings/RatingsStore.ts";
import { shareRead } from "../../../core/page/shareRead.ts";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { useDataset, useNouns } from "../../../core/page/useWorkspace.ts";
import { WorkspaceStore } from "../../../core/page/WorkspaceStore.ts";
import { ProgressLine } from "../../../ui/ProgressLine.tsx";
import { useStill } from "../../../ui/useStill.ts";
import { ForYouStore } from "./ForYouStore.ts";
import styles from "./Lead.module.css";
import { leadOf } from "./leadOf.ts";
import { ShareDialog } from "./together/ShareDialog.tsx";

/** What an evening is spent with. */
const EVENING: ReadonlySet<string> = new Set(["film", "anime", "book", "game"]);

/** The heading, one sentence on how things stand, and a progress line while something is under way. */
export function Lead() {
  const dataset = useDataset();
  const { one } = useNouns();
  const { trainFully } = useStore(ForYouStore);
  const [isSharing, share] = useState(false);
  const reading = useSelected(WorkspaceStore, (state) => state.reading);
  const job = useSelected(JobStore, (state) => state.job);
  const wasStopped = useSelected(WorkspaceStore, ({ model }) => model?.stopped === true) && job === null;
  const ratings = useSelected(RatingsStore, (state) => state.list);
  const recommendations = useSelected(ForYouStore, (state) => state.recommendations);
  return (
    <div className={styles.lead}>
      <h1>{EVENING.has(one) ? "For your next evening" : "Picked for you"}</h1>
      <p className="lede">{leadOf({ dataset, reading, job, ratings, recommendations })}</p>
      <div className={styles.company}>
        {wasStopped && (
          <button type="button" onClick={trainFully}>
            Train the full model
          </button>
        )}
        <a href="#/together">Tonight with somebody</a>
        <button type="button" onClick={() => share(true)}>
          Share this list
        </button>
      </div>
      {isSharing && <ShareDialog onClose={() => share(false)} />}
      {reading !== null && <Progress name="Loading" done={shareRead(reading)} isPaused={false} />}
      {reading === null && job !== null && (
        <Progress name={job.status} done={job.progress?.done ?? 0} isPaused={job.isPaused ?? false} />
      )}
    </div>
  );
}

/** A line in the gap below; where it does not move for a second, the words behind it say for how long. */
function Progress({ name, done, isPaused }: { name: string; done: number; isPaused: boolean }) {
  const still = useStill(done);
  return (
    <div className={styles.progress}>
      <ProgressLine name={name} done={done} />
      {still > 0 && !isPaused && <span>{still} s on this step</span>}
    </div>
  );
}
