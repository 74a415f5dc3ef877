import type { Choices } from "./columns/understand.ts";

/** An assumption made while reading, and how the file could be read instead. */
export interface Assumption {
  /** One sentence to show to people, which names the file or the column. */
  sentence: string;
  /** What a button offers instead; null if there is no choice. */
  instead: { label: string; choices: Partial<Choices> } | null;
}
