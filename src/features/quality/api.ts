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

/** Everything that makes a run repeatable. */
export interface QualitySettings {
  seed: number;
}
