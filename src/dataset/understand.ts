import { DataFileError } from "../errors.ts";
import type { ByteSource } from "./ByteSource.ts";
import type { Nouns } from "./Catalogue.ts";
import { excerpt } from "./excerpt.ts";
import { guessForm } from "./guessForm.ts";
import { isBesides, type Layout, olderLayout, parseGenres } from "./movielens.ts";
import { FILMS, guessNouns } from "./nouns.ts";
import { placeOf, type TableForm, type TableKind } from "./TableForm.ts";
import { readHead, type TableHead } from "./TableHead.ts";

/** A table, and how it is to be read. */
export interface Table {
  head: TableHead;
  form: TableForm;
}

/** What files of a data set were taken for. */
export interface Understanding {
  ratings: Table;
  items: Table | null;
  users: Table | null;
  nouns: Nouns;
  /** Files that are not needed, and why, where that is not plain. */
  unused: { file: string; reason: string | null }[];
}

/**
 * Tells from the beginnings of files, and from the names that GroupLens gives its own, which of them is what.
 * @throws DataFileError where none holds ratings, or more than one of them does.
 */
export async function understand(sources: readonly ByteSource[]): Promise<Understanding> {
  const layout = olderLayout(sources.map(({ name }) => name));
  const genres = await genresOf(sources, layout);
  const unused: Understanding["unused"] = [];
  const tables: Table[] = [];
  const problems: DataFileError[] = [];
  for (const source of sources) {
    if (
      isBesides(
        source.name,
        sources.map(({ name }) => name),
      )
    ) {
      unused.push({ file: source.name, reason: null });
      continue;
    }
    try {
      const head = await readHead(source);
      tables.push({ head, form: layout?.formOf(source.name, genres) ?? guessForm(head) });
    } catch (error) {
      if (!(error instanceof DataFileError)) throw error;
      problems.push(error);
      unused.push({ file: source.name, reason: error.message });
    }
  }
  const ratings = theRatings(tables);
  if (!ratings) throw problems[0] ?? noRatings(sources, tables);
  const items = theOnly(tables, "items", placeOfTitle);
  const users = theOnly(tables, "users", () => 0);
  for (const table of tables) {
    if (![ratings, items, users].includes(table)) unused.push({ file: table.head.source.name, reason: null });
  }
  return { ratings, items, users, nouns: layout ? FILMS : nounsOf(ratings, items), unused };
}

/** One table of ratings; those without a column of ratings give way to one that has it. */
function theRatings(tables: readonly Table[]): Table | null {
  const all = tables.filter(({ form }) => form.kind === "ratings" && placeOf(form.columns, "user") >= 0);
  const rated = all.filter(({ form }) => placeOf(form.columns, "rating") >= 0);
  const [first, second] = rated.length > 0 ? rated : all;
  if (second) throw twice("ratings", first, second);
  return first ?? null;
}

/** One table of a kind; those without what matters give way to one that has it. */
function theOnly(tables: readonly Table[], kind: TableKind, matters: (table: Table) => number): Table | null {
  const all = tables.filter(({ form }) => form.kind === kind);
  const better = all.filter((table) => matters(table) >= 0);
  const [first, second] = better.length > 0 ? better : all;
  if (second) throw twice(kind, first, second);
  return first ?? null;
}

const placeOfTitle = ({ form }: Table) => placeOf(form.columns, "title");

function nounsOf(ratings: Table, items: Table | null): Nouns {
  const namesOf = ({ form }: Table) => {
    const place = placeOf(form.columns, "item");
    return [form.columns[place]?.name ?? "", ...form.columns.map(({ name }) => name)];
  };
  const files = [ratings, items].flatMap((table) => table?.head.source.name ?? []);
  return guessNouns([...namesOf(ratings), ...(items ? namesOf(items) : []), ...files]);
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

function noRatings(sources: readonly ByteSource[], tables: readonly Table[]): DataFileError {
  const unclear = tables.find(({ form }) => form.kind === "ratings");
  if (unclear) {
    const { head, form } = unclear;
    const shown = form.columns.slice(0, 8).map(({ name }) => excerpt(name));
    return new DataFileError(
      `${head.source.name} is no ratings table: its first line names ${shown.join(", ")}${form.columns.length > 8 ? ", …" : ""}, and none of these is a column of users. The columns should be userId, movieId and rating, with timestamp or not.`,
    );
  }
  return new DataFileError(
    `${sources.map(({ name }) => name).join(" and ") || "What was opened"} holds no ratings. Open a ratings file with the columns userId, movieId and rating, with a file of films beside it or not.`,
  );
}
