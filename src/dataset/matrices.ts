import type { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import { Interactions } from "../matrix/Interactions.ts";
import type { Catalogue } from "./Catalogue.ts";
import { Dataset, type Mapping } from "./Dataset.ts";

/** Ratings as a model learns from them: 1 for a like, -1 for a dislike. */
export function toInteractions({ ratings: table, likedFrom }: Catalogue): Interactions {
  const { userIds, itemIds, users, items, ratings } = table;
  const values = ratings.map((rating) => (rating >= likedFrom ? 1 : -1));
  return new Interactions(userIds.length, itemIds.length, users, items, values);
}

/** What the model knows of each item: itself, and its genres, each with weight 1. */
export function toItemFeatures({ items }: Catalogue): FeatureMatrix {
  const ids = items.map(({ id }) => id);
  const genres = items.flatMap((item) => item.genres);
  return new Dataset()
    .fit([], ids, [], genres)
    .buildItemFeatures(items.map((item) => [item.id, item.genres] as const));
}

/** What the model knows of each user beside the ratings: themselves, and their features; null where there are none. */
export function toUserFeatures({ ratings, userFeatures }: Catalogue): FeatureMatrix | null {
  if (!userFeatures) return null;
  const { userIds } = ratings;
  return new Dataset()
    .fit(userIds, [], userFeatures.flat())
    .buildUserFeatures(userIds.map((id, row) => [id, userFeatures[row]] as const));
}

/** Rows and columns of the matrices above, by id and by name. */
export function toMapping({ ratings, items, userFeatures }: Catalogue): Mapping<string, string> {
  const { userIds } = ratings;
  const ids = items.map(({ id }) => id);
  const genres = items.flatMap((item) => item.genres);
  return new Dataset<string, string>().fit(userIds, ids, userFeatures?.flat() ?? [], genres).mapping();
}
