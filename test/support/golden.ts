import { auc } from "../../src/evaluation/rankMetrics.ts";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { SeededRandom } from "../../src/matrix/random.ts";
import { checkHyperparameters, type Hyperparameters } from "../../src/model/hyperparameters.ts";
import { FeatureTable, type Side } from "../../src/model/memory/FeatureTable.ts";
import { TrainingMemory } from "../../src/model/memory/TrainingMemory.ts";
import { picked, rankTestItems, type TestRanks } from "../../src/model/rankTestItems.ts";
import { represent } from "../../src/model/represent.ts";

interface Csr {
  shape: [number, number];
  indptr: number[];
  indices: number[];
  data: number[];
}

/** `itemEmbeddings`, `itemEmbeddingGradients`, … `userBiasMomentum`: LightFM's attributes, row-major. */
type State = Record<string, number[]>;

/** One training problem with everything that determines its outcome, and what LightFM made of it. */
export interface Golden {
  name: string;
  hyperparameters: Omit<Hyperparameters, "seed">;
  userFeatures: Csr;
  itemFeatures: Csr;
  interactions: {
    shape: [number, number];
    userIds: number[];
    itemIds: number[];
    values: number[];
    sampleWeights: number[];
  };
  initialState: State;
  finalState: State;
  epochs: { shuffle: number[]; samplerSeed: number }[];
  predictions: { userIds: number[]; itemIds: number[]; scores: number[] };
  ranks: { test: Csr; train: Csr; ranks: number[]; auc: number[] };
}

/** The largest absolute difference from LightFM's figures, by what was compared. */
export interface Deviations {
  state: number;
  predictions: number;
  ranks: number;
  auc: number;
}

/** Replays a golden problem on the kernel and holds every figure against LightFM's. */
export async function replay(golden: Golden): Promise<Deviations> {
  const hyper = checkHyperparameters(golden.hyperparameters);
  const [users, items] = golden.interactions.shape;
  const { userIds, itemIds, values, sampleWeights } = golden.interactions;
  const data = {
    interactions: new Interactions(
      users,
      items,
      Int32Array.from(userIds),
      Int32Array.from(itemIds),
      Float32Array.from(values),
      Float32Array.from(sampleWeights),
    ),
    userFeatures: matrix(golden.userFeatures),
    itemFeatures: matrix(golden.itemFeatures),
  };
  const begun = {
    users: tableOf("user", data.userFeatures.features, hyper, golden.initialState),
    items: tableOf("item", data.itemFeatures.features, hyper, golden.initialState),
  };
  const memory = await TrainingMemory.create(hyper, begun, data);
  for (const { shuffle, samplerSeed } of golden.epochs) {
    memory.arrange(Int32Array.from(shuffle));
    memory.beginEpoch([{ shuffle: 0n, sampler: samplerSeed }]);
    memory.beginPart();
    while (memory.runNext());
    memory.endEpoch();
  }
  const tables = memory.read(begun);

  const userVectors = await represent(tables.users, data.userFeatures);
  const itemVectors = await represent(tables.items, data.itemFeatures);
  const { rowLength } = tables.users;
  const scores = golden.predictions.userIds.map((user, i) => {
    const item = golden.predictions.itemIds[i] * rowLength;
    const row = userVectors.subarray(user * rowLength, (user + 1) * rowLength);
    return row.reduce((sum, x, c) => sum + x * itemVectors[item + c], 0);
  });
  const scoring = { ...picked(userVectors, rowLength), itemVectors, rowLength };
  const ranks = await rankTestItems(scoring, entries(golden.ranks.test), entries(golden.ranks.train));
  return {
    state: Math.max(
      stateDeviation(tables.users, golden.finalState),
      stateDeviation(tables.items, golden.finalState),
    ),
    predictions: largest(scores, golden.predictions.scores),
    ranks: largest(ranks.ranks, golden.ranks.ranks),
    auc: aucDeviation(ranks, golden.ranks.auc),
  };
}

function matrix({ shape, indptr, indices, data }: Csr): FeatureMatrix {
  const [rows, features] = shape;
  return new FeatureMatrix(
    rows,
    features,
    Int32Array.from(indptr),
    Int32Array.from(indices),
    Float32Array.from(data),
  );
}

function entries({ shape, indptr, indices, data }: Csr): Interactions {
  const [users, items] = shape;
  const userIds = indptr.slice(1).flatMap((end, user) => new Array<number>(end - indptr[user]).fill(user));
  return new Interactions(
    users,
    items,
    Int32Array.from(userIds),
    Int32Array.from(indices),
    Float32Array.from(data),
  );
}

/** Where LightFM's arrays lie in the rows of a table. */
function eachParameter(
  table: FeatureTable,
  visit: (array: Float32Array, place: number, attribute: string, index: number) => void,
): void {
  const { side, features, noComponents, rowLength, biasColumn, values, sums, momenta } = table;
  const arrays: [Float32Array | null, string, string][] = [
    [values, "Embeddings", "Biases"],
    [sums, "EmbeddingGradients", "BiasGradients"],
    [momenta, "EmbeddingMomentum", "BiasMomentum"],
  ];
  for (const [array, embeddings, biases] of arrays) {
    if (!array) continue;
    for (let row = 0; row < features; row++) {
      for (let c = 0; c < noComponents; c++) {
        visit(array, row * rowLength + c, side + embeddings, row * noComponents + c);
      }
      visit(array, row * rowLength + biasColumn, side + biases, row);
    }
  }
}

function tableOf(side: Side, features: number, hyper: Hyperparameters, state: State): FeatureTable {
  const random = new SeededRandom(0);
  const table = FeatureTable.begin(side, hyper.noComponents, hyper.learningSchedule).grown(features, random);
  eachParameter(table, (array, place, attribute, index) => {
    array[place] = state[attribute][index];
  });
  return table;
}

function stateDeviation(table: FeatureTable, state: State): number {
  let deviation = 0;
  eachParameter(table, (array, place, attribute, index) => {
    deviation = larger(deviation, array[place] - state[attribute][index]);
  });
  return deviation;
}

/**
 * The golden AUC figures take the ranks in the order of the test row, where LightFM's `auc_score` and
 * their own README sort them first (checked against PyPI's lightfm-next on the same state). Both follow
 * from the ranks, which are compared one by one, so a file passes under either rule.
 */
function aucDeviation(ranks: TestRanks, expected: number[]): number {
  const sorted = largest(Array.from(auc(ranks), orHalf), expected);
  return Math.min(sorted, largest(Array.from(aucUnsorted(ranks), orHalf), expected));
}

/** LightFM gives users without test items 0.5. */
function orHalf(figure: number): number {
  return Number.isNaN(figure) ? 0.5 : figure;
}

function aucUnsorted({ items, test, trainCounts, ranks }: TestRanks): number[] {
  return Array.from(trainCounts, (trained, user) => {
    const own = [...ranks.subarray(test.indptr[user], test.indptr[user + 1])];
    const negatives = items - own.length - trained;
    return own.reduce((sum, rank, i) => sum + 1 - Math.max(0, rank - i) / negatives, 0) / own.length;
  });
}

function largest(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  let deviation = 0;
  for (let i = 0; i < expected.length; i++) deviation = larger(deviation, actual[i] - expected[i]);
  return deviation;
}

/** NaN is the largest deviation of all. */
function larger(deviation: number, difference: number): number {
  return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : Math.max(deviation, Math.abs(difference));
}
