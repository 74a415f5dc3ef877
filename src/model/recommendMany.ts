import {
  checkIterable,
  checkOptions,
  instanceOf,
  optionalSignal,
  toRowNumbers,
  wholeNumber,
} from "../arguments.ts";
import type { Id } from "../dataset/Side.ts";
import { ArgumentError, CancelledError } from "../errors.ts";
import { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import { Interactions, type Rows, toRows } from "../matrix/Interactions.ts";
import type { ItemIndex, Ranked } from "./ItemIndex.ts";
import { nextTaskIfDue } from "./nextTask.ts";
import { checkRecommend, type RecommendOptions } from "./recommend.ts";
import { represent } from "./represent.ts";
import type { Snapshot } from "./Snapshot.ts";
import {
  checkMapped,
  type IdMapping,
  idsOf,
  joined,
  leftOutBy,
  type RankedIds,
  rankedIds,
  rowOf,
  SELECTION_OPTIONS,
  selectionByRow,
} from "./selection.ts";
import { canShareMemory } from "./threads/HelperThreads.ts";
import { ListHelpers } from "./threads/ListHelpers.ts";

/** What the lists of many users hold. */
export interface RecommendManyOptions<I = number> extends Omit<RecommendOptions<I>, "exclude"> {
  /** Whose items are left out of each user's list, such as what the model was trained on. */
  exclude?: Interactions;
  /** Stops before the next user. */
  signal?: AbortSignal;
  /**
   * Threads that make the lists, 1 to 64; 1 if left out. The lists are the same and come in the same order. The
   * thread that asks begins alone, and the others join once they have started. Where memory cannot be shared or no
   * thread be started, one makes all of them.
   */
  threads?: number;
}

/** One user's list. */
export interface Recommendations extends Ranked {
  user: number;
}

/** The list of a user, both by their ids. */
export interface RecommendationsById<User extends Id, Item extends Id> extends RankedIds<Item> {
  user: User;
}

/** Users to a block, at most, and numbers to its lists. */
const BLOCK = 256;
const MOST_NUMBERS = 1_000_000;

const NO_ITEMS = new Int32Array();

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
  checkOptions(options, ["n", ...SELECTION_OPTIONS, "itemBiasWeight", "signal", "threads", "mapping"]);
  const { mapping } = options;
  if (mapping === undefined) {
    yield* listsByRow(snapshot, users as Iterable<number>, options as RecommendManyOptions);
    return;
  }
  checkMapped("users", mapping, snapshot.features.userFeatures.rows);
  checkMapped("items", mapping, snapshot.features.itemFeatures.rows);
  const { exclude: _, ...selection } = options as RecommendManyOptions<Id>;
  const byRow = { ...options, ...selectionByRow(selection, mapping.items) } as RecommendManyOptions;
  if (users instanceof FeatureMatrix) {
    throw new ArgumentError("users who are known by features alone have no ids: leave the mapping out.");
  }
  if (users !== "all") checkIterable("users", users);
  const rows = users === "all" ? "all" : Array.from(users, (id) => rowOf("users", id, mapping.users));
  const ids = idsOf(mapping.users);
  for await (const block of listsByRow(snapshot, rows, byRow)) {
    yield block.map(({ user, ...list }) => ({ user: ids[user], ...rankedIds(list, mapping.items) }));
  }
}

/** What is asked for, checked. */
interface Request {
  rows: Int32Array;
  /** The vectors of these rows, one after the other. */
  vectorsOf(rows: ArrayLike<number>): Float32Array;
  /** The items that this row's list may not hold, besides `leftOut`. */
  ownOf(row: number): Int32Array;
  leftOut: Int32Array;
  n: number;
  threads: number;
  signal: AbortSignal | undefined;
}

async function* listsByRow(
  snapshot: Snapshot,
  users: Iterable<number> | "all" | FeatureMatrix,
  options: RecommendManyOptions,
): AsyncGenerator<Recommendations[], void, undefined> {
  const request = checkMany(snapshot, users, options);
  const index = await snapshot.itemIndex();
  const blocks = blocksOf(request);
  // Starting helpers takes longer than the lists of some hundred users, so this thread begins alone.
  const team: { helpers: ListHelpers | null; failure: unknown } = { helpers: null, failure: null };
  const starting = startHelpers(index, blocks, request).then(
    (helpers) => {
      team.helpers = helpers;
    },
    (error) => {
      team.failure = error;
    },
  );
  try {
    for (let from = 0; from < blocks.length; ) {
      if (team.failure) throw team.failure;
      const [own, ...others] = blocks.slice(from, from + 1 + (team.helpers?.count ?? 0));
      from += 1 + others.length;
      const helped = team.helpers?.lists(
        others.map((rows) => ({
          vectors: request.vectorsOf(rows),
          own: Array.from(rows, request.ownOf),
        })),
      );
      // Awaited below; a failure before that must not count as unhandled.
      helped?.catch(() => {});
      yield await listsOf(own, index, request);
      const lists = (await helped) ?? [];
      for (const [i, rows] of others.entries()) {
        checkSignal(request);
        yield lists[i].map((list, place) => ({ user: rows[place], ...list }));
      }
    }
  } finally {
    void starting.then(() => team.helpers?.terminate());
  }
}

function checkMany(
  snapshot: Snapshot,
  users: Iterable<number> | "all" | FeatureMatrix,
  options: RecommendManyOptions,
): Request {
  const { exclude, signal, threads = 1, ...selection } = options;
  wholeNumber("threads", threads, 1, 64);
  optionalSignal(signal);
  const { n, itemBiasWeight } = checkRecommend(selection);
  const { userFeatures, itemFeatures } = snapshot.features;
  const { users: table } = snapshot.tables;
  const features = users instanceof FeatureMatrix ? snapshot.checked("users", users, table) : userFeatures;
  const known = exclude === undefined ? null : rowsOf(exclude, features.rows, itemFeatures.rows);
  return {
    rows:
      users === "all" || users instanceof FeatureMatrix
        ? Int32Array.from({ length: features.rows }, (_, row) => row)
        : toRowNumbers("users", users as Iterable<number>, features.rows).slice(),
    vectorsOf(rows) {
      const vectors = represent(table, features, rows);
      for (let at = table.oneColumn; at < vectors.length; at += table.rowLength) vectors[at] = itemBiasWeight;
      return vectors;
    },
    ownOf: (row) => known?.indices.subarray(known.indptr[row], known.indptr[row + 1]) ?? NO_ITEMS,
    leftOut: leftOutBy(selection, itemFeatures.rows),
    n: Math.min(n, itemFeatures.rows),
    threads: canShareMemory() ? threads : 1,
    signal,
  };
}

/** Fewer users where lists are long, so that a block stays small. */
function blocksOf({ rows, n }: Request): Int32Array[] {
  const size = Math.max(1, Math.min(BLOCK, Math.floor(MOST_NUMBERS / Math.max(1, n))));
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) =>
    rows.subarray(i * size, (i + 1) * size),
  );
}

/** Null where this thread makes all lists. */
async function startHelpers(
  index: ItemIndex,
  blocks: Int32Array[],
  { threads, n, leftOut, ownOf }: Request,
): Promise<ListHelpers | null> {
  const count = Math.min(threads, blocks.length) - 1;
  if (count < 1 || n === 0) return null;
  const owned = (rows: Int32Array) => rows.reduce((sum, row) => sum + ownOf(row).length, 0);
  const mostOwn = blocks.reduce((most, rows) => Math.max(most, owned(rows)), 0);
  return ListHelpers.start(index, count, { n, leftOut, size: blocks[0].length, mostOwn });
}

async function listsOf(rows: Int32Array, index: ItemIndex, request: Request): Promise<Recommendations[]> {
  const { vectorsOf, ownOf, leftOut, n } = request;
  const block: Recommendations[] = [];
  for (const user of rows) {
    await nextTaskIfDue();
    checkSignal(request);
    const own = ownOf(user);
    const all = leftOut.length === 0 ? own : joined(leftOut, own);
    block.push({ user, ...index.best(vectorsOf([user]), n, all) });
  }
  return block;
}

function checkSignal({ signal }: Request): void {
  if (signal?.aborted) throw new CancelledError("Recommending was stopped.");
}

function rowsOf(exclude: Interactions, users: number, items: number): Rows {
  instanceOf("exclude", exclude, Interactions);
  exclude.check();
  if (exclude.users !== users || exclude.items !== items) {
    throw new ArgumentError(
      `exclude is of ${exclude.users} users and ${exclude.items} items, but there are ${users} users and ${items} items.`,
    );
  }
  return toRows(exclude);
}
