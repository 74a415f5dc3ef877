import { areParts, joined } from "../dataset/columns/joinedTables.ts";
import { asRows, matrixOf, type Orientation, orientationQuestion } from "../dataset/columns/matrixTable.ts";
import { gradesQuestion, withoutGrades } from "../dataset/columns/schoolGrades.ts";
import { placeOf } from "../dataset/columns/TableForm.ts";
import {
  examineTables,
  likeliestRatings,
  type OpenedFiles,
  openTables,
  type Table,
} from "../dataset/columns/understand.ts";
import { sidesQuestion, withSides } from "../dataset/columns/untoldSides.ts";
import { OpenedData } from "../dataset/OpenedData.ts";
import { DataFileError } from "../errors.ts";
import { isZip, openZip, type UnpackAhead } from "../files/archives/openZip.ts";
import type { ByteSource, DataFile } from "../files/ByteSource.ts";
import { openFiles } from "../files/openFiles.ts";
import type { Answers, Question } from "../files/Question.ts";
import { isSparseMatrix, sparseMatrixAdvice } from "../files/sparseMatrix.ts";
import type { TableHead } from "../files/TableHead.ts";
import type { Encoding } from "../files/text/decoding.ts";
import { NETFLIX_PRIZE } from "../files/text/netflixPrize.ts";
import { exportedFiles, pathOf } from "./exportedFiles.ts";
import { type OwnFiles, readOwnTables } from "./readOwnFiles.ts";

/** What was dropped. */
export type Dropped =
  /** One saved model, not opened yet. */
  | { kind: "model"; file: DataFile }
  /** One person's ratings, read whole; `matchOwn` finds them in a catalogue. */
  | { kind: "own"; own: OwnFiles }
  /** A data set, of which the beginnings were read; `data.read` makes a catalogue of it. */
  | { kind: "dataset"; data: OpenedData }
  /** Only the person knows: call again with the same files and the answer beside those given before. */
  | { kind: "question"; question: Question };

const BESIDE = /^(?:readme|licen[cs]e|index)\b|\.(?:md|html?|ini|py|ipynb|ya?ml)$/i;
const MODEL = /\.npz$/i;
/** The array that each model has. */
const OF_MODEL = "item_embeddings";

/**
 * The one way in for files: opens what was dropped, zips and all, and says what it is. Everything that takes
 * files (the page, the command line, the tests) comes through here.
 * @param answers to the questions that this call has asked before, and what the person said unasked: a file's encoding
 * (`encoding:FILE`), that it is to be left out (`leftOut:FILE`), or that all its ratings are their own (`mine:FILE`)
 * @param unpackAhead see `openZip`
 * @param loaded what the data set is of in which one person's ratings will be looked up: films where left out
 * @throws DataFileError if the files cannot be read, or do not belong together.
 */
export async function openDropped(
  files: readonly DataFile[],
  answers: Answers = {},
  unpackAhead?: UnpackAhead,
  loaded?: string,
): Promise<Dropped> {
  const model = files.find(({ name }) => MODEL.test(name));
  if (model) {
    await checkArrays(model);
    const other = files.find((file) => file !== model);
    if (!other) return { kind: "model", file: model };
    throw new DataFileError(
      `Open ${model.name} and ${other.name} separately: ${model.name} is a model and is imported on its own.`,
    );
  }
  const sources = await openFiles(files, unpackAhead);
  const exported = exportedFiles(sources);
  const found = withoutLeftOut(await openTables(exported ?? sources, encodingsOf(answers)), answers);
  const unclear = found.heads.find(({ encodings }) => encodings.length > 0);
  if (unclear) return { kind: "question", question: encodingQuestion(unclear) };
  const question = found.heads
    .map((head) => gradesQuestion(head, answers) ?? sidesQuestion(head, answers))
    .find((asked) => asked !== null);
  if (question) return { kind: "question", question };
  const heads = found.heads.map((head) => withSides(withoutGrades(head, answers), answers));
  const opened = { ...found, heads };
  const outcome = await readOwnTables(
    exported ? opened.heads : opened.heads.filter((head) => !isBeside(head, opened.heads.length)),
    exported ? 0 : unreadable(opened, sources),
    answers,
    loaded,
  );
  if (outcome) return "own" in outcome ? { kind: "own", ...outcome } : { kind: "question", ...outcome };
  const data = withoutMatrix(opened, answers);
  if ("id" in data) return { kind: "question", question: data };
  return (
    ratingsQuestion(data, answers) ?? { kind: "dataset", data: new OpenedData(chosenRatings(data, answers)) }
  );
}

/** @throws DataFileError if the arrays in an `.npz` are none of a model. */
async function checkArrays(file: DataFile): Promise<void> {
  if (!(await isZip(file))) return;
  // Of a damaged file it is said what is wrong with it when the model is opened.
  const entries = await openZip(file).catch(() => new Map<string, unknown>());
  const arrays = [...entries.keys()].map((path) => path.replace(/\.npy$/, ""));
  if (isSparseMatrix((name) => arrays.includes(name))) throw new DataFileError(sparseMatrixAdvice(file.name));
  if (arrays.length === 0 || arrays.includes(OF_MODEL)) return;
  throw new DataFileError(
    `${file.name} holds NumPy arrays (${arrays.slice(0, 3).join(", ")}) and no model. Save the ratings as CSV, one a line.`,
  );
}

/** Files that could not be read, without those that lie beside others in a zip. */
function unreadable({ unused }: OpenedFiles, sources: readonly ByteSource[]): number {
  const zipped = new Set(sources.filter((source) => "path" in source).map(({ name }) => name));
  return unused.filter(({ file, reason }) => reason !== null && !zipped.has(file)).length;
}

/** Whether this lies beside others in a zip and says of them what they are, or whose. */
function isBeside({ source, format, rows }: TableHead, files: number): boolean {
  const isOneRecord = format === "JSON" && rows.length < 3;
  return files > 1 && "path" in source && (BESIDE.test(source.name) || isOneRecord);
}

function withoutLeftOut(opened: OpenedFiles, answers: Answers): OpenedFiles {
  const isLeftOut = ({ source }: TableHead) => `leftOut:${source.name}` in answers;
  const leftOut = opened.heads.filter(isLeftOut).map(({ source }) => ({ file: source.name, reason: null }));
  return {
    ...opened,
    heads: opened.heads.filter((head) => !isLeftOut(head)),
    unused: [...opened.unused, ...leftOut],
  };
}

function encodingsOf(answers: Answers): ReadonlyMap<string, Encoding> {
  const chosen = Object.entries(answers).filter(([id]) => id.startsWith("encoding:"));
  return new Map(chosen.map(([id, encoding]) => [id.slice("encoding:".length), encoding as Encoding]));
}

function encodingQuestion({ source, encodings }: TableHead): Question {
  return {
    id: `encoding:${source.name}`,
    sentence: `Which encoding is ${source.name} in? Choose the one that looks right.`,
    choices: encodings.map(({ encoding, sample }) => ({
      label: `${sample} (${encoding})`,
      answer: encoding,
    })),
  };
}

/** The tables with a matrix turned into rows, if there are no ratings but in a matrix; or what has to be asked for it. */
function withoutMatrix(opened: OpenedFiles, answers: Answers): OpenedFiles | Question {
  const named = (table: Table) => table.form.kind === "ratings" && table.form.hasHeader && isWhole(table);
  const { tables } = examineTables(opened, {});
  const matrices = opened.heads.map(matrixOf);
  if (tables.some((table, i) => matrices[i] === null && named(table))) return opened;
  const heads: TableHead[] = [];
  for (const [i, head] of opened.heads.entries()) {
    const matrix = matrices[i];
    if (!matrix) {
      heads.push(head);
      continue;
    }
    if (matrix.isOfLikeness)
      throw new DataFileError(
        `${head.source.name} compares things with each other and has no ratings. Open the ratings it was made from.`,
      );
    const orientation =
      matrix.orientation ?? (answers[`rows:${head.source.name}`] as Orientation | undefined);
    if (!orientation) return orientationQuestion(head, matrix);
    heads.push(asRows(head, matrix, orientation));
  }
  return { ...opened, heads };
}

function isWhole({ form: { columns } }: Table): boolean {
  return placeOf(columns, "user") >= 0 && placeOf(columns, "item") >= 0;
}

const AND = new Intl.ListFormat("en-GB");
/** The answer that several tables are parts of one. */
const ALL = "*";

function likeliestOf(opened: OpenedFiles): readonly Table[] {
  const all = examineTables(opened, {}).tables;
  return likeliestRatings(all.filter((table) => table.form.kind === "ratings" && isWhole(table)));
}

/** Several tables of ratings may be parts, or one a sample of the other: only the person knows. */
function ratingsQuestion(opened: OpenedFiles, answers: Answers): Dropped | null {
  if ("ratings" in answers) return null;
  const choices = likeliestOf(opened);
  if (choices.length < 2 || choices.every(isOfPrize)) return null;
  const names = choices.map(({ head }) => head.source.name);
  const areNamed = new Set(names).size === names.length;
  const name = ({ head: { source } }: Table) => (areNamed ? source.name : pathOf(source));
  return {
    kind: "question",
    question: {
      id: "ratings",
      sentence: `${AND.format(choices.map(name))} ${choices.length > 2 ? "all" : "both"} hold ratings. Which one should be read?`,
      choices: [
        ...choices.map((table) => ({ label: name(table), answer: name(table) })),
        ...(areParts(choices) ? [{ label: "All of them, as parts of one", answer: ALL }] : []),
      ],
    },
  };
}

function isOfPrize({ head }: Table): boolean {
  return head.format === NETFLIX_PRIZE;
}

/** The tables without those of ratings that were not chosen, or with one in place of its parts. */
function chosenRatings(opened: OpenedFiles, answers: Answers): OpenedFiles {
  const likely = likeliestOf(opened);
  const chosen = likely.length > 1 && likely.every(isOfPrize) ? ALL : answers.ratings;
  if (chosen === ALL && areParts(likely)) {
    const parts = likely.map(({ head }) => head);
    const whole = joined(parts, likely[0].form.hasHeader);
    return { ...opened, heads: [whole, ...opened.heads.filter((head) => !parts.includes(head))] };
  }
  if (chosen === undefined) return opened;
  const { tables } = examineTables(opened, {});
  const isOther = (table: Table) =>
    table.form.kind === "ratings" &&
    isWhole(table) &&
    ![table.head.source.name, pathOf(table.head.source)].includes(chosen);
  const others = tables.filter(isOther).map(({ head }) => head);
  return {
    ...opened,
    heads: opened.heads.filter((head) => !others.includes(head)),
    unused: [...opened.unused, ...others.map(({ source }) => ({ file: source.name, reason: null }))],
  };
}
