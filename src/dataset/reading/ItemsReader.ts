import { ownText } from "../../files/ownText.ts";
import { SkippedRows } from "../../files/SkippedRows.ts";
import type { OnRow } from "../../files/text/CsvDecoder.ts";
import type { Nouns } from "../Catalogue.ts";
import { type Column, placeOf } from "../columns/TableForm.ts";
import { type Description, ItemDescriptions } from "./ItemDescriptions.ts";

/** Takes the rows of a table of items. */
export class ItemsReader {
  readonly skipped: SkippedRows;
  readonly #descriptions: ItemDescriptions;
  readonly #item: number;
  readonly #title: number;
  readonly #remedy: string;
  readonly #items = new Map<string, Description>();

  constructor(file: string, columns: readonly Column[], nouns: Nouns) {
    this.skipped = new SkippedRows(file);
    this.#descriptions = new ItemDescriptions(columns, nouns);
    this.#item = placeOf(columns, "item");
    this.#title = placeOf(columns, "title");
    this.#remedy = `Expected one ${nouns.one} per line: ${nouns.one}Id,title,genres.`;
  }

  readonly take: OnRow = (fields, line, broken) => {
    if (broken) return this.skipped.add(line, "unclosed quote");
    if (fields.length <= Math.max(this.#item, this.#title)) {
      return this.skipped.add(line, "too few columns");
    }
    const id = ownText(fields[this.#item].trim());
    if (id === "") return this.skipped.add(line, "missing id");
    if (this.#title >= 0 && fields[this.#title].trim() === "") {
      return this.skipped.add(line, "missing title");
    }
    this.#items.set(id, this.#descriptions.of(id, fields));
  };

  /** @throws DataFileError if too little of it could be read. */
  finish(): ReadonlyMap<string, Description> {
    this.skipped.check(this.#items.size, this.#remedy);
    return this.#items;
  }
}
