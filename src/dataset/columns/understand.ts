import { DataFileError } from "../../errors.ts";
import type { ByteSource } from "../../files/ByteSource.ts";
import { excerpt } from "../../files/excerpt.ts";
import { noTable, readHead, type TableHead } from "../../files/TableHead.ts";
import type { Encoding } from "../../files/text/decoding.ts";
import { NETFLIX_PRIZE } from "../../files/text/netflixPrize.ts";
import type { Assumption } from "../Assumption.ts";
import type { Nouns } from "../Catalogue.ts";
import { cellAt, cellsAt } from "../cells/cellAt.ts";
import { FILMS, guessNouns, ITEMS } from "../nouns.ts";
import { assumedOf } from "./assumedOf.ts";
import { isKnownName, namedColumn } from "./columnNames.ts";
import { columnName } from "./guessForm.ts";
import { guessForms } from "./guessForms.ts";
import { withOneHeader } from "./headerRow.ts";
import { withListedItems } from "./listCells.ts";
import { isBesides, type Layout, olderLayout, PRIZE_TITLES, parseGenres, prizeTitles } from "./movielens.ts";
import { withRatedIds } from "./ratedIds.ts";
import { refuseNetwork } from "./refuseNetwork.ts";
import { placeOf, type Role, type TableForm, type TableKind } from "./TableForm.ts";
import { withTypedIds } from "./typedIds.ts";

/** A table, and how it is to be read. */
export interface Table {
  head: TableHead;
  form: TableForm;
}

/** A file that is not read, and why, where that is not plain. */
export interface Unused {
  file: string;
  reason: string | null;
}

/** What somebody has said about their files, where it differs from what was assumed. */
export interface Choices {
  /** The roles of the columns of some tables, and whether their first row holds names. */
  tables?: readonly { file: string; roles: readonly Role[]; hasHeader: boolean }[];
  likedFrom?: number;
  /** The share of the users, chosen at random, whose ratings are read. */
  userShare?: number;
  nouns?: Nouns;
  /** Values that mean "not rated"; if empty, none does. */
  unrated?: readonly number[];
}

/** The tables among some files, and what the other files are. */
export interface Examined {
  tables: readonly Table[];
  nouns: Nouns;
  /** Files that are not needed, and why, where that is not plain. */
  unused: readonly Unused[];
  /** What was taken for granted in telling what they are. */
  assumptions: readonly Assumption[];
}

/** Which table is what. */
export interface Understanding {
  ratings: Table;
  items: Table | null;
  users: Table | null;
  /** What IMDb and TMDb call the items. */
  links: Table | null;
  tags: readonly Table[];
  nouns: Nouns;
}

/** Files that were opened: the beginnings of tables, and what is none. */
export interface OpenedFiles {
  heads: readonly TableHead[];
  unused: readonly Unused[];
  /** Names of the genres that a file of MovieLens' older sets lists. */
  genres: readonly string[] | null;
}

/**
 * Reads the beginnings of files.
 * @param encodings by file, where a person has said which it is
 * @throws DataFileError if none of them is a table, or one is damaged.
 */
export async function openTables(
  sources: readonly ByteSource[],
  encodings: ReadonlyMap<string, Encoding> = new Map(),
): Promise<OpenedFiles> {
  const names = sources.map(({ name }) => name);
  const heads: TableHead[] = [];
  const unused: Unused[] = [];
  let problem: DataFileError | null = null;
  for (const source of sources) {
    if (isBesides(source.name, names)) {
      unused.push({ file: source.name, reason: null });
      continue;
    }
    try {
      const head = await inKnownWords(await readHead(source, encodings.get(source.name) ?? null));
      heads.push(withListedItems(refuseNetwork(withOneHeader(head))));
    } catch (error) {
      const reason = noTable(error);
      problem ??= reason;
      // Beside a table, the other sheets of a workbook may be anything.
      unused.push({ file: source.name, reason: source.workbook ? null : reason.message });
    }
  }
  if (heads.length === 0) throw problem ?? new DataFileError("Choose a file that holds ratings.");
  const genres = await genresOf(sources, olderLayout(names));
  // Tables of things are joined by their ids as these are.
  return { heads: heads.length === 1 ? heads.map(withTypedIds) : heads, unused, genres };
}

/** Of encodings that are nearly as likely, in the only one in which most names of columns are known, if there is one. */
async function inKnownWords(head: TableHead): Promise<TableHead> {
  const all = await Promise.all(head.encodings.map(({ encoding }) => readHead(head.source, encoding)));
  const known = all.map(({ rows: [header = []] }) => header.filter(isKnownBeyondAscii).length);
  const most = all.filter((_, place) => known[place] === Math.max(...known));
  return most.length === 1 ? most[0] : head;
}

function isKnownBeyondAscii(name: string): boolean {
  return /\P{ASCII}/u.test(name) && isKnownName(name);
}

/** What files of a data set are taken for. @throws DataFileError if none of them is a table. */
export async function examine(sources: readonly ByteSource[], choices: Choices = {}): Promise<Examined> {
  return examineTables(await openTables(sources), choices);
}

/** Tells from the beginnings of tables, and from the names that GroupLens gives its own, what they are. */
export function examineTables({ heads, unused, genres }: OpenedFiles, choices: Choices): Examined {
  const layout = olderLayout(heads.map(({ source }) => source.name));
  const guessed = guessForms(heads);
  const isOfNetflixPrize = heads.some(({ format }) => format === NETFLIX_PRIZE);
  const tables = heads.map((head, place) => {
    const known = layout?.formOf(head.source.name, genres) ?? null;
    const isKnown = known !== null && fitsLayout(head, known.columns.length);
    if (isOfNetflixPrize && PRIZE_TITLES.test(head.source.name)) {
      return { head, form: prizeTitles(), isKnown: true };
    }
    return { head, form: chosenForm(head, isKnown ? known : guessed[place], choices), isKnown };
  });
  const nouns = choices.nouns ?? (tables.some(({ isKnown }) => isKnown) ? FILMS : nounsOf(tables));
  // Of what is not read as ratings, nothing is taken for granted.
  const ratings = likeliestRatings(tables.filter(({ form }) => form.kind === "ratings"));
  const isChosen = ({ head }: Table) =>
    choices.tables?.some(({ file }) => file === head.source.name) === true;
  const joined = tables.map((table) =>
    ratings.length === 1 && !table.isKnown && !isChosen(table)
      ? withRatedIds(table, ratings[0])
      : { table, said: [] },
  );
  return {
    tables: joined.map(({ table }) => table),
    nouns,
    unused,
    assumptions: [...ratings.flatMap(assumedOf), ...joined.flatMap(({ said }) => said)],
  };
}

/** Whoever calls a file ratings.dat need not have it from MovieLens. */
function fitsLayout({ dialect, rows: [first = []] }: TableHead, columns: number): boolean {
  return (
    dialect !== null &&
    ["\t", "|", "::"].includes(dialect.delimiter) &&
    /^\d+$/.test(cellAt(first, 0).trim()) &&
    first.length === columns
  );
}

/** @throws DataFileError if no table holds ratings, or more than one does. */
export function assign({ tables, nouns }: Examined): Understanding {
  const ratings = theRatings(tables);
  if (!ratings) throw noRatings(tables);
  const items = theOnly(aboutRated(tables, ratings), "items", "title");
  return {
    ratings,
    items,
    users: theOnly(tables, "users", "user"),
    links: longestLinks(tables),
    tags: tables.filter(({ form }) => form.kind === "tags"),
    nouns,
  };
}

/** Without any of these, a table of items and tags has a row to each tag. */
const DESCRIBING: readonly Role[] = ["title", "year", "labels", "feature", "flag", "imdb", "tmdb"];

/** The form with the roles that were chosen, and with the kind that follows from them. */
function chosenForm({ source, rows }: TableHead, form: TableForm, { tables = [] }: Choices): TableForm {
  const chosen = tables.find(({ file }) => file === source.name);
  if (!chosen) return form;
  const { roles, hasHeader } = chosen;
  const columns = form.columns.map((column, place) => ({
    ...column,
    name: hasHeader === form.hasHeader ? column.name : columnName(hasHeader ? rows[0] : [], place),
    role: roles[place] ?? column.role,
  }));
  const has = (role: Role) => placeOf(columns, role) >= 0;
  const ofItems = has("tags") && !DESCRIBING.some(has) ? "tags" : "items";
  const kind = has("item") ? (has("user") ? "ratings" : ofItems) : has("user") ? "users" : form.kind;
  return { ...form, kind, hasHeader, columns };
}

/** Of tables of ratings, those whose header says who rated, and of these those with a column of ratings, if there are any. */
export function likeliestRatings(tables: readonly Table[]): readonly Table[] {
  const better = (some: readonly Table[], is: (table: Table) => boolean) => {
    const found = some.filter(is);
    return found.length > 0 ? found : some;
  };
  const names = ({ form }: Table) => form.columns.map(({ name }) => name);
  const named = better(tables, (table) => !table.form.hasHeader || namedColumn(names(table), "user") >= 0);
  return better(named, ({ form }) => placeOf(form.columns, "rating") >= 0);
}

function theRatings(tables: readonly Table[]): Table | null {
  const has = ({ form }: Table, role: Role) => placeOf(form.columns, role) >= 0;
  const all = tables.filter(
    (table) => table.form.kind === "ratings" && has(table, "user") && has(table, "item"),
  );
  const [first, second] = likeliestRatings(all);
  if (second) throw twice("ratings", first, second);
  return first ?? null;
}

/** Of several tables of things, such as tracks and their categories, those of which more were rated than of all others. */
function aboutRated(tables: readonly Table[], ratings: Table): readonly Table[] {
  const items = tables.filter(({ form }) => form.kind === "items" && placeOf(form.columns, "item") >= 0);
  const rated = new Set(idsIn(ratings));
  const known = items.map((table) => idsIn(table).filter((id) => rated.has(id)).length);
  const most = Math.max(...known);
  return tables.filter((table) => !items.includes(table) || known[items.indexOf(table)] === most);
}

function idsIn({ head, form }: Table): string[] {
  const place = placeOf(form.columns, "item");
  return [...new Set(head.rows.slice(Number(form.hasHeader)).map((row) => cellAt(row, place).trim()))];
}

/** One table of a kind; those without the column that matters give way to one that has it. */
function theOnly(tables: readonly Table[], kind: TableKind, column: Role): Table | null {
  const all = tables.filter(({ form }) => form.kind === kind);
  const better = all.filter(({ form }) => placeOf(form.columns, column) >= 0);
  const [first, second] = better.length > 0 ? better : all;
  if (second) throw twice(kind, first, second);
  return first ?? null;
}

/** Of links for all items and for some, those for all. */
function longestLinks(tables: readonly Table[]): Table | null {
  const all = tables.filter(({ form }) => form.kind === "links");
  return all.toSorted((a, b) => b.head.source.size - a.head.source.size)[0] ?? null;
}

/** By the columns of items, then by all columns, then by the files, then by years behind titles. */
function nounsOf(tables: readonly Table[]): Nouns {
  const columns = tables.flatMap(({ form }) => form.columns);
  const items = columns.filter(({ role }) => role === "item" || role === "title");
  const used = columns.filter(({ role }) => role !== "unused");
  const nouns = guessNouns([
    ...[...items, ...used].map(({ name }) => name),
    ...tables.map(({ head }) => head.source.name),
  ]);
  return nouns === ITEMS && tables.some(areDated) ? FILMS : nouns;
}

/** Whether nearly all titles end in a year, as those of films do. */
function areDated({ head, form }: Table): boolean {
  const titled = placeOf(form.columns, "title");
  const place = titled >= 0 ? titled : placeOf(form.columns, "item");
  const titles = cellsAt(head.rows.slice(Number(form.hasHeader)), place);
  return titles.filter((title) => /\S [([]\d{4}[)\]]$/.test(title)).length > titles.length * 0.8;
}

async function genresOf(sources: readonly ByteSource[], layout: Layout | null): Promise<string[] | null> {
  const source = layout?.genres && sources.find(({ name }) => name === layout.genres);
  if (!source) return null;
  const head = await readHead(source).catch(noTable);
  const names = head instanceof DataFileError ? [] : parseGenres(head.rows);
  return names.length > 0 ? names : null;
}

function twice(what: string, ...tables: Table[]): DataFileError {
  const names = tables.map(({ head }) => head.source.name).join(" and ");
  return new DataFileError(`${names}: more than one file of ${what}. Open one data set at a time.`);
}

function noRatings(tables: readonly Table[]): DataFileError {
  const { head, form } = tables.find(({ form: { kind } }) => kind === "ratings") ?? tables[0];
  const names = form.columns.slice(0, 8).map(({ name }) => excerpt(name));
  const shown = form.columns.length > 8 ? `${names.join(", ")}, …` : names.join(", ");
  const hasUser = placeOf(form.columns, "user") >= 0;
  const hasItem = placeOf(form.columns, "item") >= 0 || placeOf(form.columns, "title") >= 0;
  const missing = hasUser ? "what was rated" : hasItem ? "who rated" : "who rated what";
  return new DataFileError(
    `${head.source.name} can't be read as ratings: no column says ${missing} (found ${shown}). A ratings file has the columns userId, movieId and rating.`,
  );
}
