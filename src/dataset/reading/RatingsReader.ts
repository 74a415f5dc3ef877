import { DataFileError } from "../../errors.ts";
import { excerpt } from "../../files/excerpt.ts";
import { GrowingArray } from "../../files/GrowingArray.ts";
import { ownText } from "../../files/ownText.ts";
import { SkippedRows } from "../../files/SkippedRows.ts";
import type { OnRow } from "../../files/text/CsvDecoder.ts";
import type { Part, PlainRows } from "../../files/text/PlainScanner.ts";
import type { Steps } from "../../steps.ts";
import type { Assumption } from "../Assumption.ts";
import type { Nouns } from "../Catalogue.ts";
import { eventWeight, isUnrated, ratingOf } from "../cells/ratingOf.ts";
import { type TimeFormat, toSeconds } from "../cells/timestamps.ts";
import { isSummary } from "../columns/columnNames.ts";
import { type Column, placeOf } from "../columns/TableForm.ts";
import type { RatingsTable } from "../RatingsTable.ts";
import { isSampled } from "./budget.ts";
import { IdRows } from "./IdRows.ts";
import { type Description, ItemDescriptions } from "./ItemDescriptions.ts";
import type { RatingKind } from "./likes.ts";
import { TimeColumn } from "./TimeColumn.ts";
import { unratedValues } from "./unrated.ts";
import { withoutRepeats } from "./withoutRepeats.ts";
import { withoutRows } from "./withoutRows.ts";

const REMEDY = "Expected one rating per line, e.g. userId,movieId,rating.";

export interface RatingsOptions {
  timeFormat: TimeFormat;
  nouns: Nouns;
  /** The share of the users whose ratings are read, the others being left aside. */
  userShare: number;
  /** How many rows there are, about. */
  expected?: number;
  /** What the column of ratings holds. */
  kind: RatingKind;
  /** How a rating is read; `ratingOf` if left out. */
  ratingOf?: (text: string) => number;
  /** Words that stand where nobody rated. */
  unratedWords?: ReadonlySet<string>;
  /** Values that a person says stand for "not rated". */
  unrated?: readonly number[] | undefined;
}

/** Takes the rows of a ratings file. */
export class RatingsReader {
  readonly skipped: SkippedRows;
  /** Ratings that count for nothing, as the same user has rated the same item again. */
  repeated = 0;
  /** Rows without a rating, which are left out. */
  unrated = 0;
  readonly assumptions: Assumption[] = [];
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
  readonly #options: RatingsOptions;
  readonly #valueOf: (text: string) => number;
  readonly #users: GrowingArray<Int32Array>;
  readonly #items: GrowingArray<Int32Array>;
  readonly #ratings: GrowingArray<Float32Array>;
  readonly #timestamps: TimeColumn;
  #rows = new Int32Array();

  constructor(file: string, columns: readonly Column[], options: RatingsOptions) {
    const { timeFormat, nouns, userShare, expected = 0 } = options;
    this.#options = options;
    this.#valueOf = options.kind === "events" ? eventWeight : (options.ratingOf ?? ratingOf);
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
    this.#users = new GrowingArray((length) => new Int32Array(length), expected);
    this.#items = new GrowingArray((length) => new Int32Array(length), expected);
    this.#ratings = new GrowingArray((length) => new Float32Array(length), expected);
    this.#timestamps = new TimeColumn(this.#timestamp < 0 ? 0 : expected);
    this.#described = new ItemDescriptions(columns, nouns);
    this.skipped = new SkippedRows(file);
  }

  readonly take: OnRow = (fields, line, broken) => {
    if (broken) return this.skipped.add(line, "unclosed quote");
    if (fields.length <= this.#lastPlace) return this.skipped.add(line, "too few columns");
    const userId = fields[this.#user].trim();
    const itemId = fields[this.#item].trim();
    if (userId === "" || itemId === "") return this.skipped.add(line, "missing id");
    // To ask it of each row would take longer than to read it.
    if (!this.#userRows.has(userId) && isSummary(userId))
      return this.skipped.add(line, "a total, not a rating");
    if (this.#userShare < 1 && !isSampled(userId, this.#userShare)) return;
    // Without a column of ratings, every row is a like.
    const written = this.#rating < 0 ? "1" : fields[this.#rating];
    const value = Math.fround(this.#valueOf(written));
    const isRated = Number.isFinite(value);
    if ((!isRated && isUnrated(written)) || this.#options.unratedWords?.has(written.trim())) {
      // Nobody has to have rated a thing for it to be there.
      this.#userRows.row(userId);
      this.#itemRow(itemId, fields);
      this.unrated++;
      return;
    }
    if (!isRated) {
      return this.skipped.add(line, `rating ${excerpt(written)} isn't a number`);
    }
    if (this.#timestamp >= 0) {
      const seconds = toSeconds(fields[this.#timestamp], this.#timeFormat);
      if (Number.isNaN(seconds)) {
        return this.skipped.add(line, `unreadable timestamp ${excerpt(fields[this.#timestamp])}`);
      }
      this.#timestamps.push(seconds);
    }
    this.#users.push(this.#userRows.row(userId));
    this.#items.push(this.#itemRow(itemId, fields));
    this.#ratings.push(value);
  };

  /** How many there are so far. */
  get rows(): number {
    return this.#users.length;
  }

  /** What each field is, for a scanner of plain rows; null where rows have to be taken one by one. */
  plainParts(): Part[] | null {
    const isScanned =
      this.#timestamp < 0 || this.#timeFormat === "seconds" || this.#timeFormat === "milliseconds";
    if (!isScanned || this.#described.areAny || this.#options.kind === "events") return null;
    return Array.from({ length: this.#lastPlace + 1 }, (_, place): Part => {
      if (place === this.#user) return "user";
      if (place === this.#item) return "item";
      if (place === this.#rating) return "rating";
      return place === this.#timestamp ? "time" : null;
    });
  }

  /** As many rows as were scanned, just as `take` does one; they are written over. */
  readonly takePlain = (rows: PlainRows): void => {
    const { users, items, ratings, times } = rows;
    const length = this.#userShare < 1 ? keepSampled(rows, this.#userShare) : rows.length;
    // Arrays of one type are copied at once, of two number by number.
    if (this.#rows.length < length) this.#rows = new Int32Array(length);
    this.#userRows.numbersToRows(users, length, this.#rows);
    this.#users.append(this.#rows, length);
    this.#itemRows.numbersToRows(items, length, this.#rows);
    this.#items.append(this.#rows, length);
    this.#ratings.append(ratings, length);
    if (this.#timestamp < 0) return;
    if (this.#timeFormat === "milliseconds") for (let i = 0; i < length; i++) times[i] /= 1000;
    this.#timestamps.append(times, length);
  };

  #itemRow(id: string, fields: string[]): number {
    const known = this.#itemRows.ids.length;
    const row = this.#itemRows.row(id);
    if (row === known && this.#described.areAny) {
      this.descriptions.set(ownText(id), this.#described.of(id, fields));
    }
    return row;
  }

  /**
   * @param tell is told the share that is done
   * @throws DataFileError if there is nothing to learn from.
   */
  *finish(tell: (share: number) => void = () => {}): Steps<RatingsTable> {
    const file = this.#file;
    this.skipped.check(this.#users.length, REMEDY, this.unrated);
    const users = this.#users.finish();
    yield tell(0.1);
    const items = this.#items.finish();
    yield tell(0.2);
    const given = this.#ratings.finish();
    yield tell(0.3);
    const timestamps = this.#timestamp >= 0 ? this.#timestamps.finish() : null;
    yield tell(0.4);
    const { ids: userIds } = this.#userRows;
    const { ids: itemIds } = this.#itemRows;
    const table = this.#withoutUnrated({ userIds, itemIds, users, items, ratings: given, timestamps });
    if (table.userIds.length < 2) throw new DataFileError(`${file}: need ratings from more than one user.`);
    if (table.itemIds.length < 2) throw new DataFileError(`${file}: need ratings of more than one item.`);
    const { ratings } = table;
    if (this.#rating >= 0 && ratings.every((rating) => rating === ratings[0])) {
      this.assumptions.push({
        sentence: `All ratings in ${file} are ${ratings[0]}, so each row counts as a like.`,
        instead: null,
      });
    }
    yield tell(0.5);
    const isEvents = this.#options.kind === "events";
    const latest = yield* withoutRepeats(table, isEvents, (share) => tell(0.5 + share / 2));
    this.repeated = ratings.length - latest.ratings.length;
    return latest;
  }

  #withoutUnrated(table: RatingsTable): RatingsTable {
    const { kind, unrated } = this.#options;
    const { values, sentence } = unratedValues(this.#file, table.ratings, kind, unrated);
    if (values.length === 0) return table;
    if (sentence) {
      this.assumptions.push({
        sentence,
        instead: { label: "Count them as ratings", choices: { unrated: [] } },
      });
    }
    const marked = Uint8Array.from(table.ratings, (rating) => Number(values.includes(rating)));
    const left = withoutRows(table, marked);
    this.unrated += table.ratings.length - left.ratings.length;
    return left;
  }
}

/** Moves the rows of the users who are read together. Returns how many they are. */
function keepSampled({ length, users, items, ratings, times }: PlainRows, share: number): number {
  let kept = 0;
  for (let i = 0; i < length; i++) {
    if (!isSampled(String(users[i]), share)) continue;
    for (const column of [users, items, ratings, times]) column[kept] = column[i];
    kept++;
  }
  return kept;
}
