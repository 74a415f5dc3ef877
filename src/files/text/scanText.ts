import type { ByteSource } from "../ByteSource.ts";
import { CsvDecoder, type OnRow } from "./CsvDecoder.ts";
import type { Dialect } from "./Dialect.ts";
import type { Encoding } from "./decoding.ts";
import { type Part, type PlainRows, PlainScanner } from "./PlainScanner.ts";
import { isBlank } from "./textRows.ts";

/** A text whose rows below its header can be scanned, as long as they are plain. */
export interface PlainText {
  source: ByteSource;
  dialect: Dialect;
  encoding: Encoding | null;
  /** Lines above the first row. */
  linesAbove: number;
}

const NEWLINE = 10;

/**
 * The rows of a text: plain ones as columns of numbers, and from the first on that is not plain all the others one
 * by one, as PapaParse reads them.
 * @param onBytes is told after each piece how many bytes have been read
 */
export async function scanText(
  { source, dialect, encoding, linesAbove }: PlainText,
  parts: readonly Part[],
  takePlain: (rows: PlainRows) => void,
  take: OnRow,
  onBytes: (bytes: number) => void,
): Promise<void> {
  let scanner: PlainScanner | null = null;
  let csv: CsvDecoder | null = null;
  let above = linesAbove;
  let below = 0;
  let rest: Uint8Array = new Uint8Array();
  let buffer = new Uint8Array();
  let bytes = 0;
  /** What is left of the pieces before, and this one; in one place, so that nothing is left to collect. */
  const withRest = (piece: Uint8Array): Uint8Array => {
    const length = rest.length + piece.length;
    const into = length > buffer.length ? new Uint8Array(2 * length) : buffer;
    into.set(rest);
    into.set(piece, rest.length);
    buffer = into;
    return into.subarray(0, length);
  };
  const onRow: OnRow = (fields, line, broken) => {
    if (!isBlank(fields)) take(fields, line + below, broken);
  };
  for await (const piece of (source.ahead ?? source.pieces)()) {
    bytes += piece.length;
    if (csv) csv.push(piece, onRow);
    else {
      let text = withRest(piece);
      while (above > 0) {
        const end = text.indexOf(NEWLINE);
        if (end < 0) break;
        scanner ??= new PlainScanner(dialect.delimiter, parts, text[end - 1] === 13);
        text = text.subarray(end + 1);
        above--;
      }
      if (above === 0) {
        scanner ??= scannerOf(dialect, parts, text);
        const stopped: { at: number; isPlain: boolean } = scanner.scan(text, 0, takePlain);
        rest = text.subarray(stopped.at);
        if (!stopped.isPlain) {
          below = linesAbove + scanner.lines;
          csv = new CsvDecoder(source.name, dialect, encoding, "\n");
          csv.push(rest, onRow);
        }
      } else rest = text;
    }
    onBytes(bytes);
  }
  if (!csv) {
    below = linesAbove - above + (scanner?.lines ?? 0);
    csv = new CsvDecoder(source.name, dialect, encoding, scanner && "\n");
    csv.push(rest, onRow);
  }
  csv.end(onRow);
}

function scannerOf(dialect: Dialect, parts: readonly Part[], text: Uint8Array): PlainScanner {
  return new PlainScanner(dialect.delimiter, parts, text[text.indexOf(NEWLINE) - 1] === 13);
}
