import { ratingOf } from "../dataset/cells/ratingOf.ts";
import type { Answers, Question } from "../files/Question.ts";
import { readTable } from "../files/readTable.ts";
import type { TableHead } from "../files/TableHead.ts";
import { ANY } from "./anyTable.ts";
import { pathOf } from "./exportedFiles.ts";
import type { OwnFile, OwnFilm } from "./OwnFilm.ts";
import { type OwnTable, placeOf } from "./ownTable.ts";
import { STARS_FOR_LIKED, STARS_FOR_WATCHED } from "./stars.ts";

const STARS = 5;
const EVERYBODYS = "everybody";

/** Whose rows a table holds, and how many of each. */
export async function profilesIn({
  head,
  importer,
  columns,
  above,
}: OwnTable): Promise<ReadonlyMap<string, number>> {
  const place = placeOf(columns, importer.profile);
  const profiles = new Map<string, number>();
  await readTable({ ...head, skip: head.skip + above }, false, (fields) => {
    const profile = (fields[place] ?? "").trim();
    if (profile !== "") profiles.set(profile, (profiles.get(profile) ?? 0) + 1);
  });
  return profiles;
}

/** Asks which profile of a household is meant; null if there is one only, or it is known. */
export async function profileQuestion(table: OwnTable, answers: Answers): Promise<Question | null> {
  const { head, importer, columns } = table;
  const id = `profile:${head.source.name}`;
  if (placeOf(columns, importer.profile) < 0 || chosenProfile(answers) !== null) return null;
  const profiles = await profilesIn(table);
  if (profiles.size < 2) return null;
  return {
    id,
    sentence: `${head.source.name} holds ${profiles.size} profiles. Which profile is yours?`,
    choices: [...profiles].map(([profile, rows]) => ({
      label: `${profile} (${rows} titles)`,
      answer: profile,
    })),
  };
}

/** Asks whose ratings are meant where several people have a column each. */
export function ratersQuestion({ head: { source }, importer: { raters } }: OwnTable): Question | null {
  if (!raters) return null;
  return {
    id: `rater:${source.name}`,
    sentence: `${source.name} has a column of ratings for each of several people. Which one is yours?`,
    choices: raters.map((name) => ({ label: name, answer: name })),
  };
}

/**
 * Asks whose is meant of sheets, or of files, that rate the same films differently: those of one person go on where
 * another ends.
 * @param workbook that the sheets are of; empty for files
 */
export function sheetsQuestion(
  sheets: readonly OwnFile[],
  workbook: string,
  answers: Answers,
): Question | null {
  const id = `sheet:${workbook}`;
  if (
    id in answers ||
    !sheets.some((sheet, i) => sheets.slice(0, i).some((other) => areAtOdds(sheet, other)))
  )
    return null;
  const first = ({ films }: OwnFile) =>
    films
      .slice(0, 3)
      .map(({ title, stars }) => `${title} ${stars}`)
      .join(", ");
  return {
    id,
    sentence: `Several ${workbook === "" ? "files" : `sheets of ${workbook}`} rate the same films, as if they were several people's. Which one is yours?`,
    choices: sheets.map((sheet) => ({
      label: `${workbook === "" ? sheet.file : sheet.file.slice(workbook.length + 2)}: ${first(sheet)}`,
      answer: sheet.file,
    })),
  };
}

/** Whether at least half of the films of one are in the other, some with other stars. */
function areAtOdds(one: OwnFile, other: OwnFile): boolean {
  const called = ({ title, year }: OwnFilm) => `${title} ${year ?? ""}`;
  const known = new Map(other.films.map((film) => [called(film), film.stars]));
  const shared = one.films.filter((film) => known.has(called(film)));
  return (
    shared.length >= one.films.length / 2 && shared.some((film) => known.get(called(film)) !== film.stars)
  );
}

/** Asks whose ratings these are, where they look like everybody's and nothing says so. */
export function averagesQuestion(
  { head: { source }, importer: { mayBeAverages } }: OwnTable,
  answers: Answers,
): Question | null {
  const id = `whose:${source.name}`;
  if (!mayBeAverages || id in answers) return null;
  return {
    id,
    sentence: `Most ratings in ${source.name} have tenths, such as 7.3, as averages do. Whose are they?`,
    choices: [
      { label: "Mine", answer: "mine" },
      { label: "Everybody’s, on average", answer: EVERYBODYS },
    ],
  };
}

/** Whether the person has said that the ratings are everybody's. */
export function areEverybodys({ source }: TableHead, answers: Answers): boolean {
  return answers[`whose:${source.name}`] === EVERYBODYS;
}

/** Asks what the ratings are out of, or what 1, 2 and 3 mean; where that is known, how they are read. */
export function scaleQuestion(
  table: OwnTable,
  answers: Answers,
): Pick<OwnTable, "importer"> | Question | null {
  const { head, importer } = table;
  const { highest } = importer;
  if (highest === undefined) return scaleOfThree(table, answers);
  const id = `scale:${head.source.name}`;
  if (id in answers) return { importer: { ...importer, pointsPerStar: Number(answers[id]) / STARS } };
  const digit = 10 ** Math.floor(Math.log10(highest));
  const ends = [highest, Math.ceil(highest / digit) * digit, 10 * digit];
  return {
    id,
    sentence: `The highest rating in ${head.source.name} is ${highest}. What are the ratings out of?`,
    choices: [...new Set(ends)].map((end) => ({ label: String(end), answer: String(end) })),
  };
}

function scaleOfThree(
  { head: { source }, importer }: OwnTable,
  answers: Answers,
): Pick<OwnTable, "importer"> | Question | null {
  if (!importer.isOfThree) return null;
  const id = `scale:${source.name}`;
  const answer = answers[id];
  if (answer === "stars") return null;
  if (answer !== undefined) {
    const turned = answer === "1 is best" ? { ratingOf: (text: string) => 4 - ratingOf(text) } : {};
    return { importer: { ...importer, ...turned, pointsPerStar: 3 / 5 } };
  }
  return {
    id,
    sentence: `All ratings in ${source.name} are 1, 2 or 3. Which is the best?`,
    choices: [
      { label: "3, of 3", answer: "3 is best" },
      { label: "1, of 3", answer: "1 is best" },
      { label: "They are stars, out of 5", answer: "stars" },
    ],
  };
}

export function chosenRater({ source }: TableHead, answers: Answers): string | undefined {
  return answers[`rater:${source.name}`];
}

/** The profile that was chosen, of whichever file: those of one export hold the same. */
export function chosenProfile(answers: Answers): string | null {
  return Object.entries(answers).find(([id]) => id.startsWith("profile:"))?.[1] ?? null;
}

/** What Letterboxd's and Trakt's lists of films without ratings stand for, by their places in the export; else it is asked. */
export function unratedList(
  { head, importer, columns }: OwnTable,
  answers: Answers,
): Pick<OwnTable, "unratedAs" | "answer"> | Question | null {
  const isTraktList = importer.name === "Trakt" && columns.includes("listedat");
  const isAnyList = importer.name === ANY && !importer.rating && importer.watchedAs === undefined;
  if (
    !isTraktList &&
    !isAnyList &&
    (importer.name !== "Letterboxd" || columns.includes("position") || columns.includes("rating"))
  )
    return null;
  const path = pathOf(head.source);
  const id = `list:${head.source.name}`;
  if (/(^|\/)likes\/films\.csv$/.test(path) || answers[id] === "liked") return { unratedAs: STARS_FOR_LIKED };
  if (head.source.name === "watched.csv" || answers[id] === "watched")
    return { unratedAs: STARS_FOR_WATCHED };
  if (/^(?:lists-)?watchlist\.(?:csv|json)$/.test(head.source.name) || id in answers)
    return { answer: "watchlist" };
  return {
    id,
    sentence: `${head.source.name} lists films${isAnyList ? "" : ` from ${importer.name}`} without ratings. What did you do with them?`,
    choices: [
      { label: "I watched them", answer: "watched" },
      { label: "I liked them", answer: "liked" },
      { label: "I want to watch them", answer: "wanted" },
    ],
  };
}
