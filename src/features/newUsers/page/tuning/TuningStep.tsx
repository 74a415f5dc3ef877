import { useMemo, useState } from "react";
import { hindranceOf } from "../../../../core/page/session/hindrance.ts";
import { useActions, useSession } from "../../../../core/page/session/SessionProvider.tsx";
import { ProgressBar } from "../../../../ui/ProgressBar.tsx";
import { Curve } from "../../../../ui/plot/Curve.tsx";
import { RunBar } from "../../../../ui/RunBar.tsx";
import { Step } from "../../../../ui/Step.tsx";
import { duration } from "../../../training/page/sentences.ts";
import { movedSince } from "../movedSince.ts";
import { nextStep } from "../nextStep.ts";
import { SearchTable } from "./SearchTable.tsx";
import styles from "./TuningStep.module.css";
import { aboutPoint, aboutSearch, aboutTuning, bestPoint } from "./words.ts";

const BUDGETS = [15, 30, 60, 120, 300];

/** How long to learn, and with what settings: tried on the current part alone, a share of it held out. */
export function TuningStep() {
  const session = useSession();
  const { tune, searchSettings, stop, train } = useActions();
  const [budget, setBudget] = useState(30);
  const { tuning, search } = session.newUsers;
  const hindrance = hindranceOf(session);
  const { points, popularity } = tuning;
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
    value === undefined || Number.isNaN(value) ? null : { value, label: "popularity alone" };
  const lastEpoch = Math.max(tuning.running ? 40 : 0, points.at(-1)?.epochs ?? 0);
  const winner = search.trials.find(({ number }) => number === search.best);

  return (
    <Step
      title="Tuning"
      about="How long should it learn? One training run on 70 % of the current ratings is examined along the way on the other 30 %; new ones play no part."
    >
      <RunBar
        label={points.length === 0 ? "Tune" : "Tune again"}
        primary={nextStep(session) === "tune"}
        running={tuning.running}
        hindrance={hindrance}
        standing={
          points.length === 0
            ? "Not tuned yet."
            : stoppedOr(tuning.stopped, movedSince(tuning.ground, session.newUsers.cut))
        }
        onRun={tune}
        onStop={stop}
      />
      {tuning.running && (
        <ProgressBar name="Tuning" done={tuning.progress?.done ?? 0} words={leftWords(tuning.progress)} />
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
              unit="share of the first ten that were liked"
              epochs={columns.epochs}
              values={columns.precisions}
              lastEpoch={lastEpoch}
              baseline={baseline(popularity?.precisionAt10)}
              better="higher"
              sentence={aboutPoint("precision at 10", points, (point) => point.precisionAt10)}
            />
          </div>
          {best !== null && tuning.ground !== null && (
            <Verdict
              sentence={aboutTuning(best)}
              label="Use these epochs"
              disabled={hindrance !== null}
              onUse={() => train({ ...session.training.settings, epochs: best.epochs }, "anew")}
            />
          )}
        </>
      )}
      <div className={styles.search}>
        <h3>Search for better settings</h3>
        <p>
          Components, learning rate, regularisation and sampling are drawn, learnt for a while, and the best
          third of them learn on. It never sees what tuning is examined on.
        </p>
        <label className={styles.budget}>
          For{" "}
          <select
            value={budget}
            disabled={search.running}
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
          running={search.running}
          hindrance={hindrance}
          standing={stoppedOr(search.stopped, movedSince(search.ground, session.newUsers.cut))}
          onRun={() => searchSettings(budget)}
          onStop={stop}
        />
        {search.running && (
          <ProgressBar
            name="Searching settings"
            done={search.progress?.done ?? 0}
            words={leftWords(search.progress)}
          />
        )}
        {search.trials.length > 0 && <SearchTable trials={search.trials} best={search.best} />}
        {winner !== undefined && (
          <Verdict
            sentence={aboutSearch(winner, search.trials.length)}
            label="Use these settings"
            disabled={hindrance !== null}
            onUse={() => train(winner.settings, "anew")}
          />
        )}
      </div>
    </Step>
  );
}

function stoppedOr(stopped: boolean, moved: string): string {
  return [stopped ? "Stopped; the best so far stands." : "", moved].filter(Boolean).join(" ");
}

function leftWords(progress: { secondsLeft: number | null } | null): string[] {
  if (progress === null) return ["Making ready"];
  return progress.secondsLeft === null ? ["Begun"] : [`${duration(progress.secondsLeft)} left`];
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
