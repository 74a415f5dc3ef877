import type { ChallengeFindings } from "../challenges/runChallenges.ts";

/** What a section is called, and what it asks. */
export interface Head {
  title: string;
  question: string;
}

/** One for each part, whether it was measured or not, in the order in which they are run. */
export const HEADS: Readonly<Record<keyof ChallengeFindings, Head>> = {
  accuracy: {
    title: "Accuracy",
    question: "Does the model find what people like, and does it beat simpler recommenders?",
  },
  beyondAccuracy: {
    title: "Beyond accuracy",
    question: "What are its lists like besides being right, and what does it cost to steer them?",
  },
  popularityBias: {
    title: "Popularity bias",
    question: "Who gets shown, and whose taste is served worse?",
  },
  closedLoop: {
    title: "Feedback loop",
    question:
      "Clicks follow the ranking, and the model learns from clicks. Does the catalogue narrow, who loses, and what helps?",
  },
  robustness: {
    title: "Fraud",
    question: "How far do fake ratings get, can fake users be told apart, and what do guards cost?",
  },
};
