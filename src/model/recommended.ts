import type { Hyperparameters } from "./hyperparameters.ts";

/**
 * What the page and the experiment start from, where `DEFAULTS` are LightFM's own: for likes of films, the
 * whole list and its top at once. `docs/quality.md` tells how these were found, and what did not help.
 */
export const RECOMMENDED = {
  loss: "warp",
  noComponents: 32,
  learningRate: 0.025,
  itemAlpha: 1e-4,
  userAlpha: 4e-4,
  maxSampled: 100,
} as const satisfies Partial<Hyperparameters>;

/**
 * How much what is known of users (age, occupation) and of items (genres, year) weighs; their own feature
 * weighs 1. What people like tells more of them than their age, which at weight 1 only blurs it.
 */
export const RECOMMENDED_FEATURE_WEIGHTS = { users: 0.25, items: 1 } as const;

/** Epochs after which these have learnt what they can. */
export const RECOMMENDED_EPOCHS = 30;
