import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { useJob } from "../../../../core/page/useWorkspace.ts";
import type { StepPlace } from "../../../../ui/outline/OutlineStep.ts";
import { ProgressBar } from "../../../../ui/ProgressBar.tsx";
import { Result } from "../../../../ui/Result.tsx";
import { RunBar } from "../../../../ui/RunBar.tsx";
import { Step } from "../../../../ui/Step.tsx";
import { duration, timeLeft } from "../../../../ui/words.ts";
import type { Comparison, ComparisonProgress, UpdateResult } from "../../api.ts";
import { JOBS, NewUsersStore } from "../NewUsersStore.ts";
import { nextStep } from "../nextStep.ts";
import { useOutdated } from "../outdated.ts";
import styles from "./ComparisonStep.module.css";
import { WayPlots } from "./WayPlots.tsx";
import { WhenToRetrain } from "./WhenToRetrain.tsx";
import { difference, figure } from "./words.ts";

const PHASES: Record<ComparisonProgress["phase"], string> = {
  known: "Training on known ratings",
  fitPartial: "Updating (fitPartial)",
  foldIn: "Folding in",
  retrain: "Retraining, fold by fold",
  drift: "Checking the effect on inactive users",
};

/** Updating, folding in and retraining, side by side. */
export function ComparisonStep(place: StepPlace) {
  const { progress, stopped, found } = useSelected(NewUsersStore, (state) => state.comparison);
  const isNext = useSelected(NewUsersStore, (state) => nextStep(state) === "compare");
  const { compare } = useStore(NewUsersStore);
  const job = useJob(JOBS.comparison.name);
  const outdated = useOutdated(found, "training");
  const words = progress === null ? ["Preparing…"] : [PHASES[progress.phase], ...timeLeft(progress)];

  return (
    <Step
      {...place}
      claim={claim(found?.result ?? null)}
      about="Three options: update (fitPartial), fold in new users only, or retrain from scratch. 5-fold cross-validation on the new ratings; each fold chooses the epochs of the update on a hold-out of its own."
    >
      <RunBar
        label={found === null ? "Compare" : "Compare again"}
        primary={isNext}
        job={job}
        status={stopped ? "Stopped." : found === null ? "Takes a minute or two: it retrains five times." : ""}
        onRun={() => void compare()}
      />
      {job.running && (
        <ProgressBar name="Comparing update methods" done={progress?.done ?? 0} words={words} />
      )}
      {found !== null && (
        <Result outdated={outdated} job={job} onRunAgain={() => void compare()}>
          <Ways outcome={found.result} />
        </Result>
      )}
    </Step>
  );
}

function claim(outcome: Comparison | null): string {
  if (outcome === null) {
    return "Ways to update differ in accuracy, in time and in what they do to everyone else.";
  }
  return hasNewUsers(outcome)
    ? outcome.claim
    : "There are no new users to measure on. Move the line to the left.";
}

function hasNewUsers({ fitPartial }: Comparison): boolean {
  return !Number.isNaN(fitPartial.intervals.newUsers.auc.mean);
}

function Ways({ outcome }: { outcome: Comparison }) {
  return (
    <>
      <div className={styles.scroll}>
        <table>
          <caption className="visuallyHidden">The three ways to update</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">Update</th>
              <th scope="col">Fold-in</th>
              <th scope="col">Retrain</th>
            </tr>
          </thead>
          <tbody>
            {ROWS.map(({ label, of }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{of(outcome.fitPartial)}</td>
                <td>{of(outcome.foldIn)}</td>
                <td>{of(outcome.retrain)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <WayPlots outcome={outcome} />
      {hasNewUsers(outcome) && (
        <ul className={styles.verdict}>
          {outcome.advice.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <WhenToRetrain course={outcome.course} />
    </>
  );
}

const ROWS: { label: string; of: (result: UpdateResult) => string }[] = [
  { label: "New users, AUC", of: ({ intervals }) => figure(intervals.newUsers.auc.mean) },
  {
    label: "New users, precision at 10",
    of: ({ intervals }) => figure(intervals.newUsers.precisionAt10.mean),
  },
  { label: "Old users, AUC", of: ({ intervals }) => figure(intervals.oldUsers.auc.mean) },
  {
    label: "Old users, precision at 10",
    of: ({ intervals }) => figure(intervals.oldUsers.precisionAt10.mean),
  },
  { label: "Time per run", of: ({ seconds }) => duration(seconds) },
  { label: "Effect on everyone else (AUC)", of: ({ drift }) => (drift ? difference(drift.auc) : "none") },
  {
    label: "Effect on everyone else (precision)",
    of: ({ drift }) => (drift ? difference(drift.precisionAt10) : "none"),
  },
];
