import { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import { Interactions } from "../matrix/Interactions.ts";
import type { Mapping } from "../matrix/Mapping.ts";
import type { Catalogue, CatalogueItem } from "./Catalogue.ts";
import { checkCatalogue } from "./checkCatalogue.ts";
import { Dataset } from "./Dataset.ts";
import { tagMatrix } from "./ItemTags.ts";
import { periodsOf } from "./periods.ts";

/** Ratings in the form a model learns from: 1 for a like, -1 for a dislike. */
export function toInteractions(catalogue: Catalogue): Interactions {
  checkCatalogue(catalogue);
  const { ratings: table, likedFrom } = catalogue;
  const { userIds, itemIds, users, items, ratings } = table;
  const values = new Int8Array(ratings.length);
  for (let i = 0; i < values.length; i++) values[i] = ratings[i] >= likedFrom ? 1 : -1;
  return new Interactions(userIds.length, itemIds.length, users, items, values);
}

/**
 * What the model knows about each item: itself, its genres, and the year or decade it came out. The year says more
 * than genres do, because people watch the films of their time (`docs/quality.md`).
 */
export function toItemFeatures(catalogue: Catalogue): FeatureMatrix {
  checkCatalogue(catalogue);
  const { items } = catalogue;
  return itemFeatures(items, labelsOf(items));
}

/** The features that LightFM is given in the article: each item itself and its genres. */
export function toGenreFeatures(catalogue: Catalogue): FeatureMatrix {
  checkCatalogue(catalogue);
  const { items } = catalogue;
  return itemFeatures(
    items,
    items.map(({ genres }) => genres),
  );
}

/** Tags, which place items that nobody likes yet and are not used for training; null if the data has none. */
export function toItemTags(catalogue: Catalogue): FeatureMatrix | null {
  checkCatalogue(catalogue);
  const { items, tags } = catalogue;
  return tags ? tagMatrix(tags, items.length) : null;
}

function labelsOf(items: readonly CatalogueItem[]): (readonly string[])[] {
  const periods = periodsOf(items);
  return items.map(({ genres }, row) => {
    const period = periods[row];
    return period === null ? genres : [...genres, period];
  });
}

function itemFeatures(
  items: readonly CatalogueItem[],
  labels: readonly (readonly string[])[],
): FeatureMatrix {
  const ids = items.map(({ id }) => id);
  return new Dataset()
    .fit([], ids, [], labels.flat())
    .buildItemFeatures(ids.map((id, row) => [id, labels[row]] as const));
}

/**
 * What the model knows about each user besides the ratings: themselves and their features; null if there are none.
 */
export function toUserFeatures(catalogue: Catalogue): FeatureMatrix | null {
  checkCatalogue(catalogue);
  const { ratings, userFeatures } = catalogue;
  if (!userFeatures) return null;
  const { userIds } = ratings;
  return new Dataset()
    .fit(userIds, [], userFeatures.flat())
    .buildUserFeatures(userIds.map((id, row) => [id, userFeatures[row]] as const));
}

/** Features whose labels weigh so much; a row's own feature comes before them and keeps its weight. */
export function weighLabels(matrix: FeatureMatrix, weight: number): FeatureMatrix {
  if (weight === 1) return matrix;
  const { rows, features, indptr, indices, data } = matrix;
  const weights = data.map((own, i) => (indices[i] < rows ? own : own * weight));
  return new FeatureMatrix(rows, features, indptr, indices, weights);
}

/** Rows and columns of the matrices above, by id and by name. */
export function toMapping(catalogue: Catalogue): Mapping<string, string> {
  checkCatalogue(catalogue);
  const { ratings, items, userFeatures } = catalogue;
  const { userIds } = ratings;
  const ids = items.map(({ id }) => id);
  return new Dataset<string, string>()
    .fit(userIds, ids, userFeatures?.flat() ?? [], labelsOf(items).flat())
    .mapping();
}
