import { cholesky, solveCholesky } from "../../matrix/cholesky.ts";
import type { FeatureMatrix } from "../../matrix/FeatureMatrix.ts";

/** Features that two items or more have, at most: the most frequent ones. The work grows by the cube. */
const MOST_FEATURES = 1000;
/** 3 to 100 do alike (`docs/quality.md`). */
const PENALTY = 10;

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
 * the own ones of known items what those explain better. A ridge regression leads from features to the known items'
 * whole vectors, each weighted by the root of its likes.
 * @param likes how many each item has
 */
export function placeNewItems(
  { vectors, rowLength, columns }: ItemRows,
  features: FeatureMatrix,
  likes: Int32Array,
): void {
  if (features.isIdentity || !likes.includes(0)) return;
  const { places, count } = sharedFeatures(features);
  if (count === 0) return;
  // The last trait, which is not penalised, is what all items have.
  const width = count + 1;
  const traitsOf = (item: number): [trait: number, weight: number][] => {
    const traits: [number, number][] = [[count, 1]];
    for (let entry = features.indptr[item]; entry < features.indptr[item + 1]; entry++) {
      const trait = places[features.indices[entry]];
      if (trait >= 0) traits.push([trait, features.data[entry]]);
    }
    return traits;
  };
  const gram = new Float64Array(width * width);
  const targets = columns.map(() => new Float64Array(width));
  likes.forEach((own, item) => {
    if (own === 0) return;
    const traits = traitsOf(item);
    for (const [row, value] of traits) {
      const weighted = Math.sqrt(own) * value;
      for (const [column, other] of traits) if (column <= row) gram[row * width + column] += weighted * other;
      columns.forEach((place, k) => {
        targets[k][row] += weighted * vectors[item * rowLength + place];
      });
    }
  });
  // Nobody likes anything.
  if (gram[gram.length - 1] === 0) return;
  for (let trait = 0; trait < count; trait++) gram[trait * width + trait] += PENALTY;
  cholesky(gram, width);
  for (const target of targets) solveCholesky(gram, width, target);
  likes.forEach((own, item) => {
    if (own > 0) return;
    const traits = traitsOf(item);
    columns.forEach((place, k) => {
      const at = item * rowLength + place;
      const placed = traits.reduce((sum, [trait, value]) => sum + value * targets[k][trait], 0);
      vectors[at] = (vectors[at] + placed) / 2;
    });
  });
}

/** Where each feature stands among those that tell of more than one item; -1 if it does not. */
function sharedFeatures({ features, indices }: FeatureMatrix): { places: Int32Array; count: number } {
  const items = new Int32Array(features);
  for (const feature of indices) items[feature]++;
  const shared = Array.from(items.keys())
    .filter((feature) => items[feature] > 1)
    .sort((a, b) => items[b] - items[a])
    .slice(0, MOST_FEATURES);
  const places = new Int32Array(features).fill(-1);
  shared.forEach((feature, place) => {
    places[feature] = place;
  });
  return { places, count: shared.length };
}
