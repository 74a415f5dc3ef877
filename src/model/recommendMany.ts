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
import { Interactions } from "../matrix/Interactions.ts";
import { type Rows, toRows } from "../matrix/rows.ts";
import { nextTaskIfDue } from "../nextTask.ts";
import type { ItemIndex, Ranked } from "./ItemIndex.ts";
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
  refuseIds,
  rowOf,
  SELECTION_OPTIONS,
  selectionByRow,
} from "./selection.ts";
import { canShareMemory } from "./threads/HelperThreads.ts";
import { ListHelpers } from "./threads/ListHelpers.ts";
import { worthwhileThreads } from "./threads/worthwhileThreads.ts";

/** Options of `recommendMany`. */
export interface RecommendManyOptions<I = number> extends Omit<RecommendOptions<I>, "exclude" | "diversity"> {
  /** Interactions to leave out of each user's list, such as those the model was trained on. */
  exclude?: Interactions;
  /** Stops before the next user. */
  signal?: AbortSignal;
  /**
   * Threads that make the lists at most, 1 to 64; 1 if left out. The lists are the same and come in the same order. A
   * thread takes about as long to start as the lists of a thousand users take, so others join only where each has more
   * than that to do. If memory cannot be shared or no thread can be started, one thread makes all the lists.
   */
  threads?: number;
}

/** One user's list, by row. */
export interface Recommendations extends Ranked {
  user: number;
}

/** One user's list, by ids. */
export interface RecommendationsById<User extends Id, Item extends Id> extends RankedIds<Item> {
  user: User;
}

/** Users to a block, at most, and numbers to its lists. */
const BLOCK = 256;
const MOST_NUMBERS = 1_000_000;

/** Numbers in lists that the thread that asks may have made ahead of those that were handed out. */
const MOST_AHEAD = 4_000_000;

const NO_ITEMS = new Int32Array();

/** Rows, or ids if there is a mapping, or rows of features. */
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
    if (users !== "all") refuseIds("users", users);
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
  /** The items that this row's list may not hold, in addition to `leftOut`. */
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
  const team = new Team(index, blocks, request);
  const made = new Map<number, Recommendations[]>();
  const lead = Math.floor(MOST_AHEAD / Math.max(1, (blocks[0]?.length ?? 0) * request.n));
  let taken = 0;
  const letHelp = () => {
    taken += team.help(taken, made);
  };
  try {
    for (let block = 0; block < blocks.length; block++) {
      if (taken > block) letHelp();
      while (!made.has(block)) {
        if (taken === blocks.length || taken > block + lead) {
          await team.helped();
          continue;
        }
        const own = taken++;
        letHelp();
        made.set(own, await listsOf(blocks[own], index, request));
        team.check();
      }
      checkSignal(request);
      yield made.get(block) as Recommendations[];
      made.delete(block);
    }
  } finally {
    team.disband();
  }
}

/**
 * Threads that make lists beside the one that asks. Starting them takes longer than the lists of some hundred users, so
 * that one begins alone, and it never waits for them while there are blocks that nobody has taken.
 */
class Team {
  readonly #blocks: readonly Int32Array[];
  readonly #request: Request;
  readonly #starting: Promise<void>;
  #helpers: ListHelpers | null = null;
  #helped: Promise<void> | null = null;
  #failure: unknown = null;

  constructor(index: ItemIndex, blocks: readonly Int32Array[], request: Request) {
    this.#blocks = blocks;
    this.#request = request;
    this.#starting = startHelpers(index, blocks, request).then((helpers) => {
      this.#helpers = helpers;
    }, this.#failed);
  }

  /** Gives idle helpers the blocks from one on; their lists come into `made`. Returns how many blocks they took. */
  help(from: number, made: Map<number, Recommendations[]>): number {
    if (!this.#helpers || this.#helped) return 0;
    // The last one is made here: whoever waits at the end for a thread that another program holds up waits long.
    const theirs = this.#blocks.slice(from, Math.min(from + this.#helpers.count, this.#blocks.length - 1));
    if (theirs.length === 0) return 0;
    const { vectorsOf, ownOf } = this.#request;
    const lists = this.#helpers.lists(
      theirs.map((rows) => ({ vectors: vectorsOf(rows), own: Array.from(rows, ownOf) })),
    );
    this.#helped = lists.then((found) => {
      this.#helped = null;
      for (const [i, rows] of theirs.entries()) {
        made.set(
          from + i,
          found[i].map((list, place) => ({ user: rows[place], ...list })),
        );
      }
    }, this.#failed);
    return theirs.length;
  }

  /** Resolves once the helpers have made what they took. @throws WorkerFailedError if one has died. */
  async helped(): Promise<void> {
    await this.#helped;
    this.check();
  }

  /** @throws WorkerFailedError if a helper has died */
  check(): void {
    if (this.#failure) throw this.#failure;
  }

  disband(): void {
    void this.#starting.then(() => this.#helpers?.terminate());
  }

  readonly #failed = (error: unknown): void => {
    this.#failure = error;
  };
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

/** Null if this thread makes all lists. */
async function startHelpers(
  index: ItemIndex,
  blocks: readonly Int32Array[],
  { rows, threads, n, leftOut, ownOf }: Request,
): Promise<ListHelpers | null> {
  const count = Math.min(threads, blocks.length, worthwhileThreads(index, rows.length, n)) - 1;
  if (count < 1 || n === 0) return null;
  const owned = (block: Int32Array) => block.reduce((sum, row) => sum + ownOf(row).length, 0);
  const mostOwn = blocks.reduce((most, block) => Math.max(most, owned(block)), 0);
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
