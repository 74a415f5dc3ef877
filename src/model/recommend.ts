import { checkOptions, wholeNumber } from "../arguments.ts";
import type { Id } from "../dataset/Side.ts";
import { ArgumentError } from "../errors.ts";
import type { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import type { Ranked } from "./ItemIndex.ts";
import type { Representation, Snapshot, UserReference } from "./Snapshot.ts";
import {
  type IdMapping,
  type ListOptions,
  leftOutBy,
  MOST_LISTED,
  type RankedIds,
  rankedIds,
  rowOf,
  SELECTION_OPTIONS,
  selectionByRow,
} from "./selection.ts";

/** What one user's list holds. */
export interface RecommendOptions<I = number> extends ListOptions<I> {
  /**
   * How much the items' biases count, which stand for what everybody likes: 1, as in the model's own scores,
   * if left out; less favours what this user likes over what all do.
   */
  itemBiasWeight?: number;
}

export function checkRecommend({ n = 10, itemBiasWeight = 1 }: RecommendOptions): {
  n: number;
  itemBiasWeight: number;
} {
  wholeNumber("n", n, 0, MOST_LISTED);
  if (!Number.isFinite(itemBiasWeight)) throw new ArgumentError("itemBiasWeight must be finite.");
  return { n, itemBiasWeight };
}

/** @throws ArgumentError if an option, a row or the representation is out of range. */
export async function recommend(
  snapshot: Snapshot,
  user: UserReference,
  options: RecommendOptions,
): Promise<Ranked> {
  checkOptions(options, ["n", ...SELECTION_OPTIONS, "itemBiasWeight", "mapping"]);
  const { n, itemBiasWeight } = checkRecommend(options);
  const vector = snapshot.userVector(user);
  const leftOut = leftOutBy(options, snapshot.features.itemFeatures.rows);
  const index = await snapshot.itemIndex();
  vector[snapshot.tables.users.oneColumn] = itemBiasWeight;
  return index.best(vector, n, leftOut);
}

/** @throws ArgumentError as `recommend`, or if an id is not in the mapping. */
export async function recommendIds<User extends Id, Item extends Id>(
  snapshot: Snapshot,
  user: User | Representation | FeatureMatrix,
  options: RecommendOptions<Item>,
  { users, items }: IdMapping<User, Item>,
): Promise<RankedIds<Item>> {
  const row = typeof user === "object" ? user : rowOf("user", user, users);
  const byRow = { ...options, ...selectionByRow(options, items) } as RecommendOptions;
  return rankedIds(await recommend(snapshot, row, byRow), items);
}
