import type { DatasetSummary, Nouns } from "../../../core/api/DatasetSummary.ts";
import { LIKED_FROM } from "../../../core/api/Film.ts";
import type { Job } from "../../../core/page/JobStore.ts";
import type { RatedFilmEntry } from "../../../core/page/ratings/RatingsStore.ts";
import type { Reading } from "../../../core/page/WorkspaceStore.ts";
import { count } from "../../../ui/words.ts";
import type { RecommendedFilm } from "../api.ts";

interface Facts {
  dataset: DatasetSummary | null;
  reading: Reading | null;
  job: Job | null;
  ratings: readonly RatedFilmEntry[];
  recommendations: readonly RecommendedFilm[] | null;
}

/** How things stand, in one sentence that claims no more than is known. */
export function leadOf({ dataset, reading, job, ratings, recommendations }: Facts): string {
  if (dataset === null) {
    if (reading === null) return "No ratings yet. Open a ratings file to get started.";
    // What is read may be titles as well as ratings.
    return reading.rows === 0
      ? "Loading ratings…"
      : `Loading ${reading.file}… ${count(reading.rows, "row")} so far`;
  }
  if (recommendations === null) {
    if (job !== null) return `${job.status}…`;
    return `The model isn’t trained yet. Train it to see ${dataset.nouns.many} here.`;
  }
  if (ratings.length === 0) return `Rate a few ${dataset.nouns.many} to make this your list.`;
  if (ratings.every(({ stars }) => stars < LIKED_FROM)) {
    return `No rating of ${LIKED_FROM} stars or more yet to go by.`;
  }
  return lean(recommendations, dataset.nouns);
}

/** What the list itself leans towards: its two most common genres. */
function lean(recommendations: readonly RecommendedFilm[], nouns: Nouns): string {
  const counts = new Map<string, number>();
  for (const { genres } of recommendations) {
    for (const genre of genres) counts.set(genre, (counts.get(genre) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort(([, one], [, other]) => other - one).map(([genre]) => genre);
  if (first === undefined) return "Your list follows every rating.";
  return second === undefined
    ? `Mostly ${inSentence(first)} ${nouns.many} so far.`
    : `Mostly ${inSentence(first)} and ${inSentence(second)} ${nouns.many} so far.`;
}

/** "sci-fi" of "Sci-Fi"; abbreviations such as "IMAX" stay, and MovieLens' "Children" are whom the films are for. */
function inSentence(genre: string): string {
  if (genre === "Children") return "children’s";
  return genre === genre.toUpperCase() ? genre : genre.toLowerCase();
}
