import { type Job, JobStore } from "../../../core/page/JobStore.ts";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { useJob, useNouns } from "../../../core/page/useWorkspace.ts";
import { ProgressLine } from "../../../ui/ProgressLine.tsx";
import { StopButton } from "../../../ui/StopButton.tsx";
import styles from "./MapOfTaste.module.css";
import { ARRANGING, MapStore } from "./MapStore.ts";

/** How far the map is, and a way to stop it or to let it go on. */
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
          ? `A rough map for now: ${nouns.many} that are alike are still finding each other.`
          : stopped
            ? "The map was stopped before everything had found its place."
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
  const when = `It is arranged when ${name} finishes`;
  return isPaused ? `${when}, which is paused: resume or stop it on Training.` : `${when}.`;
}
