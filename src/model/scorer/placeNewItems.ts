import { cholesky, solveCholesky } from "../../matrix/cholesky.ts";
import type { FeatureMatrix } from "../../matrix/FeatureMatrix.ts";

/** At most this many traits, tags and others, the most frequent ones. The work grows with the cube. */
const MOST_TRAITS = 1500;
const MOST_TAGS = 1000;
const MOST_OTHERS = 1000;
/** How many items have a feature that is a trait, and two features at once that are one. */
const FEWEST_WITH_FEATURE = 2;
const FEWEST_WITH_PAIR = 20;
const FEWEST_WITH_TAG = 3;
/** Items of more features, such as tags, have too many pairs. */
const MOST_PAIRED = 20;
/** Chosen on held-out items (`docs/quality.md`). */
const PENALTY = 10;

/** Vectors of all items, one after the other. */
export interface ItemRows {
  vectors: Float32Array;
  rowLength: number;
  /** Places in a row that are learnt. */
  columns: readonly number[];
}

/**
 * Moves items that nobody likes yet, in place, to where their features and tags say that they belong: half of the way
 * by features alone, the whole way where they have tags. The model's vector is the sum of their features', one of
 * which, their own, was never learnt, and the others leave to the own ones of known items what those explain better.
 * A ridge regression leads from features, from two of them at once (a comedy that is a romance, a western of the
 * sixties) and from tags to the known items' whole vectors. All of these count the same, however many like them.
 * @param tags a row to an item, or null; the model has not learnt them
 * @param likes how many each item has
 */
export function placeNewItems(
  { vectors, rowLength, columns }: ItemRows,
  features: FeatureMatrix,
  tags: FeatureMatrix | null,
  likes: Int32Array,
): void {
  if ((features.isIdentity && !tags) || !likes.includes(0)) return;
  const known = traitsOfItems(features, tags);
  const { indptr, traits, weights, tagsFrom, count } = known;
  if (count === 0) return;
  const ridge = ridgeFrom(known, { vectors, rowLength, columns }, likes);
  if (!ridge) return;
  const hasTags = (item: number) => {
    // The last of its own, before the trait that all have.
    const last = indptr[item + 1] - 2;
    return last >= indptr[item] && traits[last] >= tagsFrom;
  };
  for (const [k, place] of columns.entries()) {
    const column = ridge(k);
    for (let item = 0; item < likes.length; item++) {
      if (likes[item] > 0) continue;
      let placed = 0;
      for (let i = indptr[item]; i < indptr[item + 1]; i++) placed += weights[i] * column[traits[i]];
      const at = item * rowLength + place;
      const share = hasTags(item) ? 1 : 0.5;
      vectors[at] += share * (placed - vectors[at]);
    }
  }
}

/**
 * The ridge regression from traits to known items' vectors.
 * @returns what each trait adds to the k-th learnt place: a view that the next question ends; null if nobody likes anything
 */
function ridgeFrom(
  { indptr, traits, weights, count }: Traits,
  { vectors, rowLength, columns }: ItemRows,
  likes: Int32Array,
): ((k: number) => Float64Array) | null {
  // The last trait, which is not penalised, is what all items have.
  const width = count + 1;
  const depth = columns.length;
  const gram = new Float64Array(width * width);
  const targets = new Float64Array(width * depth);
  for (let item = 0; item < likes.length; item++) {
    if (likes[item] === 0) continue;
    for (let i = indptr[item]; i < indptr[item + 1]; i++) {
      const row = traits[i];
      for (let j = indptr[item]; j < indptr[item + 1]; j++) {
        if (traits[j] <= row) gram[row * width + traits[j]] += weights[i] * weights[j];
      }
      for (let k = 0; k < depth; k++) {
        targets[row * depth + k] += weights[i] * vectors[item * rowLength + columns[k]];
      }
    }
  }
  if (gram[gram.length - 1] === 0) return null;
  for (let trait = 0; trait < count; trait++) gram[trait * width + trait] += PENALTY;
  cholesky(gram, width);
  const column = new Float64Array(width);
  return (k) => {
    for (let trait = 0; trait < width; trait++) column[trait] = targets[trait * depth + k];
    solveCholesky(gram, width, column);
    return column;
  };
}

/** Each item's features, pairs of features and tags that other items have too, and one trait that all have. */
interface Traits {
  indptr: Int32Array;
  /** Places from 0 to `count`. */
  traits: Int32Array;
  weights: Float64Array;
  /** The first place of a tag: those of features and pairs come before. */
  tagsFrom: number;
  count: number;
}

function traitsOfItems(features: FeatureMatrix, tags: FeatureMatrix | null): Traits {
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
    if (!tags) return;
    for (let i = tags.indptr[item]; i < tags.indptr[item + 1]; i++) visit(-1 - tags.indices[i], tags.data[i]);
  };
  const counts = new Map<number, number>();
  for (let item = 0; item < rows; item++) {
    eachTrait(item, (trait) => counts.set(trait, (counts.get(trait) ?? 0) + 1));
  }
  const { ofFeatures, ofTags } = mostCommon(counts, features.features);
  const chosen = [...ofFeatures, ...ofTags];
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
    tagsFrom: ofFeatures.length,
    count: chosen.length,
  };
}

/** The traits that enough items have, the most common of each kind. Those below 0 are tags. */
function mostCommon(
  counts: ReadonlyMap<number, number>,
  features: number,
): Record<"ofFeatures" | "ofTags", [trait: number, count: number][]> {
  const descending = [...counts].sort(([, a], [, b]) => b - a);
  const ofTags = descending
    .filter(([trait, count]) => trait < 0 && count >= FEWEST_WITH_TAG)
    .slice(0, MOST_TAGS);
  const ofFeatures = descending
    .filter(([trait, count]) => trait >= 0 && (trait < features || count >= FEWEST_WITH_PAIR))
    .slice(0, Math.min(MOST_OTHERS, MOST_TRAITS - ofTags.length));
  return { ofFeatures, ofTags };
}
