import type { DatasetSummary, TrainingSettings } from "../../../core/api.ts";
import type { Catalogue } from "../../../dataset/Catalogue.ts";
import { toInteractions, toItemFeatures, toUserFeatures } from "../../../dataset/matrices.ts";
import { ratingCounts } from "../../../dataset/RatingsTable.ts";
import { startingSet } from "../../../dataset/startingSet.ts";
import { summarize } from "../../../dataset/summary.ts";
import { TitleSearch } from "../../../dataset/TitleSearch.ts";
import { TitleMatcher } from "../../../importers/TitleMatcher.ts";
import { FeatureMatrix } from "../../../matrix/FeatureMatrix.ts";
import type { Interactions } from "../../../matrix/Interactions.ts";
import { nextTask } from "../../../model/nextTask.ts";
import type { Timeline } from "../../newUsers/timelineApi.ts";
import { timelineOf } from "../../newUsers/worker/timeline.ts";
import type { TrainingData } from "../../training/worker/ExaminedModel.ts";
import { modelSettingsOf } from "../../training/worker/modelSettings.ts";

/** A data set made ready for learning and for looking things up. */
export class LoadedData {
  readonly interactions: Interactions;
  readonly itemFeatures: FeatureMatrix;
  /** Null where nothing is known of any user. */
  readonly userFeatures: FeatureMatrix | null;
  readonly summary: DatasetSummary;
  readonly #rows: ReadonlyMap<string, number>;
  #search: TitleSearch | null = null;
  #matcher: Promise<TitleMatcher> | null = null;

  constructor(
    readonly catalogue: Catalogue,
    source: DatasetSummary["source"],
  ) {
    this.interactions = toInteractions(catalogue);
    this.itemFeatures = toItemFeatures(catalogue);
    this.userFeatures = toUserFeatures(catalogue);
    this.summary = { ...summarize(catalogue), source };
    this.#rows = new Map(catalogue.items.map(({ id }, row) => [id, row]));
  }

  /** The row of an item; undefined where the data does not hold it. */
  row(id: string): number | undefined {
    return this.#rows.get(id);
  }

  /** What a model of these settings learns from. */
  trainingData(settings: TrainingSettings): TrainingData {
    const { users, items } = modelSettingsOf(settings).featureWeights;
    const { interactions, itemFeatures, userFeatures } = this;
    return {
      interactions,
      itemFeatures: weighted(itemFeatures, items),
      userFeatures: userFeatures && weighted(userFeatures, users),
    };
  }

  timeline(): Timeline | null {
    return timelineOf(this.catalogue.ratings);
  }

  /** Made at the first file of one's own ratings. */
  titleMatcher(): Promise<TitleMatcher> {
    const { items, ratings } = this.catalogue;
    this.#matcher ??= TitleMatcher.create(items, ratingCounts(ratings), nextTask);
    return this.#matcher;
  }

  startingSet(count: number): number[] {
    return startingSet(this.catalogue, count);
  }

  /** The index is built at the first search: recommending needs none. */
  search(text: string, limit: number): number[] {
    this.#search ??= new TitleSearch(this.catalogue.items, ratingCounts(this.catalogue.ratings));
    return this.#search.search(text, limit);
  }
}

/** A row's own feature stands before the named ones, and keeps its weight. */
function weighted(matrix: FeatureMatrix, weight: number): FeatureMatrix {
  if (weight === 1) return matrix;
  const { rows, features, indptr, indices, data } = matrix;
  const weights = data.map((own, i) => (indices[i] < rows ? own : own * weight));
  return new FeatureMatrix(rows, features, indptr, indices, weights);
}
