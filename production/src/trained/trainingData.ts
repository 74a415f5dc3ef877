import type { Catalogue } from "../../../src/dataset/Catalogue.ts";
import type { ItemTags } from "../../../src/dataset/ItemTags.ts";
import {
  toInteractions,
  toItemFeatures,
  toMapping,
  toUserFeatures,
  weighLabels,
} from "../../../src/dataset/matrices.ts";
import { FeatureMatrix, type Interactions, type Mapping } from "../../../src/index.ts";
import { RECOMMENDED_FEATURE_WEIGHTS } from "../../../src/model/recommended.ts";
import { type RatedItems, ratedItems } from "./RatedItems.ts";

/** What a model learns from. */
export interface TrainingData {
  interactions: Interactions;
  features: { itemFeatures: FeatureMatrix; userFeatures: FeatureMatrix };
  mapping: Mapping<string, string>;
  titles: readonly string[];
  tags: ItemTags | null;
  rated: RatedItems;
  likedFrom: number;
}

export function trainingData(catalogue: Catalogue): TrainingData {
  const { ratings: table, items, likedFrom } = catalogue;
  const known = toUserFeatures(catalogue);
  return {
    interactions: toInteractions(catalogue),
    features: {
      itemFeatures: toItemFeatures(catalogue),
      userFeatures: known
        ? weighLabels(known, RECOMMENDED_FEATURE_WEIGHTS.users)
        : FeatureMatrix.identity(table.userIds.length),
    },
    mapping: toMapping(catalogue),
    titles: items.map(({ title, year }) => (year === null ? title : `${title} (${year})`)),
    tags: catalogue.tags ?? null,
    rated: ratedItems(table.userIds.length, table),
    likedFrom,
  };
}
