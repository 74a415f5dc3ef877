import type { TrainingSettings } from "../../core/api/training.ts";
import type { Progress } from "../../core/api/work.ts";
import type { ChallengeFindings } from "../../experiment/challenges/runChallenges.ts";
import type { AttackSettings } from "../../experiment/challenges/settings.ts";

export type { ChallengeFindings };

export interface QualityProgress extends Progress {
  /** What is being measured, in words. */
  doing: string;
  /** What has been found so far. */
  found: Partial<ChallengeFindings>;
}

/** What was measured on the current data. */
export interface Measured {
  found: ChallengeFindings;
  settings: QualitySetup;
  /** Matinee's version. */
  version: string;
}

/** The same findings as files to pass on. */
export interface QualityFiles {
  /** A single HTML file that loads nothing. */
  report: string;
  /** Markdown. */
  modelCard: string;
  /** A row for each number, named by its path, as in `accuracy.byGenre.Drama.auc.mean`. */
  csv: string;
  json: string;
}

/** What a person may choose. */
export interface QualitySettings {
  seed: number;
  /** Rounds and users of the feedback loop. */
  rounds: number;
  users: number;
  /** What the fake users do. */
  attack: AttackSettings["kind"];
  goal: AttackSettings["goal"];
  /** As a share of the real users. */
  size: number;
}

/** Everything that makes a run repeatable: also how the model that is examined learns, which is as the one in use did. */
export interface QualitySetup extends QualitySettings, Omit<TrainingSettings, "threads"> {}
