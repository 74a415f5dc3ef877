import { fewness } from "../fewItems.ts";
import { type Likes, meanAudience, meanLength, meanLikes } from "../neighbours/likes.ts";

/** The weight of neighbours; 6 to 24 do alike on films. */
export const NEIGHBOUR_WEIGHT = 12;
/** If fewer of the users than this like the item of an average like, they weigh more, up to this many times. */
const SCATTERED_FROM = 0.03;
const MOST_FOR_SCATTERED = 2;
/** If items have more likes than this, what their likers share is less and less due to chance: up to this many times more again. */
const LIKES_OF_AN_ITEM = 60;
const MOST_FOR_MANY = 4;
/** With this many likes known, somebody gets half of that. */
const KNOWN_FOR_HALF = 50;
/** If people like fewer things than this, the model hears little of anybody's taste: they weigh more, up to this many times. */
const LIKES_OF_A_USER = 6;
const MOST_FOR_SHORT = 3;
/** Where few like the same and people like more things than this, they weigh more for those of whom many likes are known. */
const LIKES_OF_A_READER = 30;
/** With this many more likes each, once more; twice more at most. */
const MORE_LIKES = 20;
const MOST_FOR_READERS = 2;
/** How much of the ridge's intercept is added where few items are liked by very many. */
const INTERCEPT_FOR_FEW = 0.5;

/** How much neighbours count beside the model. */
export interface NeighbourWeight {
  /** For somebody of whom few likes are known. */
  few: number;
  /** What it grows towards with the number of likes that are known. */
  many: number;
}

/**
 * Why neighbours weigh more than usual: few people like the same items, people like few each, or many like each of few items.
 */
export type WeightReason = "scattered" | "short" | "crowded";

/**
 * What suits data of this kind, if nobody says otherwise. Of few likes a ridge says little, unless its intercept is added
 * where few items are liked by very many.
 */
export function neighbourWeightFor(likes: Likes): NeighbourWeight {
  const { scattered, short, crowded, reliable } = factorsFor(likes);
  const beyond = (meanLikes(likes) - LIKES_OF_A_READER) / MORE_LIKES;
  const well = 1 + (scattered - 1) * Math.min(MOST_FOR_READERS, Math.max(0, beyond));
  const usual = NEIGHBOUR_WEIGHT * scattered * short;
  return { few: usual * crowded, many: usual * reliable * well };
}

/** Why it is more than `NEIGHBOUR_WEIGHT` for somebody of whom few likes are known. */
export function reasonsForWeight(likes: Likes): WeightReason[] {
  const factors = factorsFor(likes);
  return (["scattered", "short", "crowded"] as const).filter((reason) => factors[reason] > 1);
}

/** How many times the usual they weigh, for each reason, and `reliable` for those of whom many likes are known. */
function factorsFor(likes: Likes): Record<WeightReason | "reliable", number> {
  const growth = Math.sqrt(meanLength(likes.ofItem) / LIKES_OF_AN_ITEM);
  const reliable = Math.min(MOST_FOR_MANY, Math.max(1, growth));
  return {
    scattered: Math.min(MOST_FOR_SCATTERED, Math.max(1, SCATTERED_FROM / meanAudience(likes))),
    short: Math.min(MOST_FOR_SHORT, Math.max(1, LIKES_OF_A_USER / meanLikes(likes))),
    crowded: 1 + fewnessOf(likes) * (reliable - 1),
    reliable,
  };
}

/** The weight for somebody with this many known likes. */
export function weightFor({ few, many }: NeighbourWeight, known: number): number {
  return few + ((many - few) * known) / (known + KNOWN_FOR_HALF);
}

/** The same beside vectors that have the weight of few in them. */
export function weightOfVectors(growth = 1): NeighbourWeight {
  return { few: 1, many: growth };
}

/** How much of what everybody likes is added to what neighbours like; 0 where the model knows it as well. */
export function interceptShareFor(likes: Likes): number {
  return INTERCEPT_FOR_FEW * fewnessOf(likes);
}

function fewnessOf({ items, ofUser }: Likes): number {
  return fewness({ items, likes: ofUser.indices.length });
}
