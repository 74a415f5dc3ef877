import { instanceOf } from "../arguments.ts";
import { ArgumentError } from "../errors.ts";
import { Interactions } from "../matrix/Interactions.ts";
import { type Rows, toRows } from "../matrix/rows.ts";
import { nextTask, SLICE } from "../nextTask.ts";
import { Allocator, inFours } from "./memory/Allocator.ts";
import { Kernel } from "./memory/Kernel.ts";

/** Ranks of test items, laid out as the rows of the test interactions. */
export interface TestRanks {
  items: number;
  /** The rows that `ranks` corresponds to. */
  test: Rows;
  /** How many train items each user has; these are left out of the ranking. */
  trainCounts: Int32Array;
  /** 0 is the top. f32 as in LightFM. */
  ranks: Float32Array;
}

/** How items are scored: for each user by vectors, or by one score an item for all (popularity). */
export type Scoring =
  | {
      users: number;
      /** The vectors of these users, one after the other. */
      vectorsOf: (users: Int32Array) => Float32Array;
      itemVectors: Float32Array;
      rowLength: number;
    }
  | { itemScores: Float32Array };

/** `vectorsOf` where all users' vectors are at hand. */
export function picked(
  vectors: Float32Array,
  rowLength: number,
): Pick<Extract<Scoring, { rowLength: number }>, "users" | "vectorsOf"> {
  const rowOf = (user: number) => vectors.subarray(user * rowLength, (user + 1) * rowLength);
  return {
    users: vectors.length / rowLength,
    vectorsOf: (users) => {
      const own = new Float32Array(users.length * rowLength);
      users.forEach((user, i) => void own.set(rowOf(user), i * rowLength));
      return own;
    },
  };
}

/** Scores compared between two chances for other work: some tens of milliseconds. */
const SCORES_A_SLICE = 4_000_000;

/** @throws ArgumentError if these are not interactions of as many users and items as are scored. */
function checkRanked(name: string, interactions: Interactions, users: number | null, items: number): void {
  instanceOf(name, interactions, Interactions);
  interactions.check();
  if ((users !== null && interactions.users !== users) || interactions.items !== items) {
    throw new ArgumentError(
      `${name} is of ${interactions.users} users and ${interactions.items} items, but ${users === null ? "" : `${users} users and `}${items} items are scored.`,
    );
  }
}

/**
 * Train items leave their places to others: one that is in test as well would make a share of a list exceed 1.
 * @param otherwise what else to do about it
 * @throws ArgumentError if they share a pair, naming its user and item.
 */
export function checkApart(name: string, test: Rows, train: Rows, otherwise: string): void {
  const known = new Set<number>();
  for (let user = 0; user + 1 < test.indptr.length; user++) {
    const own = test.indices.subarray(test.indptr[user], test.indptr[user + 1]);
    if (own.length === 0) continue;
    known.clear();
    for (let i = train.indptr[user]; i < train.indptr[user + 1]; i++) known.add(train.indices[i]);
    const shared = own.find((item) => known.has(item));
    if (shared === undefined) continue;
    throw new ArgumentError(
      `${name} and train must not share a pair, as they do user ${user} and item ${shared}: leave it out of one of them, or ${otherwise}.`,
    );
  }
}

/**
 * LightFM's `predict_ranks`: for every liked test interaction, how many other items that are not among
 * the user's train interactions score at least as high.
 * @param refusesShared whether a like may not be in both test and train
 * @throws ArgumentError if the shapes differ.
 */
export async function rankTestItems(
  scoring: Scoring,
  test: Interactions,
  train?: Interactions,
  onSlice?: (done: number) => void,
  refusesShared = false,
): Promise<TestRanks> {
  const byVectors = "vectorsOf" in scoring;
  const scoredItems = byVectors ? scoring.itemVectors.length / scoring.rowLength : scoring.itemScores.length;
  checkRanked("test", test, byVectors ? scoring.users : null, scoredItems);
  if (train !== undefined) checkRanked("train", train, test.users, scoredItems);
  const { users, items } = test;
  const testRows = toRows(test, "likes");
  const trainRows = train ? toRows(train) : { indptr: new Int32Array(users + 1), indices: new Int32Array() };
  if (refusesShared) checkApart("test", testRows, trainRows, "give checkIntersections: false");
  const rowBytes = byVectors ? scoring.rowLength * 4 : 0;
  const roundedUp = inFours(items);

  // Of large data, few users may be in the test: the kernel hears of those alone.
  const tested = usersIn(testRows);
  const [ownTest, ownTrain] = [rowsOf(testRows, tested), rowsOf(trainRows, tested)];
  const memory = new Allocator();
  const userVectors = memory.block(tested.length * rowBytes);
  const itemVectors = memory.block(roundedUp * Math.max(rowBytes, 4));
  const scores = memory.block(roundedUp * 4);
  const blocks = [ownTrain.indptr, ownTrain.indices, ownTest.indptr, ownTest.indices].map((array) => ({
    array,
    pointer: memory.block(array.byteLength),
  }));
  const ranks = memory.block(testRows.indices.length * 4);
  const kernel = await Kernel.create(memory.bytes);
  for (const { array, pointer } of blocks) kernel.u32(pointer, array.length).set(array);
  if (byVectors) {
    kernel.f32(userVectors, tested.length * scoring.rowLength).set(scoring.vectorsOf(tested));
  }
  const itemSide = byVectors ? scoring.itemVectors : scoring.itemScores;
  kernel.f32(itemVectors, itemSide.length).set(itemSide);

  const usersASlice = Math.max(1, Math.floor(SCORES_A_SLICE / items));
  const [trainIndptr, trainIndices, testIndptr, testIndices] = blocks.map(({ pointer }) => pointer);
  let pause = performance.now() + SLICE;
  for (let from = 0; from < tested.length; from += usersASlice) {
    const to = Math.min(tested.length, from + usersASlice);
    kernel.run.rankTestItems(
      userVectors,
      itemVectors,
      items,
      rowBytes,
      scores,
      trainIndptr,
      trainIndices,
      testIndptr,
      testIndices,
      from,
      to,
      ranks,
    );
    if (performance.now() < pause) continue;
    onSlice?.(to / tested.length);
    await nextTask();
    pause = performance.now() + SLICE;
  }
  const trainCounts = new Int32Array(users);
  for (let user = 0; user < users; user++)
    trainCounts[user] = trainRows.indptr[user + 1] - trainRows.indptr[user];
  return { items, test: testRows, trainCounts, ranks: kernel.f32(ranks, testRows.indices.length).slice() };
}

/** Those who have any entries. */
function usersIn({ indptr }: Rows): Int32Array {
  const users = new Int32Array(indptr.length - 1);
  let count = 0;
  for (let user = 0; user < users.length; user++) if (indptr[user] < indptr[user + 1]) users[count++] = user;
  return users.subarray(0, count);
}

/** The rows of these users alone. */
function rowsOf({ indptr, indices }: Rows, users: Int32Array): Rows {
  const starts = new Int32Array(users.length + 1);
  users.forEach((user, i) => {
    starts[i + 1] = starts[i] + indptr[user + 1] - indptr[user];
  });
  const own = new Int32Array(starts[users.length]);
  users.forEach((user, i) => void own.set(indices.subarray(indptr[user], indptr[user + 1]), starts[i]));
  return { indptr: starts, indices: own };
}
