import Papa from "papaparse";
import type { CatalogueItem } from "../../../src/dataset/Catalogue.ts";
import { parseTitle } from "../../../src/dataset/cells/title.ts";
import { DataFileError } from "../../../src/errors.ts";
import { openFiles } from "../../../src/files/openFiles.ts";
import { matchOwn } from "../../../src/importers/matchOwn.ts";
import { readOwnFiles } from "../../../src/importers/readOwnFiles.ts";
import { TitleMatcher } from "../../../src/importers/TitleMatcher.ts";
import { nextTask } from "../../../src/nextTask.ts";
import { ratingsPerItem } from "../trained/RatedItems.ts";
import type { OwnRating } from "../trained/Recommender.ts";
import { idsByRow, type TrainedModel } from "../trained/TrainedModel.ts";
import { openFile } from "./openTables.ts";

const ITEM = /^(item|item_?id|movie|movie_?id|film|film_?id|id)$/i;
const TITLE = /^(title|name)$/i;
const USER = /^(user|user_?id|member|member_?id)$/i;
const RATING = /^(rating|stars|score|value)$/i;

/**
 * One person's ratings: an export of a service, matched by title, or a table of items and ratings.
 * @throws DataFileError if it holds no rating of an item that the model knows.
 */
export async function readOwnRatings(
  path: string,
  trained: TrainedModel,
): Promise<{ ratings: OwnRating[]; unmatched: number }> {
  const file = await openFile(path);
  const own = await readOwnFiles(await openFiles([file]));
  const films = own?.files.flatMap((read) => read.films);
  const read = films ? await match(films, trained) : plainRatings(file.name, await file.text(), trained);
  if (read.ratings.length === 0) {
    throw new DataFileError(
      `${file.name} rates no item that the model knows. Its ids or titles must match the training data.`,
    );
  }
  return read;
}

async function match(films: Parameters<typeof matchOwn>[0], trained: TrainedModel) {
  const items = catalogueItems(trained);
  const matcher = await TitleMatcher.create(items, ratingsPerItem(items.length, trained.rated), nextTask);
  const { matched, doubtful, unmatched } = await matchOwn(films, matcher, nextTask);
  return {
    ratings: matched.map(({ film, row }): OwnRating => [items[row].id, film.stars]),
    unmatched: doubtful.length + unmatched.length,
  };
}

/** Titles as they were when they were read from a table. */
export function catalogueItems({ mapping, titles }: TrainedModel): CatalogueItem[] {
  return idsByRow(mapping.items).map((id, row) => ({ id, ...parseTitle(titles[row]), genres: [] }));
}

function plainRatings(name: string, text: string, { mapping, titles }: TrainedModel) {
  if (text.trim() === "")
    throw new DataFileError(`${name} is empty. Give a table with the columns item or title, and rating.`);
  const { data } = Papa.parse<string[]>(text.trim(), { skipEmptyLines: true });
  const [header = [], ...rows] = data;
  const column = (pattern: RegExp) => header.findIndex((cell) => pattern.test(cell.trim()));
  const [item, title, rating] = [column(ITEM), column(TITLE), column(RATING)];
  if (rating < 0 || (item < 0 && title < 0)) {
    throw new DataFileError(
      `${name} needs a header with the columns item or title, and rating; it has ${header.join(", ")}.`,
    );
  }
  const user = column(USER);
  const users = new Set(rows.map((row) => row[user]));
  if (users.size > 1) {
    throw new DataFileError(
      `${name} holds the ratings of ${users.size} users. Give those of one person, or name a user the model knows with --user.`,
    );
  }
  const idByTitle = new Map(idsByRow(mapping.items).map((id, row) => [titles[row], id]));
  const ratings: OwnRating[] = [];
  rows.forEach((row, i) => {
    const value = Number(row[rating]);
    if (!row[rating]?.trim() || !Number.isFinite(value)) {
      throw new DataFileError(
        `${name}, line ${i + 2}: the rating ${JSON.stringify(row[rating] ?? "")} is not a number.`,
      );
    }
    const id = item >= 0 ? row[item].trim() : idByTitle.get(row[title].trim());
    if (id !== undefined && mapping.items.has(id)) ratings.push([id, value]);
  });
  return { ratings, unmatched: rows.length - ratings.length };
}
