import type { FeatureMatrix } from "../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../src/matrix/Interactions.ts";
import { SeededRandom } from "../src/matrix/random.ts";
import { type Rows, toRows } from "../src/matrix/rows.ts";
import type { CheckedOwnInteractions } from "../src/model/foldIn.ts";

const LEARNING_RATE = 0.05;
const MAX_SAMPLED = 10;
const LARGEST_WEIGHT = 10;

/** Rows of an embedding and a bias, and the sums of squared gradients beside them. */
export interface PlainTable {
  values: Float32Array;
  sums: Float32Array;
}

/**
 * What `assembly/warp.ts` does at LightFM's defaults (adagrad, no penalty), as one would write it in
 * TypeScript alone: typed arrays, sparse rows, the same order of visits, the same sampler, the same draws.
 */
export class PlainWarp {
  readonly users: PlainTable;
  readonly items: PlainTable;
  readonly #interactions: Interactions;
  readonly #known: Rows;
  readonly #features: FeatureMatrix | null;
  readonly #itemsFrozen: boolean;
  readonly #rankWeights: Float64Array;
  readonly #order: Int32Array;
  readonly #random: SeededRandom;
  readonly #userVector: Float32Array;
  readonly #difference: Float32Array;

  private constructor(
    components: number,
    random: SeededRandom,
    interactions: Interactions,
    known: Rows,
    features: FeatureMatrix | null,
    items: PlainTable | null,
  ) {
    this.#random = random;
    this.#interactions = interactions;
    this.#known = known;
    this.#features = features;
    this.users = beginTable(interactions.users, components, random);
    this.items = items ?? beginTable(features?.features ?? interactions.items, components, random);
    this.#itemsFrozen = items !== null;
    this.#rankWeights = rankWeights(interactions.items);
    this.#order = Int32Array.from(interactions.userIds.keys());
    this.#userVector = new Float32Array(components);
    this.#difference = new Float32Array(components);
  }

  /** @param features of the items; null if each is known by itself alone, as users are. */
  static begin(interactions: Interactions, features: FeatureMatrix | null, components: number): PlainWarp {
    return new PlainWarp(components, new SeededRandom(1), interactions, toRows(interactions), features, null);
  }

  /** A model of one user among items that hold still: `epoch` folds the user in. */
  static foldingIn(itemVectors: Float32Array, components: number, own: CheckedOwnInteractions): PlainWarp {
    const items = itemVectors.length / (components + 1);
    const userIds = new Int32Array(own.itemIds.length);
    const interactions = new Interactions(1, items, userIds, own.itemIds, own.values);
    const known = { indptr: Int32Array.of(0, userIds.length), indices: own.itemIds.toSorted() };
    const table = { values: itemVectors, sums: new Float32Array() };
    return new PlainWarp(components, new SeededRandom(1), interactions, known, null, table);
  }

  /** The vectors of all items, their biases included, as `foldingIn` takes them. */
  itemVectors(): Float32Array {
    const { items } = this.#interactions;
    const components = this.#difference.length;
    const vectors = new Float32Array(items * (components + 1));
    for (let item = 0; item < items; item++) {
      const from = item * (components + 1);
      this.#addItem(vectors.subarray(from, from + components), item, 1);
      this.#userVector.fill(0);
      vectors[from + components] = this.#score(item);
    }
    return vectors;
  }

  /** Visits every interaction in a new order. Returns the mean loss. */
  epoch(): number {
    this.#random.shuffle(this.#order);
    return this.visit(this.#order, this.#random.uint32());
  }

  visit(order: Int32Array, samplerSeed: number): number {
    const { userIds, itemIds, values, items } = this.#interactions;
    const width = this.#userVector.length + 1;
    const userVector = this.#userVector;
    const userValues = this.users.values;
    let state = samplerSeed | 0;
    let loss = 0;
    let learnt = 0;
    for (let v = 0; v < order.length; v++) {
      const interaction = order[v];
      if (!(values[interaction] > 0)) continue;
      const user = userIds[interaction];
      const positive = itemIds[interaction];
      const start = user * width;
      for (let c = 0; c < userVector.length; c++) userVector[c] = userValues[start + c];
      const bar = this.#score(positive) - 1;
      learnt++;
      for (let drawn = 1; drawn <= MAX_SAMPLED; drawn++) {
        // musl's rand_r, as LightFM samples.
        state = (Math.imul(state, 1103515245) + 12345) | 0;
        let x = state;
        x ^= x >>> 11;
        x ^= (x << 7) & 0x9d2c5680;
        x ^= (x << 15) & 0xefc60000;
        x ^= x >>> 18;
        const negative = (x >>> 1) % items;
        const score = this.#score(negative);
        if (score <= bar || this.#isKnown(user, negative)) continue;
        const weight = this.#rankWeights[drawn];
        loss += weight * (score - bar);
        this.#step(user, positive, negative, weight);
        break;
      }
    }
    return loss / learnt;
  }

  /** An item's score for the user whose vector is at hand, without the user's bias, which cancels. */
  #score(item: number): number {
    const features = this.#features;
    if (features === null) return this.#featureScore(item);
    const { indptr, indices, data } = features;
    let sum = 0;
    for (let i = indptr[item]; i < indptr[item + 1]; i++) sum += data[i] * this.#featureScore(indices[i]);
    return sum;
  }

  #featureScore(feature: number): number {
    const { values } = this.items;
    const userVector = this.#userVector;
    const components = userVector.length;
    const start = feature * (components + 1);
    let sum = values[start + components];
    for (let c = 0; c < components; c++) sum += userVector[c] * values[start + c];
    return sum;
  }

  #isKnown(user: number, item: number): boolean {
    const { indptr, indices } = this.#known;
    let from = indptr[user];
    let to = indptr[user + 1];
    while (from < to) {
      const middle = (from + to) >> 1;
      const found = indices[middle];
      if (found === item) return true;
      if (found < item) from = middle + 1;
      else to = middle;
    }
    return false;
  }

  #step(user: number, positive: number, negative: number, loss: number): void {
    const difference = this.#difference;
    difference.fill(0);
    this.#addItem(difference, negative, 1);
    this.#addItem(difference, positive, -1);
    if (!this.#itemsFrozen) {
      this.#stepItem(positive, -loss);
      this.#stepItem(negative, loss);
    }
    stepRow(this.users, user, difference, loss);
  }

  #addItem(vector: Float32Array, item: number, sign: number): void {
    const features = this.#features;
    if (features === null) {
      this.#addFeature(vector, item, sign);
      return;
    }
    const { indptr, indices, data } = features;
    for (let i = indptr[item]; i < indptr[item + 1]; i++)
      this.#addFeature(vector, indices[i], sign * data[i]);
  }

  #addFeature(vector: Float32Array, feature: number, weight: number): void {
    const { values } = this.items;
    const start = feature * (vector.length + 1);
    for (let c = 0; c < vector.length; c++) vector[c] += weight * values[start + c];
  }

  #stepItem(item: number, loss: number): void {
    const features = this.#features;
    if (features === null) {
      stepRow(this.items, item, this.#userVector, loss);
      return;
    }
    const { indptr, indices, data } = features;
    for (let i = indptr[item]; i < indptr[item + 1]; i++) {
      stepRow(this.items, indices[i], this.#userVector, loss * data[i]);
    }
  }
}

/** The gradient of a row is `loss` times a vector, of its bias `loss` itself. */
function stepRow({ values, sums }: PlainTable, row: number, vector: Float32Array, loss: number): void {
  const components = vector.length;
  const start = row * (components + 1);
  for (let c = 0; c < components; c++) {
    const gradient = loss * vector[c];
    const sum = sums[start + c];
    values[start + c] -= (LEARNING_RATE / Math.sqrt(sum)) * gradient;
    sums[start + c] = sum + gradient * gradient;
  }
  const bias = start + components;
  const sum = sums[bias];
  values[bias] -= (LEARNING_RATE / Math.sqrt(sum)) * loss;
  sums[bias] = sum + loss * loss;
}

function beginTable(features: number, components: number, random: SeededRandom): PlainTable {
  const width = components + 1;
  const values = Float32Array.from({ length: features * width }, (_, i) =>
    i % width === components ? 0 : (random.float() - 0.5) / components,
  );
  return { values, sums: new Float32Array(values.length).fill(1) };
}

function rankWeights(items: number): Float64Array {
  return Float64Array.from({ length: MAX_SAMPLED + 1 }, (_, draws) =>
    Math.min(LARGEST_WEIGHT, Math.log(Math.max(1, Math.floor((items - 1) / Math.max(1, draws))))),
  );
}
