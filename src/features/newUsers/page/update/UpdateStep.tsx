import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { useJob } from "../../../../core/page/useWorkspace.ts";
import type { StepPlace } from "../../../../ui/outline/OutlineStep.ts";
import { ProgressBar } from "../../../../ui/ProgressBar.tsx";
import { Result } from "../../../../ui/Result.tsx";
import { RunBar } from "../../../../ui/RunBar.tsx";
import { Step } from "../../../../ui/Step.tsx";
import { count, duration, timeLeft } from "../../../../ui/words.ts";
import type { UpdateOutcome, UpdateProgress } from "../../api.ts";
import { JOBS, NewUsersStore } from "../NewUsersStore.ts";
import { nextStep } from "../nextStep.ts";
import { useOutdated } from "../outdated.ts";
import { UpdateFigures } from "./UpdateFigures.tsx";
import { UserPicker } from "./UserPicker.tsx";

const PHASES = { fit: "Training on known ratings", fitPartial: "Updating with new ratings" };

/** Trains on what is known, then updates with what is new. */
export function UpdateStep(place: StepPlace) {
  const { progress, found, stopped } = useSelected(NewUsersStore, (state) => state.update);
  const next = useSelected(NewUsersStore, nextStep);
  const { update } = useStore(NewUsersStore);
  const job = useJob(JOBS.update.name);
  const outdated = useOutdated(found, "training");

  return (
    <Step
      {...place}
      claim={claim(outdated === "" ? (found?.result ?? null) : null)}
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

function claim(outcome: UpdateOutcome | null): string {
  if (outcome === null) return "A trained model takes in new ratings and new users without starting over.";
  return `The model took in ${count(outcome.new, "new rating")} in ${duration(outcome.fitPartialSeconds)}; training on the known ratings took ${duration(outcome.fitSeconds)}.`;
}

function Course({ progress }: { progress: UpdateProgress | null }) {
  const words = [PHASES[progress?.phase ?? "fit"], ...timeLeft(progress)];
  return <ProgressBar name="Adding new users" done={progress?.done ?? 0} words={words} />;
}
