import { checkKeys, checkOptions, oneOf, optionalNumbers, sameLength, toRowNumbers } from "../arguments.ts";
import { ArgumentError } from "../errors.ts";
import type { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import { SeededRandom } from "../matrix/random.ts";
import { atOnce } from "../steps.ts";
import { beginEpoch, drawSeeds } from "./epoch.ts";
import { DISLIKES, type Dislikes, type Hyperparameters } from "./hyperparameters.ts";
import type { ItemIndex } from "./ItemIndex.ts";
import { LOSSES } from "./losses.ts";
import { FeatureTable } from "./memory/FeatureTable.ts";
import { reserveKnown, writeKnown } from "./memory/knownItems.ts";
import { IDENTITY } from "./memory/matrixBlocks.ts";
import { NOT_PACKED } from "./memory/packedFeatures.ts";
import { reservePlan, writePlan } from "./memory/plan.ts";
import { reserveRows, writeRows } from "./memory/userRows.ts";
import type { Representation, Snapshot } from "./Snapshot.ts";
import { learntFrom, writeVisits } from "./visits.ts";

/** The interactions of one user; items in any order, each once. */
export interface OwnInteractions {
  itemIds: ArrayLike<number>;
  /** Above 0 a like, otherwise a dislike; all likes if left out. */
  values?: ArrayLike<number> | null;
  /** Sample weights; all 1 if left out. */
  weights?: ArrayLike<number> | null;
}

/** The same, checked. */
export interface CheckedOwnInteractions {
  itemIds: Int32Array;
  values: Float32Array;
  weights: Float32Array | null;
}

/** Epochs of folding in: a user's vector has settled by then. */
const EPOCHS = 20;

/** @throws ArgumentError if an item is out of range or named twice, or the lists do not fit together. */
export function checkOwn(own: OwnInteractions, items: number): CheckedOwnInteractions {
  checkKeys(own, ["itemIds", "values", "weights"], "own");
  const itemIds = toRowNumbers("itemIds", own.itemIds, items);
  const values = optionalNumbers("values", own.values);
  const weights = optionalNumbers("weights", own.weights);
  sameLength({ itemIds, values, weights });
  if (new Set(itemIds).size !== itemIds.length) throw new ArgumentError("itemIds must hold each item once.");
  return { itemIds, values: values ?? new Float32Array(itemIds.length).fill(1), weights };
}

/**
 * A user's vector learnt from their own interactions by the model's loss, with everything else held still.
 * The same interactions give the same vector, whatever their order.
 * @param start one row: where the vector begins; it stays as it is
 * @returns a row of the same kind: a view that the next question ends
 */
function foldIn(
  index: ItemIndex,
  own: CheckedOwnInteractions,
  start: FeatureTable,
  dislikes: Dislikes,
): Float32Array {
  const { kernel } = index;
  const hyper = { ...index.hyper, dislikes };
  const { plan, visits, values } = layOut(index, own, start, hyper);
  const random = new SeededRandom(hyper.seed);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    beginEpoch(kernel, plan, drawSeeds(random));
    kernel.run.shuffle(plan);
    kernel.run[LOSSES[hyper.loss].kernel](plan, 0, visits);
    kernel.run.regularize(plan);
  }
  return kernel.f32(values, start.values.length);
}

/**
 * Lays the epochs of one user out in the index's workspace.
 * @returns where the plan and the user's row lie, and the number of visits
 */
function layOut(
  index: ItemIndex,
  own: CheckedOwnInteractions,
  start: FeatureTable,
  hyper: Hyperparameters,
): { plan: number; visits: number; values: number } {
  const { kernel } = index;
  const { length } = own.itemIds;
  const memory = index.workspace();
  const plan = reservePlan(memory, hyper, NOT_PACKED);
  const ownRows = { ...own, users: 1, items: index.items, userIds: new Int32Array(length), length };
  const known = reserveKnown(memory, hyper, ownRows);
  const negatives = own.itemIds
    .filter((_, i) => hyper.dislikes === "negatives" && !(own.values[i] > 0))
    .sort();
  const disliked = reserveRows(memory, 1, negatives.length);
  const byItem = Int32Array.from(own.itemIds.keys()).sort((a, b) => own.itemIds[a] - own.itemIds[b]);
  const visits = learntFrom(hyper, own.values, byItem);
  const interactions = {
    visits: memory.block(visits.length * 8),
    weights: own.weights ? memory.block(visits.length * 4) : 0,
    pool: index.pool,
    poolSize: index.items,
    known,
    disliked,
  };
  const values = memory.block(start.values.byteLength);
  const sums = memory.block(start.sums.byteLength);
  const momenta = start.momenta ? memory.block(start.momenta.byteLength) : 0;
  kernel.reserve(memory.bytes);

  writeVisits(kernel, interactions, ownRows, visits);
  atOnce(writeKnown(kernel, known, ownRows));
  writeRows(kernel, disliked, { indptr: Int32Array.of(0, negatives.length), indices: negatives });
  kernel.f32(values, start.values.length).set(start.values);
  kernel.f32(sums, start.sums.length).set(start.sums);
  if (start.momenta) kernel.f32(momenta, start.momenta.length).set(start.momenta);
  const part = { from: 0, to: visits.length, firstCopy: 0 };
  const user = { rows: 1, features: 1, matrix: IDENTITY, values, sums, momenta };
  const still = { rows: index.items, features: index.items, matrix: IDENTITY, values: index.vectors };
  writePlan(
    kernel,
    hyper,
    plan,
    part,
    interactions,
    { ...user, alpha: hyper.userAlpha, frozen: false },
    { ...still, sums: 0, momenta: 0, alpha: 0, frozen: true },
    NOT_PACKED,
  );
  return { plan: plan.plan, visits: visits.length, values };
}

/** Options for folding somebody in. */
export interface FoldInOptions {
  /** The model's own setting if left out. */
  dislikes?: Dislikes;
  /** What else is known about the user, as a matrix of one row: the vector starts from it instead of at random. */
  userFeatures?: FeatureMatrix;
}

/** @throws ArgumentError if the interactions or the options do not fit the model. */
export async function foldInUser(
  snapshot: Snapshot,
  own: OwnInteractions,
  options: FoldInOptions,
): Promise<Representation> {
  checkOptions(options, ["dislikes", "userFeatures"]);
  const { noComponents, learningSchedule, seed, dislikes } = snapshot.hyper;
  if (options.dislikes !== undefined) oneOf("dislikes", options.dislikes, DISLIKES);
  const start = FeatureTable.begin("user", noComponents, learningSchedule).grown(1, new SeededRandom(seed));
  if (options.userFeatures !== undefined) {
    start.values.set(snapshot.vectorByFeatures("userFeatures", options.userFeatures));
    start.values[start.oneColumn] = 0;
  }
  const index = await snapshot.itemIndex();
  const vector = foldIn(index, checkOwn(own, index.items), start, options.dislikes ?? dislikes);
  return { embedding: vector.slice(0, noComponents), bias: vector[start.biasColumn] };
}
