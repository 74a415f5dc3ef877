import type { Catalogue } from "../../dataset/Catalogue.ts";
import { holdOutSample, LARGE } from "../../dataset/holdOutSample.ts";
import {
  toInteractions,
  toItemFeatures,
  toItemTags,
  toUserFeatures,
  weighLabels,
} from "../../dataset/matrices.ts";
import { ratingCounts } from "../../dataset/RatingsTable.ts";
import { inHalfPrecision } from "../../dataset/reading/halfPrecision.ts";
import { sampleUsers } from "../../dataset/sampleUsers.ts";
import { startingSet } from "../../dataset/startingSet.ts";
import { positivesIn, summarize } from "../../dataset/summary.ts";
import { TitleSearch } from "../../dataset/TitleSearch.ts";
import { checkNotStopped } from "../../files/readTable.ts";
import { TitleMatcher } from "../../importers/TitleMatcher.ts";
import type { FeatureMatrix } from "../../matrix/FeatureMatrix.ts";
import type { Interactions } from "../../matrix/Interactions.ts";
import { hasTastes } from "../../model/neighbours/hasTastes.ts";
import { likesInTurns } from "../../model/neighbours/likes.ts";
import { areTooMany } from "../../model/neighbours/neighboursOf.ts";
import { isSparse } from "../../model/recommended.ts";
import { neighbourChoiceFor } from "../../model/scorer/neighbourChoice.ts";
import { nextTask } from "../../nextTask.ts";
import type { DatasetSummary, PublishedSummary } from "../api/DatasetSummary.ts";
import type { TrainingSettings } from "../api/training.ts";
import { fingerprintOf } from "./fingerprintOf.ts";
import { type HeldOut, holdOut, holdOutLast } from "./HeldOut.ts";
import { featureWeightsOf } from "./modelSettings.ts";
import { SharedNeighbours } from "./SharedNeighbours.ts";
import type { TrainingData } from "./TrainedModel.ts";

/** Into which large data is prepared. */
const STEPS = 8;

/** A data set prepared for training and for look-ups. */
export class LoadedData {
  readonly interactions: Interactions;
  readonly itemFeatures: FeatureMatrix;
  /** What places items that nobody likes yet; null if the data has no tags. */
  readonly itemTags: FeatureMatrix | null;
  /** Null if nothing is known about any user. */
  readonly userFeatures: FeatureMatrix | null;
  /** What people with the same likes also like. */
  readonly neighbours: SharedNeighbours;
  readonly summary: DatasetSummary;
  /** How many ratings each item has. */
  readonly ratingCounts: Int32Array;
  readonly #rows: ReadonlyMap<string, number>;
  /** The number of interactions a model learns from if it is examined on the others; null if it learns from all. */
  readonly #learnt: number | null;
  #heldOut: HeldOut | null = null;
  #fingerprint: number | null = null;
  #sample: Catalogue | null = null;
  #search: TitleSearch | null = null;
  #matcher: Promise<TitleMatcher> | null = null;

  private constructor(
    readonly catalogue: Catalogue,
    interactions: Interactions,
    { learnt, counts, summary }: { learnt: number | null; counts: Int32Array; summary: DatasetSummary },
  ) {
    this.interactions = interactions;
    this.neighbours = new SharedNeighbours(interactions);
    this.itemFeatures = toItemFeatures(catalogue);
    this.itemTags = toItemTags(catalogue);
    this.userFeatures = toUserFeatures(catalogue);
    this.#learnt = learnt;
    this.ratingCounts = counts;
    this.summary = summary;
    this.#rows = new Map(catalogue.items.map(({ id }, row) => [id, row]));
  }

  /**
   * With millions of ratings each step may take a second, so other work gets its turn before each.
   *
   * @param catalogue is taken over: a large one's ratings are reordered and stored in half precision
   * @param published of a published model, whose catalogue has no ratings: what its folder says instead
   * @param tell is told the share that is done before each step
   * @throws CancelledError if the signal stops it.
   */
  static async create(
    catalogue: Catalogue,
    source: DatasetSummary["source"],
    {
      published,
      signal,
      tell,
    }: {
      published?: { ratingCounts: Int32Array; summary: PublishedSummary };
      signal?: AbortSignal;
      tell?: (share: number) => void;
    } = {},
  ): Promise<LoadedData> {
    const { ratings } = catalogue;
    let steps = 0;
    const step = async <T>(work: () => T): Promise<T> => {
      tell?.(steps++ / STEPS);
      await nextTask();
      checkNotStopped(catalogue.name, signal);
      return work();
    };
    const isLarge = ratings.users.length >= LARGE;
    const learnt = isLarge ? await step(() => holdOutSample(ratings)) : null;
    const counts = await step(() => published?.ratingCounts ?? ratingCounts(ratings));
    const interactions = await step(() => toInteractions(catalogue));
    // Last, as numbers of 16 bits take longer to read.
    if (isLarge) ratings.ratings = await step(() => inHalfPrecision(ratings.ratings));
    const counted = await step(() => summarize(catalogue));
    const likes = areTooMany(interactions) ? null : await step(() => likesInTurns(interactions));
    const size = { users: counted.users, items: counted.items, likes: counted.positives };
    const summary = {
      ...counted,
      source,
      isSampled: learnt !== null,
      hasTastes: likes === null || !isSparse(size) || (await step(() => hasTastes(likes))),
      neighbours: likes && neighbourChoiceFor(likes),
      ...(published && { published: published.summary }),
    };
    return step(() => new LoadedData(catalogue, interactions, { learnt, counts, summary }));
  }

  /** The row of an item; undefined if the data lacks it. */
  row(id: string): number | undefined {
    return this.#rows.get(id);
  }

  /** Differs for other interactions, as far as 32 bits can tell. */
  get fingerprint(): number {
    this.#fingerprint ??= fingerprintOf(this.interactions);
    return this.#fingerprint;
  }

  /** What experiments are made on: the whole, or of large data the ratings of users chosen at random. */
  get sample(): Catalogue {
    this.#sample ??= this.#learnt === null ? this.catalogue : sampleUsers(this.catalogue);
    return this.#sample;
  }

  /** How many of the ratings in the sample are likes. */
  get sampledLikes(): number {
    return this.sample === this.catalogue ? this.summary.positives : positivesIn(this.sample);
  }

  /** What models learn from, and what they are examined on. */
  get heldOut(): HeldOut {
    const { interactions } = this;
    this.#heldOut ??= this.#learnt === null ? holdOut(interactions) : holdOutLast(interactions, this.#learnt);
    return this.#heldOut;
  }

  /** What a model with these settings is trained on. */
  trainingData(settings: TrainingSettings): TrainingData {
    const { users, items } = featureWeightsOf(settings);
    const { heldOut, itemFeatures, userFeatures } = this;
    return {
      heldOut,
      itemFeatures: weighLabels(itemFeatures, items),
      userFeatures: userFeatures && weighLabels(userFeatures, users),
      likes: this.summary.positives,
    };
  }

  /** Built when the first personal export is imported. */
  titleMatcher(): Promise<TitleMatcher> {
    this.#matcher ??= TitleMatcher.create(this.catalogue.items, this.ratingCounts, nextTask);
    return this.#matcher;
  }

  startingSet(count: number): number[] {
    return startingSet(this.catalogue.items, this.ratingCounts, count);
  }

  /** The index is built for the first search. */
  find(text: string, limit: number): { rows: number[]; isExact: boolean } {
    this.#search ??= new TitleSearch(this.catalogue.items, this.ratingCounts);
    return this.#search.find(text, limit);
  }
}
