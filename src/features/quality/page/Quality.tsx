import { SampleNote } from "../../../core/page/SampleNote.tsx";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { useJob } from "../../../core/page/useWorkspace.ts";
import { sectionsOf } from "../../../experiment/report/sections.ts";
import { ProgressBar } from "../../../ui/ProgressBar.tsx";
import { RunBar } from "../../../ui/RunBar.tsx";
import { count, timeLeft } from "../../../ui/words.ts";
import { FindingSection } from "./FindingSection.tsx";
import styles from "./Quality.module.css";
import { isWhole, MEASURING, outdatedBy, QualityStore, resultsOf } from "./QualityStore.ts";
import { SettingsFields } from "./SettingsFields.tsx";

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
  const sections = sectionsOf(resultsOf(found)).map((section) => ({
    section,
    outdated: outdatedBy(found, section.part, settings),
  }));
  const isMeasured = sections.length > 0;
  const due = sections.filter(({ outdated }) => outdated !== "").length;
  const canSave = isWhole(found, settings) && !job.running;

  return (
    <>
      <h1>Quality</h1>
      <p className="lede">
        How good are these recommendations? Accuracy on ratings the model has not seen, and the four questions
        that accuracy does not answer.
      </p>
      <SampleNote />
      <SettingsFields settings={settings} disabled={job.running} onChoose={choose} />
      <div className={styles.bar}>
        <RunBar
          label={isMeasured ? "Measure again" : "Measure"}
          primary={!isMeasured}
          job={job}
          status={statusOf(stopped, isMeasured, due)}
          onRun={() => void measure()}
        />
      </div>
      {canSave && (
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
      {sections.map(({ section, outdated }) => (
        <FindingSection
          key={section.part}
          section={section}
          outdated={outdated}
          job={job}
          onRunAgain={() => void measure([section.part])}
        />
      ))}
    </>
  );
}

/** What the button would do, where that is not plain. */
function statusOf(stopped: boolean, isMeasured: boolean, due: number): string {
  if (stopped) return "Stopped.";
  if (!isMeasured) return "Takes about a minute.";
  return due === 0 ? "" : `Measures the ${count(due, "part")} out of date.`;
}
