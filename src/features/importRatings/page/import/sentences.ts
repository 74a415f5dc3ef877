import { count } from "../../../../ui/words.ts";
import type { OwnRatingsSummary } from "../../api.ts";
import type { Kept } from "./keptRatings.ts";

const HALVED = (source: string) => `Points from ${source}, 1 to 10, are halved: 7 becomes 3.5 stars.`;
const AS_THEY_ARE = (source: string) => `Stars from ${source} are taken as they are.`;

const CONVERSIONS: Record<string, (source: string) => string> = {
  IMDb: HALVED,
  Trakt: HALVED,
  Netflix: () =>
    "Netflix tells what was watched, not how it was liked, nor from which year it is. Each film counts as 3 stars, the faintest like, and a remake may be taken for the film it remakes.",
};

/** "Letterboxd", "IMDb and Netflix". */
export function sourcesOf({ files }: OwnRatingsSummary): string {
  return [...new Set(files.map(({ source }) => source))].join(" and ");
}

/** What each source's scale was converted to. */
export function conversions({ files }: OwnRatingsSummary): string[] {
  const sources = [...new Set(files.map(({ source }) => source))];
  return sources.map((source) => (CONVERSIONS[source] ?? AS_THEY_ARE)(source));
}

/** What becomes of items that are rated here already. */
export function meetings({ replaced, spared }: Kept, noun: string): string[] {
  const sentences: string[] = [];
  if (replaced > 0) {
    sentences.push(
      `${count(replaced, noun)} you have rated otherwise here: the file's stars take the place of yours.`,
    );
  }
  if (spared > 0) {
    sentences.push(`${count(spared, noun)} you have rated here already: your stars stay.`);
  }
  return sentences;
}

/** What of the files counts for nothing, and why. */
export function leftOut({ leftOut, skipped }: OwnRatingsSummary): string | null {
  const { unrated, notFilms, repeated } = leftOut;
  const parts = [
    unrated > 0 && `${count(unrated)} without a rating`,
    notFilms > 0 &&
      `${count(notFilms)} that ${notFilms === 1 ? "is" : "are"} no film (series, episodes, games)`,
    repeated > 0 && `${count(repeated)} rated again later, where the later counts`,
    skipped.count > 0 && `${count(skipped.count, "row")} that could not be read`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : `Left out: ${parts.join("; ")}.`;
}
