import { type FormEvent, useId, useState } from "react";
import type { TrainingSettings } from "../../../core/api.ts";
import styles from "./SettingsForm.module.css";
import { epochs } from "./sentences.ts";
import { draftOf, FIELDS, type Field, readDraft } from "./settings.ts";

interface Props {
  /** Of the last run, where the form begins. */
  settings: TrainingSettings;
  epochsDone: number;
  running: boolean;
  /** Why training cannot start now, in a sentence; null where it can. */
  hindrance: string | null;
  onTrain: (settings: TrainingSettings, mode: "anew" | "on") => void;
  onStop: () => void;
}

/** The settings of a run, and the buttons that start, continue and stop it. */
export function SettingsForm({ settings: last, epochsDone, running, hindrance, onTrain, onStop }: Props) {
  const [draft, setDraft] = useState(() => draftOf(last));
  const [found, setFound] = useState(last.found);
  const { settings, problems } = readDraft(draft, found);
  const otherModel =
    settings !== null &&
    (settings.noComponents !== last.noComponents ||
      settings.learningRate !== last.learningRate ||
      settings.found !== last.found);
  const canStart = settings !== null && !running && hindrance === null;
  const canTrainOn = canStart && epochsDone > 0 && !otherModel;
  const about = useId();

  const start = (mode: "anew" | "on") => {
    if (settings !== null) onTrain(settings, mode);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canStart) start("anew");
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
          Regularisation and sampling are as a search found them: item alpha {found.itemAlpha}, user alpha{" "}
          {found.userAlpha}, at most {found.maxSampled} draws.{" "}
          <button type="button" onClick={() => setFound(undefined)}>
            Use the recommended
          </button>
        </p>
      )}
      <div className={styles.buttons}>
        <button type="submit" className="primary" disabled={!canStart}>
          Train
        </button>
        <button type="button" disabled={!running} onClick={onStop}>
          Stop
        </button>
        <button type="button" disabled={!canTrainOn} aria-describedby={about} onClick={() => start("on")}>
          Train on
        </button>
      </div>
      <p className={styles.about} id={about}>
        {running
          ? "Stop keeps what has been learnt so far."
          : (hindrance ?? aboutTrainingOn(epochsDone, settings, otherModel))}
      </p>
    </form>
  );
}

function aboutTrainingOn(epochsDone: number, settings: TrainingSettings | null, otherModel: boolean): string {
  if (settings === null) return "Training can start once the number marked above is in its range.";
  if (epochsDone === 0) return "Train starts from nothing.";
  if (otherModel) return "Train starts anew. Only a model of the same components and rate can train on.";
  return `Train starts anew. Train on adds ${epochs(settings.epochs)} to the ${epochsDone} it has learnt.`;
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
