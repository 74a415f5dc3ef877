import { DataFileError } from "../errors.ts";
import { allPositions, countingSort } from "../matrix/countingSort.ts";
import type { Columns } from "./Columns.ts";
import type { OnRow } from "./CsvDecoder.ts";
import { excerpt } from "./excerpt.ts";
import { GrowingArray } from "./GrowingArray.ts";
import { ownText } from "./ownText.ts";
import type { RatingsTable } from "./RatingsTable.ts";
import { SkippedRows } from "./SkippedRows.ts";

const REMEDY =
  "A ratings file has one rating a line, as userId,movieId,rating or userId,movieId,rating,timestamp.";
/** Unix seconds of the last moment that a `Date` can hold. */
const LAST_SECOND = 8.64e12;

/** Takes the rows of a ratings file. */
export class RatingsReader {
  readonly skipped: SkippedRows;
  readonly #file: string;
  readonly #places: RatingsColumns;
  readonly #userRows = new Map<string, number>();
  readonly #itemRows = new Map<string, number>();
  readonly #users = new GrowingArray((length) => new Int32Array(length));
  readonly #items = new GrowingArray((length) => new Int32Array(length));
  readonly #ratings = new GrowingArray((length) => new Float32Array(length));
  readonly #timestamps = new GrowingArray((length) => new Float64Array(length));

  constructor(file: string, columns: RatingsColumns) {
    this.#file = file;
    this.#places = columns;
    this.skipped = new SkippedRows(file);
  }

  readonly take: OnRow = (fields, line, broken) => {
    const { user, item, rating, timestamp } = this.#places;
    if (broken) return this.skipped.add(line, "a quote in it is not doubled");
    if (fields.length <= Math.max(user, item, rating, timestamp)) {
      return this.skipped.add(line, "it has too few columns");
    }
    const userId = fields[user].trim();
    const itemId = fields[item].trim();
    if (userId === "" || itemId === "") return this.skipped.add(line, "an id is empty");
    const value = Math.fround(toNumber(fields[rating]));
    if (!(value >= 0 && value < Infinity)) {
      return this.skipped.add(line, `its rating ${excerpt(fields[rating])} is no number from 0 up`);
    }
    if (timestamp >= 0) {
      const seconds = toNumber(fields[timestamp]);
      if (!(Math.abs(seconds) <= LAST_SECOND)) {
        return this.skipped.add(line, `its timestamp ${excerpt(fields[timestamp])} is no number of seconds`);
      }
      this.#timestamps.push(seconds);
    }
    this.#users.push(rowOf(this.#userRows, userId));
    this.#items.push(rowOf(this.#itemRows, itemId));
    this.#ratings.push(value);
  };

  /** @throws DataFileError where there is nothing to learn from. */
  finish(): RatingsTable {
    const file = this.#file;
    this.skipped.check(this.#users.length, REMEDY);
    const table: RatingsTable = {
      userIds: [...this.#userRows.keys()],
      itemIds: [...this.#itemRows.keys()],
      users: this.#users.finish(),
      items: this.#items.finish(),
      ratings: this.#ratings.finish(),
      timestamps: this.#places.timestamp >= 0 ? this.#timestamps.finish() : null,
    };
    if (table.userIds.length < 2) {
      throw new DataFileError(
        `${file} holds the ratings of one user only. Learning what goes together takes the ratings of several.`,
      );
    }
    if (table.itemIds.length < 2) {
      throw new DataFileError(`${file} holds ratings of one item only. There is nothing to choose from.`);
    }
    return withoutRepeats(table);
  }
}

/** Places of the columns of a ratings table; -1 for `timestamp` where there is none. */
export interface RatingsColumns {
  user: number;
  item: number;
  rating: number;
  timestamp: number;
}

/** Where the columns of a ratings table are, or the names of those that are missing. */
export function ratingsColumns(columns: Columns): RatingsColumns | { missing: string[] } {
  const found = {
    user: columns.find("userid", "user"),
    item: columns.find("movieid", "movie", "itemid", "item"),
    rating: columns.find("rating"),
    timestamp: columns.find("timestamp"),
  };
  const missing = [
    ...(found.user < 0 ? ["userId"] : []),
    ...(found.item < 0 ? ["movieId"] : []),
    ...(found.rating < 0 ? ["rating"] : []),
  ];
  return missing.length > 0 ? { missing } : found;
}

function toNumber(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}

function rowOf(rows: Map<string, number>, id: string): number {
  const known = rows.get(id);
  if (known !== undefined) return known;
  const row = rows.size;
  rows.set(ownText(id), row);
  return row;
}

/** Where a user rated an item more than once, the latest counts: by time, else by its place in the file. */
function withoutRepeats(table: RatingsTable): RatingsTable {
  const { userIds, itemIds, users, items, ratings, timestamps } = table;
  const { length } = users;
  const byItem = countingSort(items, itemIds.length, allPositions(length));
  const sorted = countingSort(users, userIds.length, byItem);
  const overruled = new Uint8Array(length);
  let latest = sorted[0];
  let repeats = 0;
  for (const position of sorted.subarray(1)) {
    if (users[position] === users[latest] && items[position] === items[latest]) {
      const isLater = !timestamps || timestamps[position] >= timestamps[latest];
      overruled[isLater ? latest : position] = 1;
      repeats++;
      if (!isLater) continue;
    }
    latest = position;
  }
  if (repeats === 0) return table;
  const counts = (_: number, position: number) => overruled[position] === 0;
  return {
    userIds,
    itemIds,
    users: users.filter(counts),
    items: items.filter(counts),
    ratings: ratings.filter(counts),
    timestamps: timestamps?.filter(counts) ?? null,
  };
}
