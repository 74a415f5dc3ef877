import { useEffect, useRef } from "react";
import type { DatasetSummary } from "../../../../core/api/DatasetSummary.ts";
import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { useDataset, useIsIdle, useJob } from "../../../../core/page/useWorkspace.ts";
import { WorkspaceStore } from "../../../../core/page/WorkspaceStore.ts";
import { ProgressBar } from "../../../../ui/ProgressBar.tsx";
import { Result } from "../../../../ui/Result.tsx";
import { RunBar } from "../../../../ui/RunBar.tsx";
import { Step } from "../../../../ui/Step.tsx";
import { timeLeft } from "../../../../ui/words.ts";
import type { UpdateProgress } from "../../api.ts";
import { JOBS, NewUsersStore } from "../NewUsersStore.ts";
import { nextStep } from "../nextStep.ts";
import { useOutdated } from "../outdated.ts";
import { UpdateFigures } from "./UpdateFigures.tsx";
import { UserPicker } from "./UserPicker.tsx";

const PHASES = { fit: "Training on known ratings", fitPartial: "Updating with new ratings" };

/** Trains on what is known, then updates with what is new. */
export function UpdateStep() {
  const { progress, found, stopped } = useSelected(NewUsersStore, (state) => state.update);
  const next = useSelected(NewUsersStore, nextStep);
  const { update } = useStore(NewUsersStore);
  const job = useJob(JOBS.update.name);
  const isIdle = useIsIdle();
  const outdated = useOutdated(found, "training");
  const dataset = useDataset();
  const isTrained = useSelected(WorkspaceStore, ({ model }) => model !== null);

  // Starts by itself once for each data set: whoever stopped it does not want it to start again.
  const startedWith = useRef<DatasetSummary>(null);
  useEffect(() => {
    if (!isIdle || !isTrained || found !== null || startedWith.current === dataset) return;
    startedWith.current = dataset;
    void update();
  }, [isIdle, isTrained, found, dataset, update]);

  return (
    <Step
      title="Add new users"
      about="Train on known ratings only, then update with the new ones (fitPartial)."
    >
      <RunBar
        label={found === null ? "Add new users" : "Add them again"}
        primary={next === "update"}
        job={job}
        status={stopped ? "Stopped." : found === null ? "Takes a few seconds." : ""}
        onRun={() => void update()}
      />
      {job.running && <Course progress={progress} />}
      {found !== null && (
        <Result outdated={outdated} job={job} onRunAgain={() => void update()}>
          <UpdateFigures outcome={found.result} />
          {found.result.newUsers.length > 0 && (
            <UserPicker key={found.result.boundary} users={found.result.newUsers} />
          )}
        </Result>
      )}
    </Step>
  );
}

function Course({ progress }: { progress: UpdateProgress | null }) {
  const words = [PHASES[progress?.phase ?? "fit"], ...timeLeft(progress)];
  return <ProgressBar name="Adding new users" done={progress?.done ?? 0} words={words} />;
}
