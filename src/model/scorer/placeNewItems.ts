import { cholesky, solveCholesky } from "../../matrix/cholesky.ts";
import type { FeatureMatrix } from "../../matrix/FeatureMatrix.ts";

/** Traits at most: the most frequent ones. The work grows by the cube. */
const MOST_TRAITS = 1000;
/** How many items have a feature that is a trait, and two features at once that are one. */
const FEWEST_WITH_FEATURE = 2;
const FEWEST_WITH_PAIR = 10;
/** Items of more features, such as tags, have too many pairs. */
const MOST_PAIRED = 20;
/** 30 to 100 do alike (`docs/quality.md`). */
const PENALTY = 30;

/** Vectors of all items, one after the other. */
export interface ItemRows {
  vectors: Float32Array;
  rowLength: number;
  /** Places in a row that are learnt. */
  columns: readonly number[];
}

/**
 * Moves items that nobody likes yet half of the way, in place, to where their features say that they belong. The
 * model's vector is the sum of their features', one of which, their own, was never learnt, and the others leave to
 * the own ones of known items what those explain better. A ridge regression leads from features, and from two of them
 * at once (a comedy that is a romance, a western of the sixties), to the known items' whole vectors, each weighted by
 * the root of its likes.
 * @param likes how many each item has
 */
export function placeNewItems(
  { vectors, rowLength, columns }: ItemRows,
  features: FeatureMatrix,
  likes: Int32Array,
): void {
  if (features.isIdentity || !likes.includes(0)) return;
  const { indptr, traits, weights, count } = traitsOfItems(features);
  if (count === 0) return;
  // The last trait, which is not penalised, is what all items have.
  const width = count + 1;
  const depth = columns.length;
  const gram = new Float64Array(width * width);
  const targets = new Float64Array(width * depth);
  for (let item = 0; item < likes.length; item++) {
    if (likes[item] === 0) continue;
    for (let i = indptr[item]; i < indptr[item + 1]; i++) {
      const row = traits[i];
      const weighted = Math.sqrt(likes[item]) * weights[i];
      for (let j = indptr[item]; j < indptr[item + 1]; j++) {
        if (traits[j] <= row) gram[row * width + traits[j]] += weighted * weights[j];
      }
      for (let k = 0; k < depth; k++) {
        targets[row * depth + k] += weighted * vectors[item * rowLength + columns[k]];
      }
    }
  }
  // Nobody likes anything.
  if (gram[gram.length - 1] === 0) return;
  for (let trait = 0; trait < count; trait++) gram[trait * width + trait] += PENALTY;
  cholesky(gram, width);
  const column = new Float64Array(width);
  for (let k = 0; k < depth; k++) {
    for (let trait = 0; trait < width; trait++) column[trait] = targets[trait * depth + k];
    solveCholesky(gram, width, column);
    for (let item = 0; item < likes.length; item++) {
      if (likes[item] > 0) continue;
      let placed = 0;
      for (let i = indptr[item]; i < indptr[item + 1]; i++) placed += weights[i] * column[traits[i]];
      const at = item * rowLength + columns[k];
      vectors[at] = (vectors[at] + placed) / 2;
    }
  }
}

/** Of each item, the features and pairs of features that tell of other items too, and one that all have. */
interface Traits {
  indptr: Int32Array;
  /** Places from 0 to `count`. */
  traits: Int32Array;
  weights: Float64Array;
  count: number;
}

function traitsOfItems(features: FeatureMatrix): Traits {
  const { indptr, indices, data, rows } = features;
  const items = new Int32Array(features.features);
  for (const feature of indices) items[feature]++;
  // Two features at once are numbered behind all single ones.
  const numberOf = (one: number, other: number) =>
    features.features * (1 + Math.min(one, other)) + Math.max(one, other);
  const eachTrait = (item: number, visit: (trait: number, weight: number) => void) => {
    const own: number[] = [];
    for (let i = indptr[item]; i < indptr[item + 1]; i++) {
      if (items[indices[i]] >= FEWEST_WITH_FEATURE) own.push(i);
    }
    for (const [place, i] of own.entries()) {
      visit(indices[i], data[i]);
      if (own.length > MOST_PAIRED) continue;
      for (const j of own.slice(place + 1)) visit(numberOf(indices[i], indices[j]), data[i] * data[j]);
    }
  };
  const counts = new Map<number, number>();
  for (let item = 0; item < rows; item++) {
    eachTrait(item, (trait) => counts.set(trait, (counts.get(trait) ?? 0) + 1));
  }
  const chosen = [...counts]
    .filter(([trait, count]) => trait < features.features || count >= FEWEST_WITH_PAIR)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_TRAITS);
  const places = new Map(chosen.map(([trait], place) => [trait, place]));
  const starts = new Int32Array(rows + 1);
  const traits: number[] = [];
  const weights: number[] = [];
  for (let item = 0; item < rows; item++) {
    eachTrait(item, (trait, weight) => {
      const place = places.get(trait);
      if (place === undefined) return;
      traits.push(place);
      weights.push(weight);
    });
    traits.push(chosen.length);
    weights.push(1);
    starts[item + 1] = traits.length;
  }
  return {
    indptr: starts,
    traits: Int32Array.from(traits),
    weights: Float64Array.from(weights),
    count: chosen.length,
  };
}
