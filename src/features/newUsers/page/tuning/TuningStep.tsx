import { useMemo } from "react";
import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { useJob } from "../../../../core/page/useWorkspace.ts";
import { WorkspaceStore } from "../../../../core/page/WorkspaceStore.ts";
import type { Interval } from "../../../../evaluation/intervals.ts";
import type { StepPlace } from "../../../../ui/outline/OutlineStep.ts";
import { ProgressBar } from "../../../../ui/ProgressBar.tsx";
import { Curve } from "../../../../ui/plot/Curve.tsx";
import { Result } from "../../../../ui/Result.tsx";
import { RunBar } from "../../../../ui/RunBar.tsx";
import { Step } from "../../../../ui/Step.tsx";
import { JOBS, NewUsersStore } from "../NewUsersStore.ts";
import { nextStep } from "../nextStep.ts";
import { useOutdated } from "../outdated.ts";
import { Search } from "./Search.tsx";
import styles from "./TuningStep.module.css";
import { Verdict } from "./Verdict.tsx";
import { aboutPoint, aboutTuning, bestPoint, progressWords, statusWords, tuningClaim } from "./words.ts";

/** How many epochs, and which settings: chosen on the known part alone, on a hold-out within its training part. */
export function TuningStep(place: StepPlace) {
  const { found, stopped, progress } = useSelected(NewUsersStore, (state) => state.tuning);
  const isNext = useSelected(NewUsersStore, (state) => nextStep(state) === "tune");
  const { tune, use } = useStore(NewUsersStore);
  const job = useJob(JOBS.tuning.name);
  const outdated = useOutdated(found, "model");
  const settings = useSelected(WorkspaceStore, ({ model }) => model?.settings);
  const { points, popularity, examined } = found?.result ?? NOTHING;
  const best = bestPoint(points);
  const columns = useMemo(
    () => ({
      epochs: points.map((point) => point.epochs),
      aucs: columnOf(points.map(({ intervals }) => intervals.auc)),
      precisions: columnOf(points.map(({ intervals }) => intervals.precisionAt10)),
    }),
    [points],
  );
  const baseline = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? null : { value, label: "popularity" };
  const lastEpoch = Math.max(job.running ? 40 : 0, points.at(-1)?.epochs ?? 0);

  return (
    <Step
      {...place}
      claim={tuningClaim(outdated === "" ? best : null, examined, stopped)}
      about="How many epochs? 30% of the known ratings are held out for a final test. Within the other 70%, another 30% is held out to choose on; the choice then trains on all 70% and is tested once. Precision is lower on the inner hold-out: it is smaller, and likes kept for the final test count as misses."
    >
      <RunBar
        label={points.length === 0 ? "Tune" : "Tune again"}
        primary={isNext}
        job={job}
        status={statusWords(stopped, points.length)}
        onRun={() => void tune()}
      />
      {job.running && (
        <ProgressBar name="Tuning" done={progress?.done ?? 0} words={progressWords(progress)} />
      )}
      {points.length > 0 && (
        <Result outdated={outdated} job={job} onRunAgain={() => void tune()}>
          <div className={styles.curves}>
            <Curve
              title="AUC over epochs"
              unit="share of pairs in the right order"
              epochs={columns.epochs}
              {...columns.aucs}
              lastEpoch={lastEpoch}
              baseline={baseline(popularity?.auc)}
              better="higher"
              sentence={aboutPoint("AUC", points, ({ intervals }) => intervals.auc)}
            />
            <Curve
              title="Precision at 10 over epochs"
              unit="share of the top ten that were liked"
              epochs={columns.epochs}
              {...columns.precisions}
              lastEpoch={lastEpoch}
              baseline={baseline(popularity?.precisionAt10)}
              better="higher"
              sentence={aboutPoint("precision at 10", points, ({ intervals }) => intervals.precisionAt10)}
            />
          </div>
          {best !== null && settings !== undefined && (
            <Verdict
              sentence={aboutTuning(best, points)}
              label="Use these epochs"
              onUse={() => use({ ...settings, epochs: best.epochs })}
            />
          )}
        </Result>
      )}
      <Search />
    </Step>
  );
}

const NOTHING = { points: [], popularity: null, examined: null };

/** A curve and the band around it. */
function columnOf(intervals: readonly Interval[]) {
  return {
    values: intervals.map(({ mean }) => mean),
    band: { low: intervals.map(({ low }) => low), high: intervals.map(({ high }) => high) },
  };
}
