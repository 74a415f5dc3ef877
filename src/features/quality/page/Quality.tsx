import { outdated } from "../../../core/page/Computed.ts";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { useJob } from "../../../core/page/useWorkspace.ts";
import { sectionsOf } from "../../../experiment/report/sections.ts";
import { ProgressBar } from "../../../ui/ProgressBar.tsx";
import { RunBar } from "../../../ui/RunBar.tsx";
import { timeLeft } from "../../../ui/words.ts";
import { FindingSection } from "./FindingSection.tsx";
import styles from "./Quality.module.css";
import { MEASURING, QualityStore } from "./QualityStore.ts";
import { SettingsFields } from "./SettingsFields.tsx";
import { DEPENDENCIES } from "./settings.ts";

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
  const sections = sectionsOf(found?.result ?? {});
  const isMeasured = sections.length > 0;
  const isWhole = found?.result.robustness !== undefined && !job.running;
  const run = () => void measure();

  return (
    <>
      <h1>Quality</h1>
      <p className="lede">
        How good are these recommendations? Accuracy on ratings the model has not seen, and the four questions
        that accuracy does not answer.
      </p>
      <SettingsFields settings={settings} disabled={job.running} onChoose={choose} />
      <div className={styles.bar}>
        <RunBar
          label={isMeasured ? "Measure again" : "Measure"}
          primary={!isMeasured}
          job={job}
          status={stopped ? "Stopped." : isMeasured ? "" : "Takes about a minute."}
          onRun={run}
        />
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
      {sections.map((section) => (
        <FindingSection
          key={section.part}
          section={section}
          outdated={found ? outdated(found.setup, settings, DEPENDENCIES[section.part]) : ""}
          job={job}
          onRunAgain={run}
        />
      ))}
    </>
  );
}
