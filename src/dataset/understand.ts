import { DataFileError } from "../errors.ts";
import type { ByteSource } from "../files/ByteSource.ts";
import { excerpt } from "../files/excerpt.ts";
import { readHead, type TableHead } from "../files/TableHead.ts";
import type { Nouns } from "./Catalogue.ts";
import { columnName, guessForm } from "./guessForm.ts";
import { isBesides, type Layout, olderLayout, parseGenres } from "./movielens.ts";
import { FILMS, guessNouns } from "./nouns.ts";
import { placeOf, type Role, type TableForm, type TableKind } from "./TableForm.ts";

/** A table, and how it is to be read. */
export interface Table {
  head: TableHead;
  form: TableForm;
}

/** What a person has said about their files, where that differs from what was guessed. */
export interface Choices {
  /** The roles of the columns of some tables, and whether their first row holds names. */
  tables?: readonly { file: string; roles: readonly Role[]; hasHeader: boolean }[];
  likedFrom?: number;
  /** The share of the users, chosen at random, whose ratings are read. */
  userShare?: number;
  nouns?: Nouns;
}

/** The tables among some files, and what the other files are. */
export interface Examined {
  tables: readonly Table[];
  nouns: Nouns;
  /** Files that are not needed, and why, where that is not plain. */
  unused: readonly { file: string; reason: string | null }[];
}

/** Which table is what. */
export interface Understanding {
  ratings: Table;
  items: Table | null;
  users: Table | null;
  nouns: Nouns;
}

/**
 * Tells from the beginnings of files, and from the names that GroupLens gives its own, what they are.
 * @throws DataFileError where none of them is a table.
 */
export async function examine(sources: readonly ByteSource[], choices: Choices = {}): Promise<Examined> {
  const names = sources.map(({ name }) => name);
  const layout = olderLayout(names);
  const genres = await genresOf(sources, layout);
  const tables: Table[] = [];
  const unused: { file: string; reason: string | null }[] = [];
  let problem: DataFileError | null = null;
  for (const source of sources) {
    if (isBesides(source.name, names)) {
      unused.push({ file: source.name, reason: null });
      continue;
    }
    try {
      const head = await readHead(source);
      const form = layout?.formOf(source.name, genres) ?? guessForm(head);
      tables.push({ head, form: chosenForm(head, form, choices) });
    } catch (error) {
      if (!(error instanceof DataFileError)) throw error;
      problem ??= error;
      unused.push({ file: source.name, reason: error.message });
    }
  }
  if (tables.length === 0) {
    throw problem ?? new DataFileError("Nothing was opened. Choose a file that holds ratings.");
  }
  return { tables, nouns: choices.nouns ?? (layout ? FILMS : nounsOf(tables)), unused };
}

/** @throws DataFileError where no table holds ratings, or more than one does. */
export function assign({ tables, nouns }: Examined): Understanding {
  const ratings = theRatings(tables);
  if (!ratings) throw noRatings(tables);
  const items = theOnly(tables, "items", "title");
  return { ratings, items, users: theOnly(tables, "users", "user"), nouns };
}

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
  const kind = has("item") ? (has("user") ? "ratings" : "items") : has("user") ? "users" : form.kind;
  return { ...form, kind, hasHeader, columns };
}

/** One table of ratings; those without a column of ratings give way to one that has it. */
function theRatings(tables: readonly Table[]): Table | null {
  const has = ({ form }: Table, role: Role) => placeOf(form.columns, role) >= 0;
  const all = tables.filter(
    (table) => table.form.kind === "ratings" && has(table, "user") && has(table, "item"),
  );
  const rated = all.filter(({ form }) => placeOf(form.columns, "rating") >= 0);
  const [first, second] = rated.length > 0 ? rated : all;
  if (second) throw twice("ratings", first, second);
  return first ?? null;
}

/** One table of a kind; those without the column that matters give way to one that has it. */
function theOnly(tables: readonly Table[], kind: TableKind, column: Role): Table | null {
  const all = tables.filter(({ form }) => form.kind === kind);
  const better = all.filter(({ form }) => placeOf(form.columns, column) >= 0);
  const [first, second] = better.length > 0 ? better : all;
  if (second) throw twice(kind, first, second);
  return first ?? null;
}

/** By the columns of items, then by all columns, then by the files. */
function nounsOf(tables: readonly Table[]): Nouns {
  const columns = tables.flatMap(({ form }) => form.columns);
  const items = columns.filter(({ role }) => role === "item");
  return guessNouns([
    ...[...items, ...columns].map(({ name }) => name),
    ...tables.map(({ head }) => head.source.name),
  ]);
}

async function genresOf(sources: readonly ByteSource[], layout: Layout | null): Promise<string[] | null> {
  const source = layout?.genres && sources.find(({ name }) => name === layout.genres);
  if (!source) return null;
  const { rows } = await readHead(source).catch(() => ({ rows: [] }));
  const names = parseGenres(rows);
  return names.length > 0 ? names : null;
}

function twice(what: string, ...tables: Table[]): DataFileError {
  const names = tables.map(({ head }) => head.source.name).join(" and ");
  return new DataFileError(`${names}: there is more than one file of ${what}. Open one data set at a time.`);
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
