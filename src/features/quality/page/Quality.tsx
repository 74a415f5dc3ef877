import { useId } from "react";
import { type Dependencies, outdated } from "../../../core/page/Computed.ts";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { useJob } from "../../../core/page/useWorkspace.ts";
import { ProgressBar } from "../../../ui/ProgressBar.tsx";
import { Result } from "../../../ui/Result.tsx";
import { RunBar } from "../../../ui/RunBar.tsx";
import { timeLeft } from "../../../ui/words.ts";
import type { QualitySettings } from "../api.ts";
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
  const { settings, progress, stopped, found } = useSelected(QualityStore, (state) => state);
  const { measure, choose, save } = useStore(QualityStore);
  const job = useJob(MEASURING);
  const field = useId();
  const { accuracy, beyondAccuracy, popularityBias, closedLoop, robustness, titles } = found?.result ?? {};
  const isMeasured = accuracy !== undefined;
  const isWhole = robustness !== undefined && !job.running;

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
          job={job}
          status={stopped ? "Stopped." : isMeasured ? "" : "Takes about a minute."}
          onRun={() => void measure()}
        />
        <label className={styles.seed} htmlFor={field}>
          Seed
          <input
            id={field}
            type="number"
            min={0}
            step={1}
            value={settings.seed}
            disabled={job.running}
            onChange={({ currentTarget }) =>
              choose({ seed: Math.max(0, Math.floor(currentTarget.valueAsNumber || 0)) })
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
      {job.running && (
        <ProgressBar
          name="Measuring quality"
          done={progress?.done ?? 0}
          words={[progress?.doing ?? "Preparing…", ...timeLeft(progress)]}
        />
      )}
      {isMeasured && (
        <Result
          outdated={found === null ? "" : outdated(found.setup, settings, DEPENDENCIES)}
          job={job}
          onRunAgain={() => void measure()}
        >
          <Accuracy found={accuracy} />
          {beyondAccuracy && <BeyondAccuracy found={beyondAccuracy} />}
          {popularityBias && <PopularityBias found={popularityBias} />}
          {closedLoop && <ClosedLoop found={closedLoop} />}
          {robustness && <Fraud found={robustness} titles={titles ?? {}} />}
        </Result>
      )}
    </>
  );
}

const DEPENDENCIES: Dependencies<QualitySettings> = { seed: (seed) => `seed ${seed}` };
