import type { Nouns } from "../../../core/api/DatasetSummary.ts";
import { count, countOf } from "../../../ui/words.ts";
import type { OwnRatingsSummary } from "../api.ts";
import type { Chosen } from "./chosenRatings.ts";

const halved = (source: string) => `${source} scores are halved (7 = 3.5 stars).`;

const CONVERSIONS: Record<string, (source: string) => string> = {
  IMDb: halved,
  Trakt: halved,
  Netflix: () =>
    "Netflix lists what you watched, not ratings; each film counts as 3 stars, and remakes may be confused.",
};

/** "Letterboxd", "IMDb and Netflix"; of a table of one's own, what the file is called. */
export function sourcesOf({ files }: OwnRatingsSummary): string {
  const sources = files.map(({ file, source }) => (source === "your list" ? file : source));
  return [...new Set(sources)].join(" and ");
}

/** "41 ratings", "41 ratings and 3 other answers". */
export function whatIsAdded({ ratings }: Chosen): string {
  const rated = ratings.filter(({ stars }) => stars !== null).length;
  const answers = ratings.length - rated;
  return [count(rated, "rating"), ...(answers > 0 ? [count(answers, "other answer")] : [])].join(" and ");
}

/** How each source's scale was converted. */
export function conversions({ files }: OwnRatingsSummary): string[] {
  const sources = [...new Set(files.map(({ source }) => source))];
  return sources.flatMap((source) => CONVERSIONS[source]?.(source) ?? []);
}

/** What becomes of items that are rated already. */
export function alreadyRated({ replaced, spared }: Chosen, nouns: Nouns): string[] {
  const sentences: string[] = [];
  if (replaced > 0) {
    sentences.push(`${countOf(replaced, nouns)} already rated; the file’s rating replaces yours.`);
  }
  if (spared > 0) sentences.push(`${countOf(spared, nouns)} already rated; kept as you rated them.`);
  return sentences;
}

/** What is skipped, and why. */
export function leftOut({ leftOut, skipped }: OwnRatingsSummary): string | null {
  const { unrated, notFilms, repeated } = leftOut;
  const parts = [
    unrated > 0 && `${count(unrated)} without a rating`,
    notFilms > 0 &&
      `${count(notFilms)} that ${notFilms === 1 ? "isn’t a film" : "aren’t films"} (series, episodes, games)`,
    repeated > 0 && `${count(repeated)} rated again later`,
    skipped.count > 0 && `${count(skipped.count, "row")} that can’t be read`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : `Skipped: ${parts.join("; ")}.`;
}
