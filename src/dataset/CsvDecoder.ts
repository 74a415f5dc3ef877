import Papa from "papaparse";
import { DataFileError } from "../errors.ts";

/**
 * @param line 1-based line on which the row starts, as an editor counts
 * @param broken whether a quote in the row is neither doubled nor at a field's end
 */
export type OnRow = (fields: string[], line: number, broken: boolean) => void;

/** A row longer than this is no row: most likely a quote was opened and never closed. */
const MAX_ROW = 2 ** 20;

interface Parsed {
  data: string[][];
  errors: { code: string; row: number }[];
  meta: { cursor: number };
}

/** Comma-separated rows out of the bytes of a file, wherever these are cut into pieces. */
export class CsvDecoder {
  readonly #file: string;
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  #parser: Papa.Parser | null = null;
  /** Text of the row that is still incomplete. */
  #text = "";
  #line = 1;

  constructor(file: string) {
    this.#file = file;
  }

  /** @throws DataFileError where this is not text, not in UTF-8, or a row does not end. */
  push(bytes: Uint8Array, onRow: OnRow): void {
    if (bytes.includes(0)) throw this.#notText();
    this.#text += this.#decode(bytes, true);
    this.#read(false, onRow);
    if (this.#text.length > MAX_ROW) {
      throw new DataFileError(
        `${this.#file}: the row on line ${this.#line} does not end. Look for a quote that is opened there and not closed.`,
      );
    }
  }

  /** Reads what is left; nothing may be pushed after it. */
  end(onRow: OnRow): void {
    this.#text += this.#decode(new Uint8Array(), false);
    this.#read(true, onRow);
  }

  #read(isEnd: boolean, onRow: OnRow): void {
    this.#parser ??= parserFor(this.#text, isEnd);
    if (!this.#parser) return;
    this.#parse(this.#parser, false, onRow);
    if (isEnd && this.#text !== "") this.#parse(this.#parser, true, onRow);
  }

  #parse(parser: Papa.Parser, isEnd: boolean, onRow: OnRow): void {
    const { data, errors, meta }: Parsed = parser.parse(this.#text, 0, !isEnd);
    this.#text = this.#text.slice(meta.cursor);
    if (errors.some(({ code }) => code === "MissingQuotes")) {
      throw new DataFileError(
        `${this.#file} ends inside a quote that is opened in the row on line ${this.#line}. Is the file cut short?`,
      );
    }
    // Errors of the incomplete row lie beyond the data; they come again, if they are any, once it is complete.
    const broken = new Set(errors.map(({ row }) => row));
    for (const [i, fields] of data.entries()) {
      onRow(fields, this.#line, broken.has(i));
      this.#line += 1 + lineBreaks(fields);
    }
  }

  #decode(bytes: Uint8Array, stream: boolean): string {
    try {
      return this.#decoder.decode(bytes, { stream });
    } catch {
      throw this.#notText();
    }
  }

  #notText(): DataFileError {
    return new DataFileError(
      `${this.#file} is not text in UTF-8: it may be a picture, a spreadsheet, an archive, cut short, or in another encoding. Save it as CSV in UTF-8 and open it again.`,
    );
  }
}

/** Null as long as the text does not show how its lines end. */
function parserFor(text: string, isEnd: boolean): Papa.Parser | null {
  const newline = firstLineEnd(text, isEnd);
  return newline && new Papa.Parser({ delimiter: ",", newline });
}

function firstLineEnd(text: string, isEnd: boolean): "\r\n" | "\n" | "\r" | null {
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    if (quoted) continue;
    if (text[i] === "\n") return "\n";
    if (text[i] === "\r" && text[i + 1] === "\n") return "\r\n";
    if (text[i] === "\r" && (isEnd || i + 1 < text.length)) return "\r";
  }
  return isEnd ? "\n" : null;
}

function lineBreaks(fields: string[]): number {
  let count = 0;
  for (const field of fields) {
    if (field.includes("\n") || field.includes("\r")) count += field.match(/\r\n|\r|\n/g)?.length ?? 0;
  }
  return count;
}
