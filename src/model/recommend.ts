import { checkOptions, instanceOf, toRowNumbers, wholeNumber } from "../arguments.ts";
import type { Id } from "../dataset/Side.ts";
import { ArgumentError, CancelledError } from "../errors.ts";
import { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import { Interactions, type Rows, toRows } from "../matrix/Interactions.ts";
import type { Ranked } from "./ItemIndex.ts";
import { nextTaskIfDue } from "./nextTask.ts";
import { represent } from "./represent.ts";
import type { Representation, Snapshot, UserReference } from "./Snapshot.ts";
import {
  type IdMapping,
  idsOf,
  joined,
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

/** What the lists of many users hold. */
export interface RecommendManyOptions<I = number> extends Omit<RecommendOptions<I>, "exclude"> {
  /** Whose items are left out of each user's list, such as what the model was trained on. */
  exclude?: Interactions;
  /** Stops before the next user. */
  signal?: AbortSignal;
}

/** One user's list. */
export interface Recommendations extends Ranked {
  user: number;
}

/** The list of a user, both by their ids. */
export interface RecommendationsById<User extends Id, Item extends Id> extends RankedIds<Item> {
  user: User;
}

/** Lists to a block. */
const BLOCK = 256;

function checkRecommend({ n = 10, itemBiasWeight = 1 }: RecommendOptions): {
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

/** Rows, or ids where there is a mapping, or rows of features. */
export type ManyUsers = Iterable<Id> | "all" | FeatureMatrix;

export type AnyManyOptions = (RecommendManyOptions | RecommendManyOptions<Id>) & {
  mapping?: IdMapping<Id, Id> | undefined;
};

/** @throws ArgumentError if a row, an id or an option is out of range, CancelledError if the signal stops it. */
export async function* recommendMany(
  snapshot: Snapshot,
  users: ManyUsers,
  options: AnyManyOptions,
): AsyncGenerator<Recommendations[] | RecommendationsById<Id, Id>[], void, undefined> {
  const { mapping } = options;
  if (!mapping) {
    yield* listsByRow(snapshot, users as Iterable<number>, options as RecommendManyOptions);
    return;
  }
  const { exclude: _, ...selection } = options as RecommendManyOptions<Id>;
  const byRow = { ...options, ...selectionByRow(selection, mapping.items) } as RecommendManyOptions;
  if (users instanceof FeatureMatrix) {
    throw new ArgumentError("users who are known by features alone have no ids: leave the mapping out.");
  }
  const rows = users === "all" ? "all" : Array.from(users, (id) => rowOf("users", id, mapping.users));
  const ids = idsOf(mapping.users);
  for await (const block of listsByRow(snapshot, rows, byRow)) {
    yield block.map(({ user, ...list }) => ({ user: ids[user], ...rankedIds(list, mapping.items) }));
  }
}

async function* listsByRow(
  snapshot: Snapshot,
  users: Iterable<number> | "all" | FeatureMatrix,
  options: RecommendManyOptions,
): AsyncGenerator<Recommendations[], void, undefined> {
  checkOptions(options, ["n", ...SELECTION_OPTIONS, "itemBiasWeight", "signal", "mapping"]);
  const { exclude, signal, ...selection } = options;
  const { n, itemBiasWeight } = checkRecommend(selection);
  const { userFeatures, itemFeatures } = snapshot.features;
  const { users: table } = snapshot.tables;
  const features = users instanceof FeatureMatrix ? snapshot.checked("users", users, table) : userFeatures;
  const rows =
    users === "all" || users instanceof FeatureMatrix
      ? Int32Array.from({ length: features.rows }, (_, row) => row)
      : toRowNumbers("users", users as Iterable<number>, features.rows);
  const leftOut = leftOutBy(selection, itemFeatures.rows);
  const known = exclude ? rowsOf(exclude, features.rows, itemFeatures.rows) : null;
  const index = await snapshot.itemIndex();
  for (let from = 0; from < rows.length; from += BLOCK) {
    const block: Recommendations[] = [];
    for (const user of rows.subarray(from, from + BLOCK)) {
      await nextTaskIfDue();
      if (signal?.aborted) throw new CancelledError("Recommending was stopped.");
      const vector = represent(table, features, [user]);
      vector[table.oneColumn] = itemBiasWeight;
      const own = known ? known.indices.subarray(known.indptr[user], known.indptr[user + 1]) : leftOut;
      const all = known && leftOut.length > 0 ? joined(leftOut, own) : own;
      block.push({ user, ...index.best(vector, n, all) });
    }
    yield block;
  }
}

function rowsOf(exclude: Interactions, users: number, items: number): Rows {
  instanceOf("exclude", exclude, Interactions);
  if (exclude.users !== users || exclude.items !== items) {
    throw new ArgumentError(
      `exclude is of ${exclude.users} users and ${exclude.items} items, but there are ${users} users and ${items} items.`,
    );
  }
  return toRows(exclude);
}
