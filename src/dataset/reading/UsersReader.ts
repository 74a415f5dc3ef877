import { ownText } from "../../files/ownText.ts";
import { SkippedRows } from "../../files/SkippedRows.ts";
import type { OnRow } from "../../files/text/CsvDecoder.ts";
import { cellAt } from "../cells/cellAt.ts";
import { type Column, placeOf } from "../columns/TableForm.ts";
import { Labels } from "./Labels.ts";

const REMEDY = "Expected one user per line: userId,age,gender.";

/** Takes the rows of a table of users. */
export class UsersReader {
  readonly skipped: SkippedRows;
  readonly #labels: Labels;
  readonly #user: number;
  readonly #users = new Map<string, readonly string[]>();

  constructor(file: string, columns: readonly Column[]) {
    this.skipped = new SkippedRows(file);
    this.#labels = Labels.ofFeatures(columns);
    this.#user = placeOf(columns, "user");
  }

  readonly take: OnRow = (fields, line, broken) => {
    if (broken) return this.skipped.add(line, "unclosed quote");
    const id = ownText(cellAt(fields, this.#user).trim());
    if (id === "") return this.skipped.add(line, "missing id");
    this.#users.set(id, this.#labels.of(fields));
  };

  /** @throws DataFileError if too little of it could be read. */
  finish(): ReadonlyMap<string, readonly string[]> {
    this.skipped.check(this.#users.size, REMEDY);
    return this.#users;
  }
}
