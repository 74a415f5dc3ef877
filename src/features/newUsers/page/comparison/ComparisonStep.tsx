import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { useJob } from "../../../../core/page/useWorkspace.ts";
import type { StepPlace } from "../../../../ui/outline/OutlineStep.ts";
import { ProgressBar } from "../../../../ui/ProgressBar.tsx";
import { Result } from "../../../../ui/Result.tsx";
import { RunBar } from "../../../../ui/RunBar.tsx";
import { ScrollRegion } from "../../../../ui/ScrollRegion.tsx";
import { Step } from "../../../../ui/Step.tsx";
import { duration, timeLeft } from "../../../../ui/words.ts";
import type { Comparison, ComparisonProgress, MetricIntervals, UpdateResult } from "../../api.ts";
import { difference, withInterval } from "../intervals/words.ts";
import { JOBS, NewUsersStore } from "../NewUsersStore.ts";
import { nextStep } from "../nextStep.ts";
import { useOutdated } from "../outdated.ts";
import styles from "./ComparisonStep.module.css";
import { WayPlots } from "./WayPlots.tsx";
import { WhenToRetrain } from "./WhenToRetrain.tsx";

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
      claim={claim(outdated === "" ? (found?.result ?? null) : null)}
      about="Three options: update (fitPartial), fold in new users only, or retrain from scratch, which can end with one more pass over the latest ratings. 5-fold cross-validation on the new ratings; each fold chooses the number of update epochs on its own hold-out."
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
    return "Updates differ in accuracy, in time and in what they do to everyone else.";
  }
  return hasNewUsers(outcome)
    ? outcome.claim
    : "There are no new users to measure on. Move the line to the left.";
}

function hasNewUsers({ fitPartial }: Comparison): boolean {
  return !Number.isNaN(fitPartial.intervals.newUsers.auc.mean);
}

function Ways({ outcome }: { outcome: Comparison }) {
  const { fitPartial, foldIn, retrain, retrainThenUpdate } = outcome;
  const ways: Column[] = [
    { name: "Update", ...fitPartial },
    { name: "Fold-in", ...foldIn },
    { name: "Retrain", ...retrain },
    { name: "Retrain, then update", ...retrainThenUpdate },
  ];
  return (
    <>
      <ScrollRegion label="Ways to update, in figures" className={styles.scroll}>
        <table>
          <caption className="visuallyHidden">The three ways to update</caption>
          <thead>
            <tr>
              <td />
              {ways.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROWS.map(({ label, of }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {ways.map((way) => (
                  <td key={way.name}>{of(way)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
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

/** A way to update; without a drift where that is not measured. */
type Column = { name: string } & Omit<UpdateResult, "drift"> & Partial<Pick<UpdateResult, "drift">>;

const ROWS: { label: string; of: (way: Column) => string }[] = [
  { label: "New users, AUC", of: ({ intervals }) => withInterval(intervals.newUsers.auc) },
  {
    label: "New users, precision at 10",
    of: ({ intervals }) => withInterval(intervals.newUsers.precisionAt10),
  },
  { label: "Old users, AUC", of: ({ intervals }) => withInterval(intervals.oldUsers.auc) },
  {
    label: "Old users, precision at 10",
    of: ({ intervals }) => withInterval(intervals.oldUsers.precisionAt10),
  },
  { label: "Time per run", of: ({ seconds }) => duration(seconds) },
  { label: "Effect on everyone else (AUC)", of: ({ drift }) => effect(drift, "auc") },
  { label: "Effect on everyone else (precision)", of: ({ drift }) => effect(drift, "precisionAt10") },
];

function effect(drift: Column["drift"], figure: keyof MetricIntervals): string {
  if (drift === undefined) return "not measured";
  return drift === null ? "none" : difference(drift[figure]);
}
