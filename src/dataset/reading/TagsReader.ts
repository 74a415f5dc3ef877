import { SkippedRows } from "../../files/SkippedRows.ts";
import type { OnRow } from "../../files/text/CsvDecoder.ts";
import type { Part, PlainRows } from "../../files/text/PlainScanner.ts";
import { cellAt } from "../cells/cellAt.ts";
import { type Column, placeOf } from "../columns/TableForm.ts";
import { TagEntries } from "../ItemTags.ts";

/** MovieLens' tag genome says of each tag how well it fits each film; most hardly do, and would fill the memory. */
const LEAST_RELEVANCE = 0.5;
/** No tag is longer; what is has been taken for one by mistake. */
const LONGEST = 100;

/** Takes the rows of a table of one tag of an item a row, such as MovieLens' tags.csv and genome-scores.csv. */
export class TagsReader {
  readonly skipped: SkippedRows;
  readonly entries: TagEntries;
  readonly #item: number;
  readonly #tag: number;
  readonly #relevance: number;
  #items = new Int32Array();
  #tags = new Int32Array();

  constructor(file: string, columns: readonly Column[]) {
    this.skipped = new SkippedRows(file);
    this.#item = placeOf(columns, "item");
    this.#tag = placeOf(columns, "tags");
    this.entries = new TagEntries(file, `${columns[this.#tag].name} `);
    this.#relevance = placeOf(columns, "relevance");
  }

  readonly take: OnRow = (fields, line, broken) => {
    if (broken) return this.skipped.add(line, "unclosed quote");
    const id = cellAt(fields, this.#item).trim();
    if (id === "") return this.skipped.add(line, "missing id");
    const tag = cellAt(fields, this.#tag).trim().toLowerCase().slice(0, LONGEST);
    const relevance = this.#relevance < 0 ? 1 : Number(fields[this.#relevance]);
    if (Number.isNaN(relevance)) return this.skipped.add(line, "relevance is not a number");
    if (tag !== "" && relevance > LEAST_RELEVANCE) this.entries.add(id, tag, relevance);
  };

  /** What the fields of a row are to a `PlainScanner`, whose "user" is the tag; null where tags are words. */
  plainParts(): Part[] | null {
    if (this.#relevance < 0) return null;
    const last = Math.max(this.#item, this.#tag, this.#relevance);
    return Array.from({ length: last + 1 }, (_, place): Part => {
      if (place === this.#item) return "item";
      if (place === this.#tag) return "user";
      return place === this.#relevance ? "rating" : null;
    });
  }

  /** As many rows as were scanned, just as `take` does one; they are written over. */
  readonly takePlain = ({ length, items, users, ratings }: PlainRows): void => {
    let kept = 0;
    for (let i = 0; i < length; i++) {
      if (ratings[i] <= LEAST_RELEVANCE) continue;
      items[kept] = items[i];
      users[kept] = users[i];
      ratings[kept++] = ratings[i];
    }
    if (this.#items.length < length) {
      this.#items = new Int32Array(length);
      this.#tags = new Int32Array(length);
    }
    this.entries.items.numbersToRows(items, kept, this.#items);
    this.entries.names.numbersToRows(users, kept, this.#tags);
    this.entries.append(this.#items, this.#tags, ratings, kept);
  };
}
