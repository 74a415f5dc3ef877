import type { Catalogue } from "../../../src/dataset/Catalogue.ts";
import { withOneHeader } from "../../../src/dataset/columns/headerRow.ts";
import type { Table } from "../../../src/dataset/columns/understand.ts";
import { DataFileError, ModelFileError } from "../../../src/errors.ts";
import { type DataFile, fileSource } from "../../../src/files/ByteSource.ts";
import { readTable } from "../../../src/files/readTable.ts";
import { readHead, type TableHead } from "../../../src/files/TableHead.ts";
import { missingHeader } from "../../../src/importers/missingHeader.ts";
import type { OwnFile, OwnFilm } from "../../../src/importers/OwnFilm.ts";
import { openDropped } from "../../../src/importers/openDropped.ts";
import { serviceTable } from "../../../src/importers/ownTable.ts";
import type { OwnFiles } from "../../../src/importers/readOwnFiles.ts";
import type { SeededRandom } from "../../../src/matrix/random.ts";
import { loadModel } from "../../../src/model/file/loadModel.ts";

/** How reading ended: what was read, or the sentence of a refusal. */
export type Ending = "data set" | "own" | "model" | "question" | { refused: string };

const QUESTIONS = 4;
/** Notes and a header of several lines: more would be rows that are lost. */
const MOST_ABOVE = 9;

/**
 * Reads files as the page does, answering its questions at random.
 * @throws if it ends in anything but a refusal in a sentence, or tables whose counts add up.
 */
export async function read(bytes: ReadonlyMap<string, Uint8Array>, random: SeededRandom): Promise<Ending> {
  const files = [...bytes].map(([name, content]) => inMemory(name, content));
  try {
    return await opened(files, random);
  } catch (error) {
    if (!(error instanceof DataFileError) && !(error instanceof ModelFileError)) throw error;
    checkSentence(error.message);
    return { refused: error.message };
  }
}

/** A file as it is used here, without the cost that Node's own have for each piece that is read. */
function inMemory(name: string, content: Uint8Array): DataFile {
  // A Buffer's slice is not a copy, and what it lies in is larger.
  const bytes = new Uint8Array(content);
  const slice = (from = 0, to = bytes.length) => ({ arrayBuffer: async () => bytes.slice(from, to).buffer });
  const file = { name, size: bytes.length, slice, arrayBuffer: slice().arrayBuffer };
  return file as unknown as DataFile;
}

async function opened(files: DataFile[], random: SeededRandom): Promise<Ending> {
  const answers: Record<string, string> = {};
  for (let asked = 0; asked < QUESTIONS; asked++) {
    const dropped = await openDropped(files, answers);
    if (dropped.kind === "model") {
      loadModel(new Uint8Array(await dropped.file.arrayBuffer()));
      return "model";
    }
    if (dropped.kind === "own") {
      await checkOwn(dropped.own, files);
      return "own";
    }
    if (dropped.kind === "dataset") {
      const catalogue = await dropped.data.read();
      checkCatalogue(catalogue);
      const { tables } = dropped.data.examine();
      if (tables.length === 1) await checkRows(catalogue, tables[0]);
      return "data set";
    }
    const { id, sentence, choices } = dropped.question;
    checkSentence(sentence);
    check(choices.length > 1, `a question with ${choices.length} choices: ${sentence}`);
    check(!(id in answers), `a question that was answered: ${sentence}`);
    answers[id] = choices[random.below(choices.length)].answer;
  }
  return "question";
}

function checkSentence(message: string): void {
  check(/^\S.{10,}[.?!)]$/s.test(message), `no sentence: ${message}`);
  check(!/\[object |\bundefined\b/.test(message), `no words: ${message}`);
}

function checkCatalogue({
  ratings: table,
  items,
  userFeatures,
  likedFrom,
  skipped,
  repeated,
  unrated = 0,
}: Catalogue): void {
  const { userIds, itemIds, users, items: rated, ratings, timestamps } = table;
  check(users.length === ratings.length && rated.length === ratings.length, "columns of different lengths");
  check(!timestamps || timestamps.length === ratings.length, "times of another length");
  check(items.length === itemIds.length, "items of another length");
  check(!userFeatures || userFeatures.length === userIds.length, "features of another length");
  check(new Set(userIds).size === userIds.length && userIds.length > 1, "users twice, or none");
  check(new Set(itemIds).size === itemIds.length && itemIds.length > 1, "items twice, or none");
  check(
    users.every((user) => user >= 0 && user < userIds.length),
    "a user who is none",
  );
  check(
    rated.every((item) => item >= 0 && item < itemIds.length),
    "an item that is none",
  );
  check(
    ratings.every(Number.isFinite) && ratings.some((rating) => rating >= likedFrom),
    "ratings that are none",
  );
  check(!timestamps || timestamps.every(Number.isFinite), "a time that is none");
  check(
    new Set(users.map((user, i) => user * itemIds.length + rated[i])).size === ratings.length,
    "a pair twice",
  );
  check(isCount(skipped.count) && isCount(repeated) && isCount(unrated), "counts that are none");
  check(
    items.every(({ id, title, year }, i) => id === itemIds[i] && title !== "" && isYear(year)),
    "an item without a title",
  );
}

async function checkRows(catalogue: Catalogue, { head, form }: Table): Promise<void> {
  // Most cells of a matrix are blank, and none of them is a row.
  if (head.format.includes("matrix")) return;
  let rows = 0;
  await readTable(head, form.hasHeader, () => rows++);
  const { ratings, repeated, unrated = 0, skipped } = catalogue;
  const counted = ratings.ratings.length + repeated + unrated + skipped.count;
  check(rows === counted, `${rows} rows, ${counted} counted`);
}

async function checkOwn({ files, answered, skipped }: OwnFiles, given: readonly DataFile[]): Promise<void> {
  check(files.length > 0 && isCount(skipped.count), "no file");
  const all = files.flatMap(({ films }) => films);
  check(all.length + answered.length > 0 && [...all, ...answered].every(isFilm), "a film that is none");
  const [file] = files;
  if (given.length > 1 || file.file !== given[0].name || file.source === "Netflix") return;
  const rows = await rowsOf(given[0]);
  // Films that were watched and not rated are told apart.
  const counted = countOf(file) + answered.length + skipped.count;
  check(rows === counted, `${rows} rows, ${counted} counted`);
}

function countOf({ films, unrated, notFilms }: OwnFile): number {
  return films.length + unrated + notFilms;
}

async function rowsOf(file: DataFile): Promise<number> {
  const whole = await readHead(fileSource(file));
  const head = withOneHeader(whole);
  check((await leftOut(whole, head)) <= MOST_ABOVE, "rows left out as notes or headings");
  const above = serviceTable(head)?.above ?? Number(missingHeader(head.rows) === null);
  let rows = 0;
  await readTable({ ...head, skip: head.skip + above }, false, () => rows++);
  return rows;
}

/** Rows that are taken for notes, or for further lines of the header. */
async function leftOut(whole: TableHead, head: TableHead): Promise<number> {
  let rows = 0;
  await readTable(whole, false, () => rows++);
  await readTable(head, false, () => rows--);
  return rows;
}

function isFilm({ title, stars, answer, year, ratedAt }: OwnFilm): boolean {
  const isRated = stars >= 0.5 && stars <= 5 && Number.isInteger(stars * 2);
  return (
    title !== "" &&
    (isRated || answer !== undefined) &&
    isYear(year) &&
    (ratedAt === null || Number.isFinite(ratedAt))
  );
}

function isYear(year: number | null): boolean {
  return year === null || isCount(year);
}

function isCount(count: number): boolean {
  return Number.isInteger(count) && count >= 0;
}

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(`What was read doesn't add up: ${what}`);
}
