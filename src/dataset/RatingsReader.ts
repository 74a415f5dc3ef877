import { DataFileError } from "../errors.ts";
import type { OnRow } from "../files/CsvDecoder.ts";
import { excerpt } from "../files/excerpt.ts";
import { GrowingArray } from "../files/GrowingArray.ts";
import { ownText } from "../files/ownText.ts";
import { SkippedRows } from "../files/SkippedRows.ts";
import { allPositions, countingSort } from "../matrix/countingSort.ts";
import { isSampled } from "./budget.ts";
import type { Nouns } from "./Catalogue.ts";
import { IdRows } from "./IdRows.ts";
import { type Description, ItemDescriptions } from "./ItemDescriptions.ts";
import type { RatingsTable } from "./RatingsTable.ts";
import { type Column, placeOf } from "./TableForm.ts";
import { type TimeFormat, toSeconds } from "./timestamps.ts";

const REMEDY =
  "A ratings file has one rating a line, as userId,movieId,rating or userId,movieId,rating,timestamp.";

/** Takes the rows of a ratings file. */
export class RatingsReader {
  readonly skipped: SkippedRows;
  /** Ratings that count for nothing, as the same user has rated the same item again. */
  repeated = 0;
  /** What the rows themselves tell of their items, by id; empty where they tell nothing. */
  readonly descriptions = new Map<string, Description>();
  readonly #file: string;
  readonly #user: number;
  readonly #item: number;
  readonly #rating: number;
  readonly #timestamp: number;
  readonly #lastPlace: number;
  readonly #timeFormat: TimeFormat;
  readonly #described: ItemDescriptions;
  readonly #userRows: IdRows;
  readonly #itemRows: IdRows;
  readonly #userShare: number;
  readonly #users = new GrowingArray((length) => new Int32Array(length));
  readonly #items = new GrowingArray((length) => new Int32Array(length));
  readonly #ratings = new GrowingArray((length) => new Float32Array(length));
  readonly #timestamps = new GrowingArray((length) => new Float64Array(length));

  /** @param userShare users whose ratings are read, the others being left aside */
  constructor(
    file: string,
    columns: readonly Column[],
    { timeFormat, nouns, userShare }: { timeFormat: TimeFormat; nouns: Nouns; userShare: number },
  ) {
    this.#file = file;
    this.#userRows = new IdRows(file);
    this.#itemRows = new IdRows(file);
    this.#userShare = userShare;
    this.#user = placeOf(columns, "user");
    this.#item = placeOf(columns, "item");
    this.#rating = placeOf(columns, "rating");
    this.#timestamp = placeOf(columns, "timestamp");
    this.#lastPlace = Math.max(this.#user, this.#item, this.#rating, this.#timestamp);
    this.#timeFormat = timeFormat;
    this.#described = new ItemDescriptions(columns, nouns);
    this.skipped = new SkippedRows(file);
  }

  readonly take: OnRow = (fields, line, broken) => {
    if (broken) return this.skipped.add(line, "a quote in it is not doubled");
    if (fields.length <= this.#lastPlace) return this.skipped.add(line, "it has too few columns");
    const userId = fields[this.#user].trim();
    const itemId = fields[this.#item].trim();
    if (userId === "" || itemId === "") return this.skipped.add(line, "an id is empty");
    if (this.#userShare < 1 && !isSampled(userId, this.#userShare)) return;
    // Without a column of ratings, every row is a like.
    const value = this.#rating < 0 ? 1 : Math.fround(toNumber(fields[this.#rating]));
    if (!(value >= 0 && value < Infinity)) {
      return this.skipped.add(line, `its rating ${excerpt(fields[this.#rating])} is no number from 0 up`);
    }
    if (this.#timestamp >= 0) {
      const seconds = toSeconds(fields[this.#timestamp], this.#timeFormat);
      if (Number.isNaN(seconds)) {
        return this.skipped.add(line, `its timestamp ${excerpt(fields[this.#timestamp])} cannot be read`);
      }
      this.#timestamps.push(seconds);
    }
    const known = this.#itemRows.ids.length;
    this.#users.push(this.#userRows.row(userId));
    this.#items.push(this.#itemRows.row(itemId));
    this.#ratings.push(value);
    if (this.#itemRows.ids.length > known && this.#described.areAny) {
      this.descriptions.set(ownText(itemId), this.#described.of(itemId, fields));
    }
  };

  /** @throws DataFileError where there is nothing to learn from. */
  finish(): RatingsTable {
    const file = this.#file;
    this.skipped.check(this.#users.length, REMEDY);
    const table: RatingsTable = {
      userIds: this.#userRows.ids,
      itemIds: this.#itemRows.ids,
      users: this.#users.finish(),
      items: this.#items.finish(),
      ratings: this.#ratings.finish(),
      timestamps: this.#timestamp >= 0 ? this.#timestamps.finish() : null,
    };
    if (table.userIds.length < 2) {
      throw new DataFileError(
        `${file} holds the ratings of one user only. Learning what goes together takes the ratings of several.`,
      );
    }
    if (table.itemIds.length < 2) {
      throw new DataFileError(`${file} holds ratings of one item only. There is nothing to choose from.`);
    }
    const { ratings } = table;
    if (this.#rating >= 0 && ratings.every((rating) => rating === ratings[0])) {
      throw new DataFileError(
        `Every rating in ${file} is ${ratings[0]}, so nothing tells what was liked and what was not. If every row is a like, leave that column out.`,
      );
    }
    const latest = withoutRepeats(table);
    this.repeated = ratings.length - latest.ratings.length;
    return latest;
  }
}

function toNumber(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}

/** Where a user rated an item more than once, the latest counts: by time, else by its place in the file. */
function withoutRepeats(table: RatingsTable): RatingsTable {
  const { userIds, itemIds, users, items, ratings, timestamps } = table;
  const { length } = users;
  // User by user, so that it is enough to know of each item who was the last to rate it, and where.
  const lastUser = new Int32Array(itemIds.length).fill(-1);
  const lastPosition = new Int32Array(itemIds.length);
  const overruled = new Uint8Array(length);
  let repeats = 0;
  for (const position of countingSort(users, userIds.length, allPositions(length))) {
    const item = items[position];
    if (lastUser[item] === users[position]) {
      const before = lastPosition[item];
      const isLater = !timestamps || timestamps[position] >= timestamps[before];
      overruled[isLater ? before : position] = 1;
      repeats++;
      if (!isLater) continue;
    }
    lastUser[item] = users[position];
    lastPosition[item] = position;
  }
  if (repeats === 0) return table;
  return {
    userIds,
    itemIds,
    users: without(overruled, users),
    items: without(overruled, items),
    ratings: without(overruled, ratings),
    timestamps: timestamps && without(overruled, timestamps),
  };
}

/** What is not marked, moved together in place and cut off there. */
function without<A extends Int32Array | Float32Array | Float64Array>(marked: Uint8Array, column: A): A {
  let end = 0;
  for (let i = 0; i < column.length; i++) if (marked[i] === 0) column[end++] = column[i];
  return column.slice(0, end) as A;
}
