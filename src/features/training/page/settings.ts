import type { FoundSettings, TrainingSettings } from "../../../core/api.ts";

/** One setting as the form asks for it. */
export interface Field {
  name: Exclude<keyof TrainingSettings, "found">;
  label: string;
  /** What turning it up does. */
  hint: string;
  min: number;
  max: number;
  step: number;
}

/** A page that is not cross-origin isolated cannot share memory between threads. */
export const MOST_THREADS = crossOriginIsolated ? navigator.hardwareConcurrency : 1;

export const FIELDS: Field[] = [
  {
    name: "noComponents",
    label: "Number of components",
    hint: "How many numbers describe each person and each thing rated.",
    min: 1,
    max: 128,
    step: 1,
  },
  {
    name: "learningRate",
    label: "Learning rate",
    hint: "How far each mistake moves them.",
    min: 0.001,
    max: 1,
    step: 0.001,
  },
  {
    name: "epochs",
    label: "Epochs",
    hint: "How often it goes through all ratings.",
    min: 1,
    max: 500,
    step: 1,
  },
  {
    name: "threads",
    label: "Threads",
    hint:
      MOST_THREADS > 1
        ? "How many share the work, in shared memory. With more than one, no two runs are quite the same."
        : "This page is not cross-origin isolated, so one thread does all the work.",
    min: 1,
    max: MOST_THREADS,
    step: 1,
  },
];

/** The settings as typed: text until they are read. */
export type Draft = Record<Field["name"], string>;

export type Problems = Partial<Record<Field["name"], string>>;

export function draftOf(settings: TrainingSettings): Draft {
  return {
    noComponents: String(settings.noComponents),
    learningRate: String(settings.learningRate),
    epochs: String(settings.epochs),
    threads: String(settings.threads),
  };
}

/** What is wrong with a field's text, in a sentence; null where nothing is. */
function problemOf({ label, min, max, step }: Field, text: string): string | null {
  const value = Number(text);
  if (text.trim() === "" || Number.isNaN(value)) return `${label} must be a number from ${min} to ${max}.`;
  if (value < min || value > max) return `${label} must lie between ${min} and ${max}.`;
  if (step === 1 && !Number.isInteger(value)) return `${label} must be a whole number.`;
  return null;
}

/** The settings, those that were found with them among them, or null and what is wrong with each field that cannot be used. */
export function readDraft(
  draft: Draft,
  found: FoundSettings | undefined,
): { settings: TrainingSettings | null; problems: Problems } {
  const problems: Problems = {};
  for (const field of FIELDS) {
    const problem = problemOf(field, draft[field.name]);
    if (problem !== null) problems[field.name] = problem;
  }
  if (Object.keys(problems).length > 0) return { settings: null, problems };
  return {
    settings: {
      noComponents: Number(draft.noComponents),
      learningRate: Number(draft.learningRate),
      epochs: Number(draft.epochs),
      threads: Number(draft.threads),
      ...(found && { found }),
    },
    problems,
  };
}
