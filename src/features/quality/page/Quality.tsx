import { useId } from "react";
import { JobStore } from "../../../core/page/JobStore.ts";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { useBlocked, useIsRunning } from "../../../core/page/useWorkspace.ts";
import { ProgressBar } from "../../../ui/ProgressBar.tsx";
import { RunBar } from "../../../ui/RunBar.tsx";
import { timeLeft } from "../../../ui/words.ts";
import { Accuracy, BeyondAccuracy, ClosedLoop, Fraud, PopularityBias } from "./Parts.tsx";
import styles from "./Quality.module.css";
import { MEASURING, QualityStore } from "./QualityStore.ts";

const SAVED = [
  { kind: "report", label: "Report (HTML)" },
  { kind: "modelCard", label: "Model card (Markdown)" },
  { kind: "csv", label: "Figures (CSV)" },
  { kind: "json", label: "Figures (JSON)" },
] as const;

/** How good recommendations are on this data, beyond one number, and what may go wrong with them. */
export function Quality() {
  const { seed, progress, stopped, found, foundWith } = useSelected(QualityStore, (state) => state);
  const { measure, chooseSeed, save } = useStore(QualityStore);
  const jobs = useStore(JobStore);
  const running = useIsRunning(MEASURING);
  const blocked = useBlocked();
  const field = useId();
  const isMeasured = found.accuracy !== undefined;
  const isOutdated = isMeasured && foundWith !== seed;
  const isWhole = found.robustness !== undefined && !running;

  return (
    <>
      <h1>Quality</h1>
      <p className="lede">
        How good are these recommendations? Accuracy on ratings the model has not seen, and the four questions
        that accuracy does not answer.
      </p>
      <div className={styles.bar}>
        <RunBar
          label={isMeasured ? "Measure again" : "Measure"}
          primary={!isMeasured}
          running={running}
          blocked={blocked}
          status={stopped ? "Stopped." : isMeasured ? "" : "Takes about a minute."}
          onRun={() => void measure()}
          onStop={() => void jobs.cancel()}
        />
        <label className={styles.seed} htmlFor={field}>
          Seed
          <input
            id={field}
            type="number"
            min={0}
            step={1}
            value={seed}
            disabled={running}
            onChange={({ currentTarget }) =>
              chooseSeed(Math.max(0, Math.floor(currentTarget.valueAsNumber || 0)))
            }
          />
        </label>
      </div>
      {isWhole && (
        <fieldset className={styles.files}>
          <legend>Save</legend>
          {SAVED.map(({ kind, label }) => (
            <button key={kind} type="button" onClick={() => void save(kind)}>
              {label}
            </button>
          ))}
        </fieldset>
      )}
      {isOutdated && <p role="status">Out of date: measured with seed {foundWith}.</p>}
      {running && (
        <ProgressBar
          name="Measuring quality"
          done={progress?.done ?? 0}
          words={[progress?.doing ?? "Preparing…", ...timeLeft(progress)]}
        />
      )}
      {found.accuracy && <Accuracy found={found.accuracy} />}
      {found.beyondAccuracy && <BeyondAccuracy found={found.beyondAccuracy} />}
      {found.popularityBias && <PopularityBias found={found.popularityBias} />}
      {found.closedLoop && <ClosedLoop found={found.closedLoop} />}
      {found.robustness && <Fraud found={found.robustness} titles={found.titles ?? {}} />}
    </>
  );
}
