import type { ChallengeFindings } from "./runChallenges.ts";

/** The tasks of `runChallenges`, as `onProgress` names them. */
export type ChallengeTask =
  | "Training"
  | "Accuracy"
  | "Beyond accuracy"
  | "Popularity bias"
  | "Closed loop"
  | "Attacks";

/** The task of each part, in the order in which they are run. */
export const CHALLENGE_TASKS: Readonly<Record<keyof ChallengeFindings, ChallengeTask>> = {
  accuracy: "Accuracy",
  beyondAccuracy: "Beyond accuracy",
  popularityBias: "Popularity bias",
  closedLoop: "Closed loop",
  robustness: "Attacks",
};

export const CHALLENGE_PARTS = Object.keys(CHALLENGE_TASKS) as readonly (keyof ChallengeFindings)[];
