import type { Progress } from "../../core/api/work.ts";
import type { ChallengeFindings } from "../../experiment/challenges/runChallenges.ts";

export type { ChallengeFindings };

export type Part = keyof ChallengeFindings;

export interface QualityProgress extends Progress {
  /** What is being measured, in words. */
  doing: string;
  /** What has been found so far. */
  found: Partial<QualityFindings>;
}

export interface QualityFindings extends ChallengeFindings {
  /** Titles of the items under attack, by their rows. */
  titles: Record<number, string>;
}

/** What was measured on the current data. */
export interface Measured {
  found: QualityFindings;
  settings: QualitySettings;
  /** Matinee's version. */
  version: string;
}

/** The same findings as files to pass on. */
export interface QualityFiles {
  /** A single HTML file that loads nothing. */
  report: string;
  /** Markdown. */
  modelCard: string;
  /** A row for each number, named by its path. */
  csv: string;
  json: string;
}

/** Everything that makes a run repeatable. */
export interface QualitySettings {
  seed: number;
}
