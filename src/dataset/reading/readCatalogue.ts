import { checkIterable, checkOptions, optionalFunction, optionalSignal, show } from "../../arguments.ts";
import { ArgumentError, DataFileError } from "../../errors.ts";
import type { ByteSource, DataFile } from "../../files/ByteSource.ts";
import { openFiles } from "../../files/openFiles.ts";
import { checkNotStopped, type ReadOptions } from "../../files/readTable.ts";
import { together } from "../../files/SkippedRows.ts";
import { nextTask, nextTaskIfDue } from "../../nextTask.ts";
import { inTurns } from "../../steps.ts";
import type { Catalogue } from "../Catalogue.ts";
import { checkChoices } from "../columns/checkChoices.ts";
import { assign, type Choices, type Examined, examine, type Table } from "../columns/understand.ts";
import { itemTags } from "../ItemTags.ts";
import { checkBudget } from "./budget.ts";
import { areTitles, linked, tagsOf, untitled } from "./describeItems.ts";
import { guessLikedFrom, likesOfOnes, likesOfThree, MOST_VALUES } from "./likes.ts";
import { readItems, readLinks, readRatings, readTags, readUsers } from "./readTables.ts";
import { sameIds } from "./sameIds.ts";
import { valueCounts } from "./valueCounts.ts";

/** Options for reading files of ratings. */
export interface CatalogueOptions extends ReadOptions {
  /** The name of the data; without it, the name and size of the ratings file. */
  name?: string;
  /** Corrections by somebody who knows the data. */
  choices?: Choices | undefined;
  /** The most bytes that ratings may take on their way into a model. */
  memory?: number;
}

/**
 * Reads a file of ratings and, if given, a file of items and a file of users; their contents tell which is which.
 * @throws ArgumentError if an option is unknown, DataFileError with the file and the remedy if they cannot be used,
 * CancelledError if the signal stops it.
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
  const table = await inTurns(ratings.rows.finish(checking(source, ratings.rows.rows, options)));
  await turn(source.name, options);
  const kind = understanding.ratings.form.ratings;
  const counts = valueCounts(table.ratings, MOST_VALUES);
  // Where all are the same, each is a like.
  const only = counts?.size === 1 ? table.ratings[0] : undefined;
  const likedFrom = choices.likedFrom ?? only ?? guessLikedFrom(table.ratings, kind, counts);
  const isTold = counts !== null && kind === undefined && choices.likedFrom === undefined;
  const aboutLikes = isTold
    ? (likesOfOnes(source.name, counts, table.ratings.length) ?? likesOfThree(source.name, counts.keys()))
    : null;
  if (![...(counts?.keys() ?? table.ratings)].some((rating) => rating >= likedFrom)) {
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
    // Most cells of a matrix are blank: that is not a remark.
    unrated: understanding.ratings.head.format.includes("matrix") ? 0 : ratings.rows.unrated,
    assumptions: [
      ...examined.assumptions,
      ...ratings.rows.assumptions,
      ...(aboutLikes ? [aboutLikes] : []),
      ...differing.map((other) => ({
        sentence: `${other} writes ids differently from ${source.name}, such as 502 and 0502; equal numbers are taken as the same.`,
        instead: null,
      })),
    ],
    repeated: ratings.rows.repeated,
    skipped: together([ratings, items, users, links, ...tags].flatMap((read) => read?.skipped ?? [])),
  };
}

/** Tells how far a table is checked whose rows are all read. */
function checking(
  { name, size }: ByteSource,
  rows: number,
  { onProgress }: ReadOptions,
): (share: number) => void {
  return (checked) => onProgress?.({ file: name, rows, bytes: size, totalBytes: size, checked });
}

/** Lets others have their turn. @throws CancelledError if reading was stopped then or before */
async function turn(file: string, { signal }: ReadOptions): Promise<void> {
  await nextTask();
  checkNotStopped(file, signal);
}

/** Null where none of these users is known. */
function featuresOf(
  userIds: readonly string[],
  known: ReadonlyMap<string, readonly string[]>,
): (readonly string[])[] | null {
  if (!userIds.some((id) => known.has(id))) return null;
  return userIds.map((id) => known.get(id) ?? []);
}
