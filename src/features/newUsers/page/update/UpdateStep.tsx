import { useEffect, useRef } from "react";
import type { DatasetSummary } from "../../../../core/api/DatasetSummary.ts";
import { JobStore } from "../../../../core/page/JobStore.ts";
import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { useBlocked, useDataset, useIsRunning } from "../../../../core/page/useWorkspace.ts";
import { WorkspaceStore } from "../../../../core/page/WorkspaceStore.ts";
import { ProgressBar } from "../../../../ui/ProgressBar.tsx";
import { RunBar } from "../../../../ui/RunBar.tsx";
import { Step } from "../../../../ui/Step.tsx";
import { timeLeft } from "../../../../ui/words.ts";
import type { UpdateProgress } from "../../api.ts";
import { JOBS, NewUsersStore } from "../NewUsersStore.ts";
import { nextStep } from "../nextStep.ts";
import { outdated } from "../outdated.ts";
import { UpdateFigures } from "./UpdateFigures.tsx";
import { UserPicker } from "./UserPicker.tsx";

const PHASES = { fit: "Training on known ratings", fitPartial: "Updating with new ratings" };

/** Trains on what is known, then updates with what is new. */
export function UpdateStep() {
  const { progress, outcome, setup, stopped } = useSelected(NewUsersStore, (state) => state.update);
  const cut = useSelected(NewUsersStore, (state) => state.cut);
  const next = useSelected(NewUsersStore, nextStep);
  const { update } = useStore(NewUsersStore);
  const jobs = useStore(JobStore);
  const running = useIsRunning(JOBS.update.name);
  const blocked = useBlocked();
  const dataset = useDataset();
  const isTrained = useSelected(WorkspaceStore, ({ model }) => model !== null);

  // Starts by itself once for each data set: whoever stopped it does not want it to start again.
  const startedWith = useRef<DatasetSummary>(null);
  useEffect(() => {
    if (blocked !== null || !isTrained || outcome !== null || startedWith.current === dataset) return;
    startedWith.current = dataset;
    void update();
  }, [blocked, isTrained, outcome, dataset, update]);

  return (
    <Step
      title="Add new users"
      about="Train on known ratings only, then update with the new ones (fitPartial)."
    >
      <RunBar
        label={outcome === null ? "Add new users" : "Add them again"}
        primary={next === "update"}
        running={running}
        blocked={blocked}
        status={stopped ? "Stopped." : outcome === null ? "Takes a few seconds." : outdated(setup, cut)}
        onRun={() => void update()}
        onStop={() => void jobs.cancel()}
      />
      {running && <Course progress={progress} />}
      {outcome !== null && (
        <>
          <UpdateFigures outcome={outcome} />
          {outcome.newUsers.length > 0 && <UserPicker key={outcome.boundary} users={outcome.newUsers} />}
        </>
      )}
    </Step>
  );
}

function Course({ progress }: { progress: UpdateProgress | null }) {
  const words = [PHASES[progress?.phase ?? "fit"], ...timeLeft(progress)];
  return <ProgressBar name="Adding new users" done={progress?.done ?? 0} words={words} />;
}
