import { instanceOf } from "../../arguments.ts";
import { ArgumentError } from "../../errors.ts";
import { addSquare } from "../../matrix/addSquare.ts";
import { cholesky, solveCholesky } from "../../matrix/cholesky.ts";
import { SeededRandom } from "../../matrix/random.ts";
import type { Steps } from "../../steps.ts";
import { indicesIn, type Likes } from "../neighbours/likes.ts";

/** Users who teach, at most: more add seconds and nothing that could be measured. */
export const MOST_TEACHERS = 2000;
/** Teachers have as many likes as this, or as the next number where too few have. */
const LIKES_TO_TEACH = [20, 10, 5, 3];
const FEWEST_TEACHERS = 100;
/** How often each teacher's likes are cut to a random part. */
const CUTS = 8;
/** The parts have this many likes, log-uniform. */
const SMALLEST_CUT = 2;
const LARGEST_CUT = 80;
/** The ridge's penalty as a share of the Gram matrix's mean diagonal. */
const PENALTY = 1e-3;

/** The vectors of all items or users, row-major. */
export interface Vectors {
  embeddings: Float32Array;
  noComponents: number;
}

/** Rows and columns of the map for vectors of `noComponents` components. */
export function foldInMapShape(noComponents: number): [rows: number, columns: number] {
  return [2 * noComponents + 2, noComponents];
}

/** @throws ArgumentError if this is not the map of a model with `noComponents` components. */
export function checkFoldInMap(map: Float32Array, noComponents: number): void {
  instanceOf("foldInMap", map, Float32Array);
  const [rows, columns] = foldInMapShape(noComponents);
  if (map.length !== rows * columns) {
    throw new ArgumentError(
      `foldInMap must hold ${rows * columns} numbers for ${noComponents} components, not ${map.length}.`,
    );
  }
}

/**
 * Folds in by a linear map that was taught, where few likes are a noisy thing to learn a vector from. With m
 * the mean of the liked items' vectors and n their number, somebody's vector is φ·B for
 * φ = [m, m/√n, 1, 1/√n]. B is a ridge regression: users of the training data, cut to random parts of their
 * likes, are to get the vector that they have by all of them.
 */
export class LearntFoldIn {
  readonly noComponents: number;
  /** B, row-major, (2·noComponents + 2) × noComponents. */
  readonly map: Float32Array;
  readonly #items: Float32Array;

  /** @param items the vectors that the map was taught with */
  constructor(items: Vectors, map: Float32Array) {
    this.#items = items.embeddings;
    this.noComponents = items.noComponents;
    this.map = map;
  }

  /**
   * The same data and seed give the same map.
   * @param vectorOf the embedding of a user
   * @returns null if nobody has likes enough to teach
   */
  static *teach(
    items: Vectors,
    vectorOf: (user: number) => Float32Array,
    likes: Likes,
    { seed }: { seed: number },
  ): Steps<LearntFoldIn | null> {
    const { noComponents } = items;
    const random = new SeededRandom(seed);
    const teachers = chooseTeachers(likes, random);
    if (teachers.length === 0) return null;
    const width = 2 * noComponents + 2;
    const gram = new Float64Array(width * width);
    const targets = new Float64Array(width * noComponents);
    for (const user of teachers) {
      const own = indicesIn(likes.ofUser, user).slice();
      const vector = vectorOf(user);
      const sum = new Float64Array(width);
      for (let cut = 0; cut < CUTS; cut++) {
        const part = randomPart(own, cutLength(own.length, random), random);
        const traits = describe(items, part);
        for (let row = 0; row < width; row++) sum[row] += traits[row];
        addSquare(gram, traits);
      }
      // Every part has the same target, so its product with their sum does for all.
      addProduct(targets, sum, vector);
      yield;
    }
    return new LearntFoldIn(items, solve(gram, targets, width, noComponents));
  }

  /**
   * The vector of somebody who likes these items; a zero one for nobody's.
   * @param weights how much each like counts, above 0 in sum; all alike if left out
   */
  foldIn(itemIds: ArrayLike<number>, weights?: ArrayLike<number>): Float32Array {
    const { noComponents } = this;
    const vector = new Float32Array(noComponents);
    if (itemIds.length === 0) return vector;
    describe({ embeddings: this.#items, noComponents }, itemIds, weights).forEach((trait, row) => {
      const from = row * noComponents;
      for (let k = 0; k < noComponents; k++) vector[k] += trait * this.map[from + k];
    });
    return vector;
  }
}

function chooseTeachers({ ofUser: { indptr } }: Likes, random: SeededRandom): Int32Array {
  const users = Int32Array.from({ length: indptr.length - 1 }, (_, user) => user);
  const having = (least: number) => users.filter((user) => indptr[user + 1] - indptr[user] >= least);
  const fewest = LIKES_TO_TEACH[LIKES_TO_TEACH.length - 1];
  const least = LIKES_TO_TEACH.find((count) => having(count).length >= FEWEST_TEACHERS) ?? fewest;
  const teachers = having(least);
  random.shuffle(teachers);
  return teachers.subarray(0, MOST_TEACHERS);
}

/** So many of the items, chosen at random: a view that lasts until the next choice. */
function randomPart(items: Int32Array, count: number, random: SeededRandom): Int32Array {
  for (let i = 0; i < count; i++) {
    const chosen = i + random.below(items.length - i);
    const item = items[chosen];
    items[chosen] = items[i];
    items[i] = item;
  }
  return items.subarray(0, count);
}

function cutLength(likes: number, random: SeededRandom): number {
  const largest = Math.min(likes, LARGEST_CUT);
  return Math.round(SMALLEST_CUT * (largest / SMALLEST_CUT) ** random.float());
}

/** φ of the items somebody likes. */
function describe(
  { embeddings, noComponents }: Vectors,
  itemIds: ArrayLike<number>,
  weights?: ArrayLike<number>,
): Float64Array {
  const traits = new Float64Array(2 * noComponents + 2);
  let total = 0;
  for (let i = 0; i < itemIds.length; i++) {
    const from = itemIds[i] * noComponents;
    const weight = weights ? weights[i] : 1;
    total += weight;
    for (let k = 0; k < noComponents; k++) traits[k] += weight * embeddings[from + k];
  }
  const root = Math.sqrt(itemIds.length);
  for (let k = 0; k < noComponents; k++) {
    traits[k] /= total;
    traits[noComponents + k] = traits[k] / root;
  }
  traits[2 * noComponents] = 1;
  traits[2 * noComponents + 1] = 1 / root;
  return traits;
}

/** Adds traits·vectorᵀ. */
function addProduct(targets: Float64Array, traits: Float64Array, vector: Float32Array): void {
  const { length } = vector;
  for (let row = 0, start = 0; row < traits.length; row++, start += length) {
    const trait = traits[row];
    for (let k = 0; k < length; k++) targets[start + k] += trait * vector[k];
  }
}

function solve(gram: Float64Array, targets: Float64Array, width: number, noComponents: number): Float32Array {
  let trace = 0;
  for (let row = 0; row < width; row++) trace += gram[row * width + row];
  for (let row = 0; row < width; row++) gram[row * width + row] += (PENALTY * trace) / width;
  cholesky(gram, width);
  const map = new Float32Array(width * noComponents);
  for (let k = 0; k < noComponents; k++) {
    const column = Float64Array.from({ length: width }, (_, row) => targets[row * noComponents + k]);
    solveCholesky(gram, width, column);
    column.forEach((value, row) => {
      map[row * noComponents + k] = value;
    });
  }
  return map;
}
