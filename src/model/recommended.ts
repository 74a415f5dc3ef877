import { type DataSize, shareToLearn } from "./fewItems.ts";
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
/** Below this many likes per user, and from this many in all: with fewer, more components learn nothing more. */
const SPARSE_LIKES_A_USER = 60;
const FEWEST_SPARSE_LIKES = 50_000;
/** Where likes follow popularity alone, what a large model learns of anybody is chance (`docs/quality.md`). */
const POPULAR = { noComponents: RECOMMENDED.noComponents / 2, epochs: RECOMMENDED_EPOCHS / 2 } as const;
/** Beyond this many, four times the work takes minutes. */
const MOST_SPARSE_LIKES = 2_000_000;

/**
 * Penalties fall due at every step, so an epoch of more likes takes more of everything, and users come up again after more
 * steps: beyond this many likes each step takes less, so that an epoch takes what it takes here.
 */
const MOST_LIKES_AT_FULL_PENALTY = 300_000;

/** What is left of them where many users share few items, at least. */
const FEWEST_COMPONENTS = 8;
const FEWEST_EPOCHS = 5;
/** So many items are worth a component. */
const ITEMS_A_COMPONENT = 20;

/**
 * What decides: many people share few things, people like few of many things, or what is popular, people like many, or there
 * are too few likes, or too many, in all.
 */
export type Shape = "crowded" | "sparse" | "popular" | "dense" | "small" | "large";

const BY_SHAPE: Partial<Record<Shape, { noComponents: number; epochs: number }>> = {
  sparse: SPARSE,
  popular: POPULAR,
};

/**
 * What a model of these data is trained with unless somebody chooses otherwise, and what decided it.
 * @param hasTastes whether likes tell more than popularity does, as the function of that name finds out
 */
export function recommendedFor(
  size: DataSize,
  hasTastes = true,
): {
  hyperparameters: Partial<Hyperparameters> &
    Pick<Hyperparameters, "noComponents" | "itemAlpha" | "userAlpha">;
  epochs: number;
  shape: Shape;
} {
  const shape = isSparse(size) && !hasTastes ? "popular" : shapeOf(size);
  const { noComponents, epochs } = BY_SHAPE[shape] ?? {
    noComponents: RECOMMENDED.noComponents,
    epochs: RECOMMENDED_EPOCHS,
  };
  const most = Math.max(FEWEST_EPOCHS, Math.ceil(shareToLearn(size) * RECOMMENDED_EPOCHS));
  const mostComponents = Math.max(FEWEST_COMPONENTS, Math.ceil(size.items / ITEMS_A_COMPONENT));
  return {
    hyperparameters: {
      ...RECOMMENDED,
      ...penaltiesFor(size.likes),
      noComponents: Math.min(noComponents, mostComponents),
    },
    epochs: Math.min(epochs, most),
    shape: most < epochs ? "crowded" : shape,
  };
}

/** The penalties for this many likes. */
export function penaltiesFor(likes: number): Pick<Hyperparameters, "itemAlpha" | "userAlpha"> {
  const share = Math.min(1, MOST_LIKES_AT_FULL_PENALTY / likes);
  return { itemAlpha: share * RECOMMENDED.itemAlpha, userAlpha: share * RECOMMENDED.userAlpha };
}

/** Whether people like few of many things, so that it matters whether these tell anything. */
export function isSparse(size: DataSize): boolean {
  return shapeOf(size) === "sparse";
}

function shapeOf({ users, likes }: DataSize): Exclude<Shape, "crowded" | "popular"> {
  if (likes / users >= SPARSE_LIKES_A_USER) return "dense";
  if (likes < FEWEST_SPARSE_LIKES) return "small";
  return likes > MOST_SPARSE_LIKES ? "large" : "sparse";
}
