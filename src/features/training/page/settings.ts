import type { FoundSettings, TrainingSettings } from "../../../core/api/training.ts";
import { MOST_THREADS } from "../../../core/page/defaultSettings.ts";

/** One setting as the form asks for it. */
export interface Field {
  name: Exclude<keyof TrainingSettings, "found">;
  label: string;
  /** What it does. */
  hint: string;
  min: number;
  max: number;
  step: number;
}

export const FIELDS: Field[] = [
  {
    name: "noComponents",
    label: "Number of components",
    hint: "Traits learnt for each person and item. More is finer and slower.",
    min: 1,
    max: 128,
    step: 1,
  },
  {
    name: "learningRate",
    label: "Learning rate",
    hint: "Step size per correction. Too high is unstable.",
    min: 0.001,
    max: 1,
    step: 0.001,
  },
  {
    name: "epochs",
    label: "Epochs",
    hint: "Passes over all the ratings.",
    min: 1,
    max: 500,
    step: 1,
  },
  {
    name: "threads",
    label: "Threads",
    hint:
      MOST_THREADS > 1
        ? "Processor threads. With more than one, results vary slightly."
        : "This host allows one thread only.",
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

/** What is wrong with a field's text; null if nothing is. */
function problemOf({ min, max, step }: Field, text: string): string | null {
  const value = Number(text);
  if (text.trim() === "" || Number.isNaN(value)) return `Enter ${min} to ${max}.`;
  if (value < min || value > max) return `Enter ${min} to ${max}.`;
  if (step === 1 && !Number.isInteger(value)) return "Enter a whole number.";
  return null;
}

/** The settings, with those a search found, or null and what is wrong with each invalid field. */
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
