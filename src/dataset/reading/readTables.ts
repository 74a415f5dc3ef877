import { excerpt } from "../../files/excerpt.ts";
import { type ReadOptions, readTable, scanTable } from "../../files/readTable.ts";
import type { Skipped } from "../../files/SkippedRows.ts";
import { cellsAt } from "../cells/cellAt.ts";
import type { FilmIds } from "../cells/filmIds.ts";
import { ratingReader } from "../cells/ratingOf.ts";
import { dayOrMonthFirst, guessTimeFormat } from "../cells/timestamps.ts";
import { unratedWords } from "../cells/unratedWords.ts";
import { type Column, placeOf, type Role } from "../columns/TableForm.ts";
import type { Choices, Table, Understanding } from "../columns/understand.ts";
import type { TagEntries } from "../ItemTags.ts";
import { estimateRows } from "./budget.ts";
import type { Description } from "./ItemDescriptions.ts";
import { ItemsReader } from "./ItemsReader.ts";
import { LinksReader } from "./LinksReader.ts";
import { RatingsReader } from "./RatingsReader.ts";
import { TagsReader } from "./TagsReader.ts";
import { UsersReader } from "./UsersReader.ts";

/** What came of a table, and what was left out of it. */
export interface Read<T> {
  rows: T;
  skipped: Skipped;
}

export async function readRatings(
  { ratings, nouns }: Understanding,
  { userShare = 1, unrated }: Choices,
  options: ReadOptions,
): Promise<Read<RatingsReader>> {
  const { head, form } = ratings;
  const times = columnOf(ratings, "timestamp");
  const timeFormat = guessTimeFormat(times);
  // Times that nobody can read are no reason to do without the ratings.
  const columns = form.columns.map(
    (column): Column =>
      column.role === "timestamp" && timeFormat === null ? { ...column, role: "unused" } : column,
  );
  const ratingOf = ratingReader(columnOf(ratings, "rating"), form.ratings === "counts");
  const words = unratedIn(ratings, ratingOf);
  const reader = new RatingsReader(head.source.name, columns, {
    timeFormat: timeFormat ?? "seconds",
    nouns,
    userShare,
    expected: estimateRows(ratings) * userShare,
    kind: form.ratings ?? "ratings",
    ratingOf,
    unratedWords: words,
    unrated,
  });
  if (words.size > 0)
    reader.assumptions.push({
      sentence: `${[...words].map((word) => `“${word}”`).join(" and ")} in ${head.source.name} ${words.size > 1 ? "are" : "is"} taken as not rated and left out.`,
      instead: null,
    });
  const time = form.columns.find(({ role }) => role === "timestamp");
  if (time && timeFormat === null) {
    reader.assumptions.push({
      sentence: `The times in ${head.source.name} (${excerpt(time.name)}) can't be read and are not used.`,
      instead: null,
    });
  }
  if (timeFormat === "month first" && dayOrMonthFirst(times) === null) {
    reader.assumptions.push({
      sentence: `The dates in ${head.source.name} are read with the month first: ${times.find((text) => text.trim() !== "")}.`,
      instead: null,
    });
  }
  const parts = reader.plainParts();
  if (parts) await scanTable(head, form.hasHeader, { ...reader, parts }, options);
  else await readTable(head, form.hasHeader, reader.take, options);
  return { rows: reader, skipped: reader.skipped };
}

export async function readItems(
  { items, nouns }: Understanding,
  options: ReadOptions,
): Promise<Read<ReadonlyMap<string, Description>> | null> {
  if (!items) return null;
  const reader = new ItemsReader(items.head.source.name, items.form.columns, nouns);
  await readTable(items.head, items.form.hasHeader, reader.take, options);
  return { rows: reader.finish(), skipped: reader.skipped };
}

export async function readUsers(
  { users }: Understanding,
  options: ReadOptions,
): Promise<Read<ReadonlyMap<string, readonly string[]>> | null> {
  if (!users) return null;
  const reader = new UsersReader(users.head.source.name, users.form.columns);
  await readTable(users.head, users.form.hasHeader, reader.take, options);
  return { rows: reader.finish(), skipped: reader.skipped };
}

export async function readLinks(
  { links }: Understanding,
  options: ReadOptions,
): Promise<Read<ReadonlyMap<string, FilmIds>> | null> {
  if (!links) return null;
  const reader = new LinksReader(links.head.source.name, links.form.columns);
  await readTable(links.head, links.form.hasHeader, reader.take, options);
  return { rows: reader.finish(), skipped: reader.skipped };
}

export async function readTags({ tags }: Understanding, options: ReadOptions): Promise<Read<TagEntries>[]> {
  const all: Read<TagEntries>[] = [];
  for (const { head, form } of tags) {
    const reader = new TagsReader(head.source.name, form.columns);
    const parts = reader.plainParts();
    if (parts) await scanTable(head, form.hasHeader, { ...reader, parts }, options);
    else await readTable(head, form.hasHeader, reader.take, options);
    all.push({ rows: reader.entries, skipped: reader.skipped });
  }
  return all;
}

/** Where several files were joined, their header is repeated and is not data. */
function unratedIn(ratings: Table, ratingOf: (text: string) => number): ReadonlySet<string> {
  if (ratings.form.ratings === "events") return new Set();
  const name = ratings.form.columns.find(({ role }) => role === "rating")?.name;
  return unratedWords(
    columnOf(ratings, "rating").filter((cell) => cell !== name),
    ratingOf,
  );
}

/** The first cells of the column of a role. */
function columnOf({ head, form }: Table, role: Role): string[] {
  const place = placeOf(form.columns, role);
  const body = form.hasHeader ? head.rows.slice(1) : head.rows;
  return cellsAt(body, place);
}
