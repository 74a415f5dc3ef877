import { SampleNote } from "../../../core/page/SampleNote.tsx";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { useJob } from "../../../core/page/useWorkspace.ts";
import { Story } from "../../../ui/outline/Story.tsx";
import { ProgressBar } from "../../../ui/ProgressBar.tsx";
import { RunBar } from "../../../ui/RunBar.tsx";
import { count, timeLeft } from "../../../ui/words.ts";
import styles from "./Quality.module.css";
import { dueParts, isWhole, MEASURING, QualityStore } from "./QualityStore.ts";
import { SeedField } from "./SettingsFields.tsx";
import { addressOf, PLACE } from "./settings.ts";
import { STEPS } from "./steps.tsx";

const SAVED = [
  { kind: "report", label: "Report (HTML)" },
  { kind: "modelCard", label: "Model card (Markdown)" },
  { kind: "csv", label: "Figures (CSV)" },
  { kind: "json", label: "Figures (JSON)" },
] as const;

/** How good recommendations are on this data, beyond one number, and what may go wrong with them. */
export function Quality() {
  const { settings, progress, stopped, found } = useSelected(QualityStore, (state) => state);
  const { measure, save } = useStore(QualityStore);
  const job = useJob(MEASURING);
  const due = dueParts(found, settings).length;
  const isMeasured = Object.keys(found).length > 0;

  return (
    <>
      <h1>Quality</h1>
      <p className="lede">
        How good are these recommendations, and what can go wrong with them? Five questions, answered by
        experiments on this data.
      </p>
      <SampleNote />
      <div className={styles.bar}>
        <RunBar
          label={isMeasured ? "Measure again" : "Measure"}
          primary={!isMeasured}
          job={job}
          status={statusOf(stopped, isMeasured, due)}
          onRun={() => void measure()}
        />
        <SeedField />
      </div>
      {isWhole(found, settings) && !job.running && (
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
      <Story place={PLACE} addressOf={(step) => addressOf(settings, step)} steps={STEPS} />
    </>
  );
}

/** What the button would do, where that is not obvious. */
function statusOf(stopped: boolean, isMeasured: boolean, due: number): string {
  if (stopped) return "Stopped.";
  if (!isMeasured) return "Takes about a minute.";
  return due === 0 ? "" : `Measures the ${count(due, "part")} missing or out of date.`;
}
