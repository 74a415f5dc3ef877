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

/** Where people like few of many things, each is learnt from little: more components, and twice the epochs. */
const SPARSE = { noComponents: 64, epochs: 2 * RECOMMENDED_EPOCHS } as const;
/** Below so many likes a user, and from so many in all: with fewer, more components learn nothing more. */
const SPARSE_LIKES_A_USER = 60;
const FEWEST_SPARSE_LIKES = 50_000;
/** Beyond so many, four times the work is minutes. */
const MOST_SPARSE_LIKES = 2_000_000;

/** What decides: people like few of many things, people like many, or there are too few likes, or too many, in all. */
export type Shape = "sparse" | "dense" | "small" | "large";

/** What a model of these data is trained with unless somebody chooses otherwise, and what decided it. */
export function recommendedFor({ users, likes }: { users: number; likes: number }): {
  hyperparameters: Partial<Hyperparameters> & { noComponents: number };
  epochs: number;
  shape: Shape;
} {
  const shape = shapeOf(users, likes);
  if (shape !== "sparse") return { hyperparameters: RECOMMENDED, epochs: RECOMMENDED_EPOCHS, shape };
  const { noComponents, epochs } = SPARSE;
  return { hyperparameters: { ...RECOMMENDED, noComponents }, epochs, shape };
}

function shapeOf(users: number, likes: number): Shape {
  if (likes / users >= SPARSE_LIKES_A_USER) return "dense";
  if (likes < FEWEST_SPARSE_LIKES) return "small";
  return likes > MOST_SPARSE_LIKES ? "large" : "sparse";
}
