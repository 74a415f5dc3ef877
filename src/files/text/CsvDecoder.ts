import { DataFileError } from "../../errors.ts";
import { COMMAS, type Dialect, fieldsOf, parserFor, type RowParser } from "./Dialect.ts";
import type { Encoding } from "./decoding.ts";
import { firstLineEnd, type LineEnd, plainLineEnds } from "./lineEnd.ts";
import { TextPieces } from "./TextPieces.ts";

/**
 * @param line 1-based line on which the row starts, as an editor counts
 * @param broken whether a quote in the row is neither doubled nor at a field's end
 */
export type OnRow = (fields: string[], line: number, broken: boolean) => void;

/** A row longer than this is not a row: most likely a quote was opened and never closed. */
const MAX_ROW = 2 ** 23;

/** Rows out of the bytes of a file, wherever these are cut into pieces. */
export class CsvDecoder {
  readonly #file: string;
  readonly #dialect: Dialect;
  readonly #decoder: TextPieces;
  #parser: RowParser | null = null;
  /** How lines end; null until the text shows it. */
  #newline: LineEnd | null;
  /** Text of the row that is still incomplete. */
  #text = "";
  /** A carriage return that a line feed may follow. */
  #held = "";
  #line = 1;

  /** @param newline how lines end, where that is known from what stands above */
  constructor(
    file: string,
    dialect = COMMAS,
    encoding: Encoding | null = null,
    newline: LineEnd | null = null,
  ) {
    this.#file = file;
    this.#dialect = dialect;
    this.#newline = newline;
    this.#decoder = new TextPieces(file, encoding);
  }

  /** @throws DataFileError if this is not text, or a row does not end. */
  push(bytes: Uint8Array, onRow: OnRow): void {
    this.#add(this.#decoder.push(bytes));
    this.#read(false, onRow);
    if (this.#text.length > MAX_ROW) {
      throw new DataFileError(
        `${this.#file}: unclosed quote on line ${this.#line}. Close or remove it and open the file again.`,
      );
    }
  }

  /** Reads what is left; nothing may be pushed after it. */
  end(onRow: OnRow): void {
    this.#add(this.#decoder.end());
    this.#text += this.#held;
    this.#read(true, onRow);
  }

  #add(piece: string): void {
    const text = this.#held + piece;
    this.#held = text.endsWith("\r") ? "\r" : "";
    this.#text += plainLineEnds(this.#held === "" ? text : text.slice(0, -1));
  }

  #read(isEnd: boolean, onRow: OnRow): void {
    this.#parser ??= this.#parserFor(this.#text, isEnd);
    if (!this.#parser) return;
    this.#parse(this.#parser, false, onRow);
    if (isEnd && this.#text !== "") this.#parse(this.#parser, true, onRow);
  }

  /** Null as long as the text does not show how its lines end. */
  #parserFor(text: string, isEnd: boolean): RowParser | null {
    this.#newline ??= firstLineEnd(text, isEnd, this.#dialect.quotes);
    return this.#newline && parserFor(this.#dialect, this.#newline);
  }

  #parse(parser: RowParser, isEnd: boolean, onRow: OnRow): void {
    const newline = this.#newline ?? "\n";
    const isPlain = !this.#text.includes('"') && !this.#text.includes(newline === "\n" ? "\r" : "\n");
    const { data, errors, meta } = parser.parse(this.#text, 0, !isEnd);
    this.#text = this.#text.slice(meta.cursor);
    if (errors.some(({ code }) => code === "MissingQuotes")) {
      throw new DataFileError(
        `${this.#file}: unclosed quote on line ${this.#line}. The file may be incomplete.`,
      );
    }
    // Most pieces hold no quote and end all lines alike, and then neither broken rows nor line breaks within one.
    if (isPlain) {
      for (let i = 0; i < data.length; i++) onRow(fieldsOf(data[i], this.#dialect), this.#line++, false);
      return;
    }
    // Errors of the incomplete row lie beyond the data; they come again, if they are any, once it is complete.
    const broken = new Set(errors.map(({ row }) => row));
    for (const [i, fields] of data.entries()) {
      onRow(fieldsOf(fields, this.#dialect), this.#line, broken.has(i));
      this.#line += 1 + lineBreaks(fields);
    }
  }
}

/** Those within a row. */
function lineBreaks(fields: string[]): number {
  let count = 0;
  for (const field of fields) {
    if (field.includes("\n") || field.includes("\r")) count += field.match(/[\r\n]/g)?.length ?? 0;
  }
  return count;
}
