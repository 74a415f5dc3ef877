import { type Job, JobStore } from "../../../core/page/JobStore.ts";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { useJob, useNouns } from "../../../core/page/useWorkspace.ts";
import { ProgressLine } from "../../../ui/ProgressLine.tsx";
import { StopButton } from "../../../ui/StopButton.tsx";
import styles from "./MapOfTaste.module.css";
import { ARRANGING, MapStore } from "./MapStore.ts";

/** How far the arranging of the map is, and a button to stop or resume it. */
export function Making({ isFinal }: { isFinal: boolean }) {
  const job = useSelected(JobStore, (state) => state.job);
  const stopped = useSelected(MapStore, (state) => state.stopped);
  const arranging = useJob(ARRANGING);
  const { arrangeAgain } = useStore(MapStore);
  const nouns = useNouns();
  if (isFinal) return null;
  return (
    <div className={styles.making}>
      <p>
        {arranging.running
          ? `A rough map for now: similar ${nouns.many} are still moving together.`
          : stopped
            ? "Stopped early, so the map is rough in places."
            : `A rough map for now.${job === null ? "" : ` ${whenArranged(job)}`}`}
      </p>
      {arranging.running && job !== null && (
        <ProgressLine name="Arranging the map" done={job.progress?.done ?? 0} />
      )}
      {arranging.running && <StopButton job={arranging} />}
      {stopped && !arranging.running && (
        <button type="button" disabled={job !== null} onClick={arrangeAgain}>
          Arrange the map
        </button>
      )}
    </div>
  );
}

function whenArranged({ name, isPaused }: Job): string {
  // Only training can be paused.
  return isPaused
    ? "It will be arranged after training, which is paused: resume or stop it on Training."
    : `It will be arranged when ${name} finishes.`;
}
