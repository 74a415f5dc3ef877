import { useMemo, useState } from "react";
import { JobStore } from "../../../../core/page/JobStore.ts";
import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { useBlocked, useIsRunning } from "../../../../core/page/useWorkspace.ts";
import { WorkspaceStore } from "../../../../core/page/WorkspaceStore.ts";
import { ProgressBar } from "../../../../ui/ProgressBar.tsx";
import { Curve } from "../../../../ui/plot/Curve.tsx";
import { RunBar } from "../../../../ui/RunBar.tsx";
import { Step } from "../../../../ui/Step.tsx";
import { timeLeft } from "../../../../ui/words.ts";
import { JOBS, NewUsersStore } from "../NewUsersStore.ts";
import { nextStep } from "../nextStep.ts";
import { outdated } from "../outdated.ts";
import { SearchTable } from "./SearchTable.tsx";
import styles from "./TuningStep.module.css";
import { aboutPoint, aboutSearch, aboutTuning, bestPoint } from "./words.ts";

const BUDGETS = [15, 30, 60, 120, 300];

/** How many epochs, and which settings: tried on the known part alone, a share of it held out. */
export function TuningStep() {
  const tuning = useSelected(NewUsersStore, (state) => state.tuning);
  const search = useSelected(NewUsersStore, (state) => state.search);
  const cut = useSelected(NewUsersStore, (state) => state.cut);
  const isNext = useSelected(NewUsersStore, (state) => nextStep(state) === "tune");
  const { tune, search: startSearch, use } = useStore(NewUsersStore);
  const jobs = useStore(JobStore);
  const isTuning = useIsRunning(JOBS.tuning.name);
  const isSearching = useIsRunning(JOBS.search.name);
  const blocked = useBlocked();
  const settings = useSelected(WorkspaceStore, ({ model }) => model?.settings);
  const [budget, setBudget] = useState(30);
  const { points, popularity } = tuning;
  const stop = () => void jobs.cancel();
  const best = bestPoint(points);
  const columns = useMemo(
    () => ({
      epochs: points.map((point) => point.epochs),
      aucs: points.map((point) => point.auc),
      precisions: points.map((point) => point.precisionAt10),
    }),
    [points],
  );
  const baseline = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? null : { value, label: "popularity" };
  const lastEpoch = Math.max(isTuning ? 40 : 0, points.at(-1)?.epochs ?? 0);
  const winner = search.trials.find(({ number }) => number === search.best);

  return (
    <Step
      title="Tuning"
      about="How many epochs? Train on 70% of the known ratings and check accuracy on the other 30%."
    >
      <RunBar
        label={points.length === 0 ? "Tune" : "Tune again"}
        primary={isNext}
        running={isTuning}
        blocked={blocked}
        status={points.length === 0 ? "" : statusOf(tuning.stopped, outdated(tuning.setup, cut))}
        onRun={() => void tune()}
        onStop={stop}
      />
      {isTuning && (
        <ProgressBar name="Tuning" done={tuning.progress?.done ?? 0} words={progressWords(tuning.progress)} />
      )}
      {points.length > 0 && (
        <>
          <div className={styles.curves}>
            <Curve
              title="AUC over epochs"
              unit="share of pairs in the right order"
              epochs={columns.epochs}
              values={columns.aucs}
              lastEpoch={lastEpoch}
              baseline={baseline(popularity?.auc)}
              better="higher"
              sentence={aboutPoint("AUC", points, (point) => point.auc)}
            />
            <Curve
              title="Precision at 10 over epochs"
              unit="share of the top ten that were liked"
              epochs={columns.epochs}
              values={columns.precisions}
              lastEpoch={lastEpoch}
              baseline={baseline(popularity?.precisionAt10)}
              better="higher"
              sentence={aboutPoint("precision at 10", points, (point) => point.precisionAt10)}
            />
          </div>
          {best !== null && settings !== undefined && (
            <Verdict
              sentence={aboutTuning(best)}
              label="Use these epochs"
              disabled={blocked !== null}
              onUse={() => use({ ...settings, epochs: best.epochs })}
            />
          )}
        </>
      )}
      <div className={styles.search}>
        <h3>Search for better settings</h3>
        <p>
          Random settings get a short training; the best third train longer. Scored on a separate hold-out, so
          compare these numbers only with each other.
        </p>
        <label className={styles.budget}>
          For{" "}
          <select
            value={budget}
            disabled={isSearching}
            onChange={(event) => setBudget(Number(event.target.value))}
          >
            {BUDGETS.map((seconds) => (
              <option key={seconds} value={seconds}>
                {seconds} seconds
              </option>
            ))}
          </select>
        </label>
        <RunBar
          label={search.trials.length === 0 ? "Search" : "Search again"}
          primary={false}
          running={isSearching}
          blocked={blocked}
          status={statusOf(search.stopped, outdated(search.setup, cut))}
          onRun={() => void startSearch(budget)}
          onStop={stop}
        />
        {isSearching && (
          <ProgressBar
            name="Searching for settings"
            done={search.progress?.done ?? 0}
            words={progressWords(search.progress)}
          />
        )}
        {search.trials.length > 0 && <SearchTable trials={search.trials} best={search.best} />}
        {winner !== undefined && (
          <Verdict
            sentence={aboutSearch(winner, search.trials.length)}
            label="Use these settings"
            disabled={blocked !== null}
            onUse={() => use(winner.settings)}
          />
        )}
      </div>
    </Step>
  );
}

function statusOf(stopped: boolean, outdated: string): string {
  return [stopped ? "Stopped. Showing the best so far." : "", outdated].filter(Boolean).join(" ");
}

function progressWords(progress: { secondsLeft: number | null } | null): string[] {
  if (progress === null) return ["Preparing…"];
  return progress.secondsLeft === null ? ["Started"] : timeLeft(progress);
}

function Verdict(props: { sentence: string; label: string; disabled: boolean; onUse: () => void }) {
  return (
    <div className={styles.verdict}>
      <p>{props.sentence}</p>
      <button type="button" disabled={props.disabled} onClick={props.onUse}>
        {props.label}
      </button>
    </div>
  );
}
