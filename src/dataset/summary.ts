import type { Skipped } from "../files/SkippedRows.ts";
import type { Assumption } from "./Assumption.ts";
import type { Catalogue, Nouns } from "./Catalogue.ts";
import type { Timestamps } from "./RatingsTable.ts";
import { valueCounts } from "./reading/valueCounts.ts";

export interface CatalogueSummary {
  name: string;
  users: number;
  items: number;
  interactions: number;
  /** Interactions that count as likes. */
  positives: number;
  /** Ratings from this value on are likes. */
  likedFrom: number;
  nouns: Nouns;
  /** Unix seconds of the first and the last interaction; null where the data has no timestamps. */
  period: { from: number; to: number } | null;
  /** One entry for each rating value that occurs, ascending; for steps of equal width where there are too many. */
  histogram: { rating: number; count: number }[];
  skipped: Skipped;
  /** Ratings superseded by a later one of the same user and item. */
  repeated: number;
  /** Rows without a rating, which were left out. */
  unrated: number;
  /** What was taken for granted in reading the files. */
  assumptions: readonly Assumption[];
  /** Whether there are titles, or ids have to stand in. */
  hasTitles: boolean;
}

/** Values of a scale that a histogram can still show one by one: 0 to 100 has as many. */
const MAX_VALUES = 101;
const STEPS = 20;

export function summarize(catalogue: Catalogue): CatalogueSummary {
  const { name, likedFrom, nouns, hasTitles, skipped, repeated, unrated = 0, assumptions = [] } = catalogue;
  const { userIds, itemIds, ratings, timestamps } = catalogue.ratings;
  const counts = valueCounts(ratings, MAX_VALUES);
  return {
    name,
    users: userIds.length,
    items: itemIds.length,
    interactions: ratings.length,
    // Most data has few values: then millions of ratings need not be gone through once more.
    positives: counts ? likesAmong(counts, likedFrom) : positivesIn(catalogue),
    likedFrom,
    nouns: { ...nouns },
    period: timestamps && range(timestamps),
    histogram: histogramOf(counts ?? stepCounts(ratings)),
    skipped: { count: skipped.count, examples: [...skipped.examples] },
    repeated,
    unrated,
    assumptions: [...assumptions],
    hasTitles,
  };
}

/** How many ratings are likes. */
export function positivesIn({ likedFrom, ratings: { ratings } }: Catalogue): number {
  let positives = 0;
  for (let i = 0; i < ratings.length; i++) if (ratings[i] >= likedFrom) positives++;
  return positives;
}

function range(values: Float32Array | Timestamps): { from: number; to: number } {
  let from = values[0];
  let to = values[0];
  for (let i = 0; i < values.length; i++) {
    if (values[i] < from) from = values[i];
    if (values[i] > to) to = values[i];
  }
  return { from, to };
}

function likesAmong(counts: ReadonlyMap<number, number>, likedFrom: number): number {
  let likes = 0;
  for (const [rating, count] of counts) if (rating >= likedFrom) likes += count;
  return likes;
}

function histogramOf(counts: ReadonlyMap<number, number>): { rating: number; count: number }[] {
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([rating, count]) => ({ rating: Math.round(rating * 1e4) / 1e4, count }));
}

/** The values from `STEPS` lower bounds of equal width on. */
function stepCounts(ratings: Float32Array): Map<number, number> {
  const { from, to } = range(ratings);
  const width = (to - from) / STEPS;
  const counts = new Map<number, number>();
  for (const rating of ratings) {
    const bound = from + Math.min(Math.floor((rating - from) / width), STEPS - 1) * width;
    counts.set(bound, (counts.get(bound) ?? 0) + 1);
  }
  return counts;
}
