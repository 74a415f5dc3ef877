import { type FormEvent, useId, useState } from "react";
import type { TrainingSettings } from "../../../core/api/training.ts";
import type { JobStanding } from "../../../ui/JobStanding.ts";
import { StopButton } from "../../../ui/StopButton.tsx";
import { count } from "../../../ui/words.ts";
import styles from "./SettingsForm.module.css";
import { draftOf, FIELDS, type Field, readDraft } from "./settings.ts";

interface Props {
  /** The settings of the last run, with which the form starts. */
  settings: TrainingSettings;
  epochsDone: number;
  job: JobStanding;
  /** Whether the run is to halt; null while there is none. */
  pauseAsked: boolean | null;
  onPause: (isPaused: boolean) => void;
  onTrain: (settings: TrainingSettings, mode: "new" | "continue") => void;
}

/** The settings of a run, and the buttons that start, pause, continue and stop it. */
export function SettingsForm({ settings: last, epochsDone, job, pauseAsked, onPause, onTrain }: Props) {
  const [draft, setDraft] = useState(() => draftOf(last));
  const [found, setFound] = useState(last.found);
  const { settings, problems } = readDraft(draft, found);
  const otherModel =
    settings !== null &&
    (settings.noComponents !== last.noComponents ||
      settings.learningRate !== last.learningRate ||
      settings.found !== last.found);
  const { running, waiting, blocked } = job;
  const canStart = settings !== null && !running && waiting === null && blocked === null;
  const canContinue = canStart && epochsDone > 0 && !otherModel;
  const about = useId();

  const start = (mode: "new" | "continue") => {
    if (settings !== null) onTrain(settings, mode);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canStart) start("new");
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.fields}>
        {FIELDS.map((field) => (
          <NumberField
            key={field.name}
            field={field}
            text={draft[field.name]}
            problem={problems[field.name] ?? null}
            onChange={(text) => setDraft({ ...draft, [field.name]: text })}
          />
        ))}
      </div>
      {found && (
        <p className={styles.about}>
          Using settings found by search: item L2 {found.itemAlpha}, user L2 {found.userAlpha}, up to{" "}
          {found.maxSampled} negative samples.{" "}
          <button type="button" onClick={() => setFound(undefined)}>
            Reset to defaults
          </button>
        </p>
      )}
      <div className={styles.buttons}>
        <button type="submit" className="primary" disabled={!canStart}>
          Train
        </button>
        {pauseAsked !== null && (
          <button type="button" disabled={job.stopping} onClick={() => onPause(!pauseAsked)}>
            {pauseAsked ? "Resume" : "Pause"}
          </button>
        )}
        <StopButton job={job} />
        <button
          type="button"
          disabled={!canContinue}
          aria-describedby={about}
          onClick={() => start("continue")}
        >
          Continue training
        </button>
      </div>
      <p className={styles.about} id={about}>
        {running
          ? "Stopping keeps the progress so far. Pausing waits for the end of an epoch."
          : (waiting ?? blocked ?? aboutContinuing(epochsDone, settings, otherModel))}
      </p>
    </form>
  );
}

function aboutContinuing(epochsDone: number, settings: TrainingSettings | null, otherModel: boolean): string {
  if (settings === null) return "Fix the highlighted field to start.";
  if (epochsDone === 0) return "";
  if (otherModel) return "Changing components or learning rate means training from scratch.";
  return `“Train” starts from scratch. “Continue training” adds ${count(settings.epochs, "epoch")} to the current ${epochsDone}.`;
}

interface NumberFieldProps {
  field: Field;
  text: string;
  problem: string | null;
  onChange: (text: string) => void;
}

function NumberField({ field, text, problem, onChange }: NumberFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{field.label}</label>
      <input
        id={id}
        type="number"
        inputMode={field.step === 1 ? "numeric" : "decimal"}
        min={field.min}
        max={field.max}
        step={field.step}
        value={text}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-note`} className={problem === null ? styles.hint : styles.problem} aria-live="polite">
        {problem ?? (
          <>
            <span>{field.hint} </span>
            {field.min} to {field.max}
          </>
        )}
      </p>
    </div>
  );
}
