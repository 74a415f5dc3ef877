import type { Nouns } from "../../../core/api/DatasetSummary.ts";
import { count, countOf } from "../../../ui/words.ts";
import type { OwnRatingsSummary } from "../api.ts";
import type { Chosen } from "./chosenRatings.ts";

/** "Letterboxd", "IMDb and Netflix"; of a table of one's own, what the file is called. */
export function sourcesOf({ files }: OwnRatingsSummary): string {
  const sources = files.map(({ file, source }) => (source === "your list" ? file : source));
  return [...new Set(sources)].join(" and ");
}

/** "41 ratings", "41 ratings and 3 other answers", "3 other answers". */
export function whatIsAdded({ ratings }: Chosen): string {
  const rated = ratings.filter(({ stars }) => stars !== null).length;
  const answers = ratings.length - rated;
  if (answers === 0) return count(rated, "rating");
  return [...(rated > 0 ? [count(rated, "rating")] : []), count(answers, "other answer")].join(" and ");
}

/** What to know before the ratings are added. */
export function notesOn(summary: OwnRatingsSummary, chosen: Chosen, nouns: Nouns): string[] {
  return [
    ...summary.assumptions,
    ...alreadyRated(chosen, nouns),
    ...leftOut(summary),
    ...otherThings(summary, nouns),
    "You can undo this in one step.",
  ];
}

/** What becomes of items that are rated already. */
function alreadyRated({ replaced, spared }: Chosen, nouns: Nouns): string[] {
  const sentences: string[] = [];
  if (replaced > 0) {
    sentences.push(`${countOf(replaced, nouns)} already rated; the file’s rating replaces yours.`);
  }
  if (spared > 0) sentences.push(`${countOf(spared, nouns)} already rated; kept as you rated them.`);
  return sentences;
}

/** What is skipped, and why. */
function leftOut({ leftOut, skipped }: OwnRatingsSummary): string[] {
  const { unrated, notFilms, repeated } = leftOut;
  const parts = [
    unrated > 0 && `${count(unrated)} without a rating`,
    notFilms > 0 &&
      `${count(notFilms)} that ${notFilms === 1 ? "isn’t a film" : "aren’t films"} (series, episodes, games)`,
    repeated > 0 && `${count(repeated)} rated again later`,
    skipped.count > 0 && `${count(skipped.count, "row")} that can’t be read`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? [] : [`Skipped: ${parts.join("; ")}.`];
}

/** Whether the files are of other things than the data, as films are that are looked for among books. */
function otherThings({ files }: OwnRatingsSummary, { many }: Nouns): string[] {
  const other = files.find(({ of }) => of !== "others" && of !== many);
  return other ? [`The loaded data may not be ${other.of}; matched by title anyway.`] : [];
}
