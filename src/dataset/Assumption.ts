import type { Choices } from "./understand.ts";

/** What was taken for granted, and how it could be read otherwise. */
export interface Assumption {
  /** One sentence, fit to be shown, that names the file or the column. */
  sentence: string;
  /** What a button offers instead; null where there is nothing to choose. */
  instead: { label: string; choices: Partial<Choices> } | null;
}
