import type { ByteSource } from "../ByteSource.ts";
import type { Start } from "../Start.ts";
import { CsvDecoder, type OnRow } from "./CsvDecoder.ts";
import type { Dialect } from "./Dialect.ts";

/**
 * The rows of a text, blank lines left out.
 * @param linesAbove lines of remarks, which are not rows
 * @param onBytes is told after each piece how many bytes have been read
 */
export async function readRows(
  source: ByteSource,
  { encoding }: Pick<Start, "encoding">,
  dialect: Dialect,
  linesAbove: number,
  take: OnRow,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const csv = new CsvDecoder(source.name, dialect, encoding);
  const onRow: OnRow = (fields, line, broken) => {
    if (line > linesAbove && !isBlank(fields)) take(fields, line, broken);
  };
  let bytes = 0;
  for await (const piece of (source.ahead ?? source.pieces)()) {
    csv.push(piece, onRow);
    bytes += piece.length;
    onBytes(bytes);
  }
  csv.end(onRow);
}

/** Whether nothing stands in a row but delimiters, as spreadsheets write it. */
export function isBlank(fields: readonly string[]): boolean {
  return fields.length === 0 || (fields[0].trim() === "" && fields.every((field) => field.trim() === ""));
}
