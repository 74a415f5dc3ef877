import { namedColumn, plainName } from "../dataset/columns/columnNames.ts";
import { FILMS } from "../dataset/nouns.ts";
import { DataFileError } from "../errors.ts";
import type { ByteSource } from "../files/ByteSource.ts";
import type { Answers, Question } from "../files/Question.ts";
import { readTable } from "../files/readTable.ts";
import { type Skipped, together } from "../files/SkippedRows.ts";
import { noTable, readHead, type TableHead } from "../files/TableHead.ts";
import { ANY, anyTable } from "./anyTable.ts";
import { withAnswers } from "./askedNames.ts";
import { exportedFiles } from "./exportedFiles.ts";
import { missingHeader } from "./missingHeader.ts";
import type { OwnFile, OwnFilm } from "./OwnFilm.ts";
import { OwnReader } from "./OwnReader.ts";
import {
  areEverybodys,
  averagesQuestion,
  chosenProfile,
  chosenRater,
  profileQuestion,
  profilesIn,
  ratersQuestion,
  scaleQuestion,
  sheetsQuestion,
  unratedList,
} from "./ownQuestions.ts";
import { type OwnTable, serviceTable } from "./ownTable.ts";
import { STARS_FOR_WATCHED } from "./stars.ts";

export interface OwnFiles {
  files: OwnFile[];
  /** Films that the export only says were watched, or are to be, where it tells of others how they were liked. */
  answered: OwnFilm[];
  skipped: Skipped;
}

/** Files of one person's ratings as they were read, or what has to be asked before; null if they are something else. */
export type OwnOutcome = { own: OwnFiles } | { question: Question } | null;

/**
 * Reads files of one person's ratings; null if they are something else.
 * @throws DataFileError if they hold nothing that could be used.
 */
export async function readOwnFiles(sources: readonly ByteSource[]): Promise<OwnFiles | null> {
  const chosen = exportedFiles(sources) ?? sources;
  const heads: TableHead[] = [];
  for (const source of chosen) {
    const head = await readHead(source).catch(noTable);
    if (!(head instanceof DataFileError)) heads.push(head);
  }
  const outcome = await readOwnTables(heads, chosen.length - heads.length);
  if (outcome && "question" in outcome) throw new DataFileError(outcome.question.sentence);
  return outcome?.own ?? null;
}

/** What data sets are of in which no music, food, drinks or places are looked up. */
const OF_THESE: readonly string[] = ["films", "books", "games", "anime"];

/**
 * @param others how many of the files are not tables
 * @param loaded what the data set is of in which they will be looked up
 * @throws DataFileError if one person's ratings come together with a data set, or there are none.
 */
export async function readOwnTables(
  heads: readonly TableHead[],
  others: number,
  answers: Answers = {},
  loaded = FILMS.many,
): Promise<OwnOutcome> {
  const tables = await ownTables(heads, answers);
  const own = tables.filter((table) => table !== null);
  if (own.length === 0) return null;
  const books = new Set(own.map(({ head }) => head.source.workbook ?? null));
  const other = heads.find(({ source }, i) => tables[i] === null && !books.has(source.workbook ?? ""));
  if (other || others > 0) {
    const name = other?.source.name ?? "the rest";
    throw new DataFileError(
      `Open ${own[0].head.source.name} and ${name} separately: ${own[0].head.source.name} is a personal export, ${name} isn't.`,
    );
  }
  const strange = OF_THESE.includes(loaded) && own.find(({ importer }) => importer.of === "others");
  if (strange)
    throw new DataFileError(
      `${strange.head.source.name} is a list of music, food, drinks or places. Open one of ${loaded}, load a data set of such things first, or open ratings that say whose each is.`,
    );
  const readers: { reader: OwnReader; columns: string }[] = [];
  for (const table of own) {
    const question =
      ratersQuestion(table) ??
      (await profileQuestion(table, answers)) ??
      unratedList(table, answers) ??
      averagesQuestion(table, answers) ??
      scaleQuestion(table, answers);
    if (question && "id" in question) return { question };
    const reader = new OwnReader({ ...table, ...question }, chosenProfile(answers));
    await readTable({ ...table.head, skip: table.head.skip + table.above }, false, reader.take);
    // What an export holds beside its ratings may be empty.
    if (reader.isEmpty && own.length > 1) continue;
    readers.push({ reader, columns: table.columns.join() });
  }
  const all = readers.map(({ reader, columns }) => {
    const others = readers.filter((one) => one.columns === columns && one.reader !== reader);
    const alike = others.flatMap((one) => one.reader.points);
    return { own: reader.finish(alike), seen: reader.seen, skipped: reader.skipped };
  });
  const { workbook = "" } = own[0].head.source;
  // A service's files are of one person, whatever they say.
  const sheets = own.every(({ importer }) => importer.name === ANY) ? all.map((one) => one.own) : [];
  const question = sheetsQuestion(sheets, workbook, answers);
  if (question) return { question };
  const read = all.filter((one) => one.own.file === (answers[`sheet:${workbook}`] ?? one.own.file));
  const some = read.filter(({ own: { films }, seen }) => films.length + seen.length > 0);
  if (some.length === 0) refuse(own[0], read[0]?.own);
  const seen = some.flatMap((one) => one.seen);
  const skipped = together(read.map((one) => one.skipped));
  const liked = some.filter(tellsLikes);
  if (liked.length === 0) return { own: { files: some.map((one) => one.own), answered: seen, skipped } };
  const answered = some
    .filter((one) => !tellsLikes(one))
    .flatMap((one) => one.own.films.map((film) => ({ ...film, stars: 0, answer: film.answer ?? "seen" })));
  return { own: { files: liked.map((one) => one.own), answered: [...answered, ...seen], skipped } };
}

/** Those that the person says are all their own, or else by their headers; any table of titles and ratings is one person's only where no other file says who rated. */
async function ownTables(heads: readonly TableHead[], answers: Answers): Promise<(OwnTable | null)[]> {
  if (heads.some((head) => areAllMine(head, answers)))
    return heads.map((head) => (areAllMine(head, answers) ? declaredTable(head) : null));
  const services = heads.map(serviceTable);
  if (services.some((table) => table !== null)) return services;
  if (heads.length > 1 && heads.some(({ rows }) => namedColumn(rows[0] ?? [], "user") >= 0)) return services;
  const tables = heads.map((head) =>
    areEverybodys(head, answers) ? null : tableOf(head, { rater: chosenRater(head, answers) }),
  );
  return Promise.all(tables.map(async (table) => (table && (await isOfMany(table)) ? null : table)));
}

function tableOf(head: TableHead, told: Parameters<typeof anyTable>[3]): OwnTable | null {
  const missing = missingHeader(head.rows);
  const header = missing ?? withAnswers(head.rows[0] ?? []);
  const above = missing ? 0 : 1;
  const importer = anyTable(header, head.rows.slice(above), head, told);
  return importer && { head, importer, columns: header.map(plainName), above };
}

function areAllMine({ source }: TableHead, answers: Answers): boolean {
  return `mine:${source.name}` in answers;
}

function declaredTable(head: TableHead): OwnTable {
  const table = tableOf(head, { areAllMine: true });
  if (table) return table;
  throw new DataFileError(
    `${head.source.name} has no column of titles beside one of ratings. Name them “title” and “rating” in the first row, and open it again.`,
  );
}

/** Below the first rows, which are all of one user, others may follow. */
async function isOfMany(table: OwnTable): Promise<boolean> {
  return table.importer.profile !== undefined && (await profilesIn(table)).size > 1;
}

/** Letterboxd lists apart what was watched; Netflix tells of nothing else. */
function tellsLikes({ own: { films, source } }: { own: OwnFile }): boolean {
  const tells = ({ isRated, stars, answer }: OwnFilm) =>
    isRated || (answer === undefined && stars !== STARS_FOR_WATCHED);
  return source !== "Letterboxd" || films.some(tells);
}

function refuse({ head, importer }: OwnTable, own: OwnFile | undefined): never {
  if (!own) throw new DataFileError(`${head.source.name} has a header but no rows. ${importer.remedy}`);
  const { file, unrated, notFilms } = own;
  if (notFilms > unrated) {
    throw new DataFileError(`${file} contains no films (only episodes, games or shows). ${importer.remedy}`);
  }
  const what = importer.name === ANY ? "has no ratings" : `is a list from ${importer.name} without ratings`;
  throw new DataFileError(`${file} ${what}. ${importer.remedy}`);
}
