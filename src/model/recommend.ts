import { checkOptions, finiteNumber, wholeNumber } from "../arguments.ts";
import type { Id } from "../dataset/Side.ts";
import type { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import type { ItemIndex, Ranked } from "./ItemIndex.ts";
import { MMR_POOL, mmr } from "./mmr.ts";
import type { Representation, Snapshot, UserReference } from "./Snapshot.ts";
import {
  checkMapped,
  type IdMapping,
  type ListOptions,
  leftOutBy,
  MOST_LISTED,
  type RankedIds,
  rankedIds,
  refuseIds,
  rowOf,
  SELECTION_OPTIONS,
  selectionByRow,
} from "./selection.ts";

/** The options by row, or by id with what leads to the rows. */
export type AnyOptions = (RecommendOptions | RecommendOptions<Id>) & {
  mapping?: IdMapping<Id, Id> | undefined;
};

/** Options for one user's list. */
export interface RecommendOptions<I = number> extends ListOptions<I> {
  /**
   * How much the items' biases count, which express what everybody likes. 1 if left out, as in the model's own
   * scores; a lower number favours what this user likes over what everybody does.
   */
  itemBiasWeight?: number;
  /**
   * How unlike each other the items are to be: 0 if left out, which goes by the scores alone, to 1. The best 600 are
   * re-ranked by maximal marginal relevance over the cosines of their embeddings; each keeps its own score.
   */
  diversity?: number;
}

export function checkRecommend({ n = 10, itemBiasWeight = 1 }: Omit<RecommendOptions, "diversity">): {
  n: number;
  itemBiasWeight: number;
} {
  wholeNumber("n", n, 0, MOST_LISTED);
  finiteNumber("itemBiasWeight", itemBiasWeight);
  return { n, itemBiasWeight };
}

/** @throws ArgumentError if an option, a row, an id or the representation is out of range. */
export async function recommend(
  snapshot: Snapshot,
  user: Id | Representation | FeatureMatrix,
  options: AnyOptions,
): Promise<Ranked | RankedIds<Id>> {
  checkOptions(options, ["n", ...SELECTION_OPTIONS, "itemBiasWeight", "diversity", "mapping"]);
  const { mapping } = options;
  if (mapping === undefined) {
    refuseIds("user", user);
    return recommendRows(snapshot, user as UserReference, options as RecommendOptions);
  }
  const { userFeatures, itemFeatures } = snapshot.features;
  checkMapped("users", mapping, userFeatures.rows);
  checkMapped("items", mapping, itemFeatures.rows);
  const row = typeof user === "object" ? user : rowOf("user", user, mapping.users);
  const byRow = { ...options, ...selectionByRow(options as RecommendOptions<Id>, mapping.items) };
  return rankedIds(await recommendRows(snapshot, row, byRow as RecommendOptions), mapping.items);
}

async function recommendRows(
  snapshot: Snapshot,
  user: UserReference,
  options: RecommendOptions,
): Promise<Ranked> {
  const { n, itemBiasWeight } = checkRecommend(options);
  const { diversity = 0 } = options;
  const vector = snapshot.userVector(user);
  const leftOut = leftOutBy(options, snapshot.features.itemFeatures.rows);
  const index = await snapshot.itemIndex();
  vector[snapshot.tables.users.oneColumn] = itemBiasWeight;
  if (diversity === 0) return index.best(vector, n, leftOut);
  return varied(snapshot, index, index.best(vector, Math.max(n, MMR_POOL), leftOut), { n, diversity });
}

/** The first `n` of a longer list, so that they are less alike. */
function varied(
  { hyper, rowLength }: Snapshot,
  { itemVectors }: ItemIndex,
  ranked: Ranked,
  options: { n: number; diversity: number },
): Ranked {
  const vectorOf = (item: number) =>
    itemVectors.subarray(item * rowLength, item * rowLength + hyper.noComponents);
  const items = mmr(ranked, vectorOf, options).slice(0, options.n);
  const scoreOf = new Map(Array.from(ranked.items, (item, place) => [item, ranked.scores[place]]));
  return { items, scores: Float32Array.from(items, (item) => scoreOf.get(item) as number) };
}
