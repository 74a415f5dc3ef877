import {
  checkOptions,
  optionalBoolean,
  optionalFunction,
  sameLength,
  toRowNumbers,
  wholeNumber,
} from "../arguments.ts";
import type { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import type { Interactions } from "../matrix/Interactions.ts";
import { ItemIndex } from "./ItemIndex.ts";
import type { Features } from "./ModelState.ts";
import type { FeatureTable } from "./memory/FeatureTable.ts";
import { rankTestItems, type TestRanks } from "./rankTestItems.ts";
import { represent } from "./represent.ts";
import type { Snapshot } from "./Snapshot.ts";

/** Items whose vectors are made in less time than a kernel starts in: for these the index pays from the first pair on. */
const FEW = 20_000;

const FEATURES: readonly string[] = ["userFeatures", "itemFeatures"];

/**
 * The scores of pairs. The cost follows the rows that the pairs name.
 * @throws ArgumentError if the lists differ in length or an id is out of range.
 */
export async function predict(
  snapshot: Snapshot,
  userIds: number | ArrayLike<number>,
  itemIds: ArrayLike<number>,
  options: Features,
): Promise<Float32Array> {
  checkOptions(options, FEATURES);
  const { userFeatures, itemFeatures } = snapshot.featuresOr(options);
  const isOwn = itemFeatures === snapshot.features.itemFeatures;
  const isMany = isOwn && itemFeatures.rows <= Math.max(itemIds?.length ?? 0, FEW);
  // Waited for before ids are checked: nothing can change them then on their way into the kernel's memory.
  const own = isMany || (isOwn && snapshot.hasItemIndex) ? await snapshot.itemIndex() : null;
  const given = usersOf(userIds, userFeatures.rows);
  const items = rowNumbers("itemIds", itemIds, itemFeatures.rows);
  const users = typeof given === "number" ? new Int32Array(items.length).fill(given) : given;
  sameLength({ userIds: users, itemIds: items });
  const theirs = vectorsOf(snapshot.tables.users, userFeatures, users);
  if (own) return own.scorePairs(theirs.vectors, theirs.ids, items);
  const wanted = vectorsOf(snapshot.tables.items, itemFeatures, items.slice());
  const ids = theirs.ids.slice();
  const index = await ItemIndex.create(snapshot.hyper, wanted.vectors);
  return index.scorePairs(theirs.vectors, ids, wanted.ids);
}

/** Rows as the kernel reads them. A list longer than there are rows is checked slice by slice as it is scored. */
function rowNumbers(name: string, ids: ArrayLike<number>, rows: number): Int32Array {
  return ids instanceof Int32Array && ids.length >= rows ? ids : toRowNumbers(name, ids, rows);
}

/** One user for all pairs, or one for each. */
function usersOf(userIds: number | ArrayLike<number>, rows: number): number | Int32Array {
  if (typeof userIds === "object") return rowNumbers("userIds", userIds, rows);
  wholeNumber("userIds", userIds, 0, rows - 1);
  return userIds;
}

/** The vectors of the rows that are named, each once, and where among them each of the ids is. */
function vectorsOf(
  table: FeatureTable,
  features: FeatureMatrix,
  ids: Int32Array,
): { vectors: Float32Array; ids: Int32Array } {
  if (ids.length >= features.rows) return { vectors: represent(table, features), ids };
  const places = new Map<number, number>();
  const own = new Int32Array(ids.length);
  for (let i = 0; i < ids.length; i++) {
    if (i > 0 && ids[i] === ids[i - 1]) {
      own[i] = own[i - 1];
      continue;
    }
    const place = places.get(ids[i]) ?? places.size;
    places.set(ids[i], place);
    own[i] = place;
  }
  return { vectors: represent(table, features, Array.from(places.keys())), ids: own };
}

/** How test items are ranked. */
export interface RankOptions extends Features {
  /** Interactions to leave out of each user's ranking. */
  train?: Interactions;
  /**
   * Whether to refuse a like that is in both test and train. For ranks it is false if left out: such an item is ranked
   * among those that are not in train.
   */
  checkIntersections?: boolean;
  /** Called between slices with the share of the users who are done, 0 to 1. */
  onSlice?: (done: number) => void;
}

/** @throws ArgumentError if the shapes differ. */
export async function predictRank(
  snapshot: Snapshot,
  test: Interactions,
  options: RankOptions,
): Promise<TestRanks> {
  checkOptions(options, [...FEATURES, "train", "checkIntersections", "onSlice"]);
  optionalFunction("onSlice", options.onSlice);
  optionalBoolean("checkIntersections", options.checkIntersections);
  const { userFeatures, itemFeatures } = snapshot.featuresOr(options);
  const scoring = {
    users: userFeatures.rows,
    vectorsOf: (users: Int32Array) =>
      represent(snapshot.tables.users, userFeatures, users.length < userFeatures.rows ? users : undefined),
    itemVectors: represent(snapshot.tables.items, itemFeatures),
    rowLength: snapshot.rowLength,
  };
  return rankTestItems(scoring, test, options.train, options.onSlice, options.checkIntersections);
}
