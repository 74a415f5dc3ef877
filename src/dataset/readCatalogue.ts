import { checkIterable, checkOptions, optionalFunction, optionalSignal, show } from "../arguments.ts";
import { ArgumentError, DataFileError } from "../errors.ts";
import type { DataFile } from "../files/ByteSource.ts";
import { excerpt } from "../files/excerpt.ts";
import { openFiles } from "../files/openFiles.ts";
import { checkNotStopped, type ReadOptions, readTable, scanTable } from "../files/readTable.ts";
import { type Skipped, together } from "../files/SkippedRows.ts";
import { nextTask, nextTaskIfDue } from "../nextTask.ts";
import { checkBudget } from "./budget.ts";
import type { Catalogue, Nouns } from "./Catalogue.ts";
import { checkChoices } from "./checkChoices.ts";
import type { FilmIds } from "./filmIds.ts";
import type { Description } from "./ItemDescriptions.ts";
import { ItemsReader } from "./ItemsReader.ts";
import { itemTags, TagEntries } from "./ItemTags.ts";
import { LinksReader } from "./LinksReader.ts";
import { guessLikedFrom } from "./likes.ts";
import { FILMS } from "./nouns.ts";
import { RatingsReader } from "./RatingsReader.ts";
import { ratingReader } from "./ratingOf.ts";
import { sameIds } from "./sameIds.ts";
import { type Column, placeOf, type Role } from "./TableForm.ts";
import { TagsReader } from "./TagsReader.ts";
import { dayOrMonthFirst, guessTimeFormat } from "./timestamps.ts";
import { decodeEntities, parseTitle } from "./title.ts";
import { UsersReader } from "./UsersReader.ts";
import {
  assign,
  type Choices,
  type Examined,
  examine,
  type Table,
  type Understanding,
} from "./understand.ts";

/** How files of ratings are read. */
export interface CatalogueOptions extends ReadOptions {
  /** Names the data; without it, name and size of the ratings file do. */
  name?: string;
  /** What a person knows better. */
  choices?: Choices | undefined;
  /** Bytes that ratings may take on their way into a model. */
  memory?: number;
}

interface Read<T> {
  rows: T;
  skipped: Skipped;
}

/**
 * Reads a file of ratings, and beside it one of items and one of users or not, known by what is in them.
 * @throws ArgumentError if an option is unknown, DataFileError with file and remedy if they cannot be used, CancelledError if the signal stops it.
 */
export async function readCatalogue(
  files: readonly DataFile[],
  options: CatalogueOptions = {},
): Promise<Catalogue> {
  checkIterable("files", files);
  const given = [...files];
  for (const [i, file] of given.entries()) checkFile(`files[${i}]`, file);
  checkOptions(options, ["name", "choices", "memory", "onProgress", "signal"]);
  const { name, choices = {}, memory = Infinity, onProgress, signal } = options;
  if (name !== undefined && typeof name !== "string") {
    throw new ArgumentError(`name must be a text, not ${show(name)}.`);
  }
  if (typeof memory !== "number" || !(memory >= 0))
    throw new ArgumentError(`memory must be 0 bytes or more, not ${show(memory)}.`);
  optionalFunction("onProgress", onProgress);
  optionalSignal(signal);
  await nextTaskIfDue();
  const sources = await openFiles(given);
  checkChoices(
    choices,
    sources.map((source) => source.name),
  );
  return catalogueOf(await examine(sources, choices), options);
}

/** @throws ArgumentError if this is no `File`, nor anything that can be read as one. */
function checkFile(name: string, file: DataFile): void {
  if (typeof file?.slice === "function" && typeof file.name === "string" && Number.isFinite(file.size))
    return;
  throw new ArgumentError(
    `${name} must be a File, such as new File([bytes], "ratings.csv"), not ${show(file)}.`,
  );
}

/** The same, of tables that were opened before. */
export async function catalogueOf(
  examined: Examined,
  { name, choices = {}, memory = Infinity, ...options }: CatalogueOptions,
): Promise<Catalogue> {
  const understanding = assign(examined);
  const { nouns } = understanding;
  const { userShare = 1 } = choices;
  checkBudget(understanding.ratings, userShare, memory);
  const { source } = understanding.ratings.head;
  const ratings = await readRatings(understanding, choices, options);
  const items = await readItems(understanding, options);
  const users = await readUsers(understanding, options);
  const links = await readLinks(understanding, options);
  const tags = await readTags(understanding, options);
  // Of millions of ratings, each of the steps that follow takes seconds, and reading may be stopped between them.
  await turn(source.name, options);
  const table = ratings.rows.finish();
  await turn(source.name, options);
  const likedFrom = choices.likedFrom ?? guessLikedFrom(table.ratings, understanding.ratings.form.ratings);
  if (!table.ratings.some((rating) => rating >= likedFrom)) {
    throw new DataFileError(
      `${source.name} has no rating of ${likedFrom} or more, so nothing counts as liked. Choose a lower value.`,
    );
  }
  const differing: string[] = [];
  /** By the ids that the ratings have. */
  const joined = <T>(ids: readonly string[], rows: ReadonlyMap<string, T>, other: Table | null) => {
    const same = sameIds(ids, rows);
    if (same !== rows && other) differing.push(other.head.source.name);
    return same;
  };
  const known = linked(
    table.itemIds,
    items ? joined(table.itemIds, items.rows, understanding.items) : ratings.rows.descriptions,
    links ? joined(table.itemIds, links.rows, understanding.links) : undefined,
  );
  const knownUsers = users && joined(table.userIds, users.rows, understanding.users);
  const described = table.itemIds.map((id) => known.get(id) ?? untitled(id, nouns));
  const itsTags = itemTags(
    [...tags.map(({ rows }) => rows), tagsOf(source.name, table.itemIds, described)],
    table.itemIds,
  );
  return {
    name:
      name ??
      `${source.name}, ${source.size} bytes${userShare < 1 ? `, ${userShare * 100} % of the users` : ""}`,
    ratings: table,
    likedFrom,
    items: described.map(({ tags: _, ...item }, row) => ({ id: table.itemIds[row], ...item })),
    ...(itsTags && { tags: itsTags }),
    userFeatures: knownUsers && featuresOf(table.userIds, knownUsers),
    nouns,
    hasTitles: table.itemIds.some((id) => known.has(id)) || areTitles(table.itemIds),
    // Most cells of a matrix are blank: that is no remark.
    unrated: understanding.ratings.head.format.includes("matrix") ? 0 : ratings.rows.unrated,
    assumptions: [
      ...examined.assumptions,
      ...ratings.rows.assumptions,
      ...differing.map((other) => ({
        sentence: `${other} writes ids in another way than ${source.name}, such as 502 and 0502; equal numbers are taken as the same.`,
        instead: null,
      })),
    ],
    repeated: ratings.rows.repeated,
    skipped: together([ratings, items, users, links, ...tags].flatMap((read) => read?.skipped ?? [])),
  };
}

async function readRatings(
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
  const reader = new RatingsReader(head.source.name, columns, {
    timeFormat: timeFormat ?? "seconds",
    nouns,
    userShare,
    kind: form.ratings ?? "ratings",
    ratingOf: ratingReader(columnOf(ratings, "rating"), form.ratings === "counts"),
    unrated,
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

/** Lets others have their turn. @throws CancelledError if reading was stopped then or before */
async function turn(file: string, { signal }: ReadOptions): Promise<void> {
  await nextTask();
  checkNotStopped(file, signal);
}

async function readItems(
  { items, nouns }: Understanding,
  options: ReadOptions,
): Promise<Read<ReadonlyMap<string, Description>> | null> {
  if (!items) return null;
  const reader = new ItemsReader(items.head.source.name, items.form.columns, nouns);
  await readTable(items.head, items.form.hasHeader, reader.take, options);
  return { rows: reader.finish(), skipped: reader.skipped };
}

async function readUsers(
  { users }: Understanding,
  options: ReadOptions,
): Promise<Read<ReadonlyMap<string, readonly string[]>> | null> {
  if (!users) return null;
  const reader = new UsersReader(users.head.source.name, users.form.columns);
  await readTable(users.head, users.form.hasHeader, reader.take, options);
  return { rows: reader.finish(), skipped: reader.skipped };
}

async function readLinks(
  { links }: Understanding,
  options: ReadOptions,
): Promise<Read<ReadonlyMap<string, FilmIds>> | null> {
  if (!links) return null;
  const reader = new LinksReader(links.head.source.name, links.form.columns);
  await readTable(links.head, links.form.hasHeader, reader.take, options);
  return { rows: reader.finish(), skipped: reader.skipped };
}

async function readTags({ tags }: Understanding, options: ReadOptions): Promise<Read<TagEntries>[]> {
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

/** What the table of items says. */
function tagsOf(file: string, itemIds: readonly string[], described: readonly Description[]): TagEntries {
  const entries = new TagEntries(file);
  for (const [row, { tags }] of described.entries())
    for (const tag of tags) entries.add(itemIds[row], tag, 1);
  return entries;
}

/**
 * What is known of the items, with what IMDb and TMDb call them. Where the table of items has ids of its own, as
 * TMDb's metadata beside MovieLens' ratings, IMDb's numbers tell which row is whose.
 */
function linked(
  itemIds: readonly string[],
  described: ReadonlyMap<string, Description>,
  links: ReadonlyMap<string, FilmIds> | undefined,
): ReadonlyMap<string, Description> {
  if (!links) return described;
  const byImdb = new Map<string, Description>();
  for (const one of described.values()) if (one.imdbId !== undefined) byImdb.set(one.imdbId, one);
  const all = new Map<string, Description>();
  for (const id of itemIds) {
    const ids = links.get(id);
    const one = byImdb.size > 0 ? byImdb.get(ids?.imdbId ?? "") : described.get(id);
    if (one) all.set(id, { ...one, ...ids });
  }
  return all;
}

/** The first cells of the column of a role. */
function columnOf({ head, form }: Table, role: Role): string[] {
  const place = placeOf(form.columns, role);
  const body = form.hasHeader ? head.rows.slice(1) : head.rows;
  return body.map((row) => row[place] ?? "");
}

/** Null where none of these users is known. */
function featuresOf(
  userIds: readonly string[],
  known: ReadonlyMap<string, readonly string[]>,
): (readonly string[])[] | null {
  if (!userIds.some((id) => known.has(id))) return null;
  return userIds.map((id) => known.get(id) ?? []);
}

/** Some tables call films by their titles. */
function untitled(id: string, nouns: Nouns): Description {
  if (nouns.one === FILMS.one && / \(\d{4}\)$/.test(id)) return { ...parseTitle(id), genres: [], tags: [] };
  return { title: decodeEntities(id), alternativeTitles: [], year: null, genres: [], tags: [] };
}

/** Whether ids are words rather than numbers and codes. */
function areTitles(ids: readonly string[]): boolean {
  return ids.filter((id) => /\p{L}{2,}\P{L}+\p{L}/u.test(id)).length > ids.length / 2;
}
