import { CancelledError } from "../errors.ts";
import type { ByteSource } from "./ByteSource.ts";
import type { TableHead } from "./TableHead.ts";
import type { OnRow } from "./text/CsvDecoder.ts";
import type { Part, PlainRows } from "./text/PlainScanner.ts";
import { scanText } from "./text/scanText.ts";

/** How far a file has been read. */
export interface ReadProgress {
  file: string;
  /** Rows read, not counting the header. */
  rows: number;
  bytes: number;
  totalBytes: number;
  /** Once all rows are read, the share of checking and sorting them that is done, 0 to 1. */
  checked?: number;
}

export interface ReadOptions {
  /** Told after each piece of a file. */
  onProgress?: ((progress: ReadProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Reads a table; of text, memory holds one piece and one row.
 * @param take is given the rows below the header; blank lines are left out, and the header where it comes again
 * because files were joined.
 * @throws DataFileError if the file cannot be read as a table, CancelledError if the signal stops it,
 * and whatever `take` throws.
 */
export async function readTable(
  { source, read, skip, rows: head }: Pick<TableHead, "source" | "read" | "skip" | "rows">,
  hasHeader: boolean,
  take: OnRow,
  options: ReadOptions = {},
): Promise<void> {
  let above = skip + Number(hasHeader);
  let rows = 0;
  const onRow: OnRow = (fields, line, broken) => {
    if (above > 0) above--;
    else if (!hasHeader || !isSameRow(fields, head[0])) {
      take(fields, line, broken);
      rows++;
    }
  };
  await read(
    onRow,
    teller(source, options, () => rows),
  );
}

/** Takes plain rows as columns of numbers, and the others one by one. */
export interface PlainTake {
  parts: readonly Part[];
  takePlain: (rows: PlainRows) => void;
  take: OnRow;
}

/** The same, of a table of which plain rows are scanned. @throws whatever `readTable` throws */
export async function scanTable(
  head: Pick<TableHead, "source" | "read" | "skip" | "rows" | "plain">,
  hasHeader: boolean,
  { parts, takePlain, take }: PlainTake,
  options: ReadOptions = {},
): Promise<void> {
  const { source, plain } = head;
  if (!plain) return readTable(head, hasHeader, take, options);
  let rows = 0;
  const takeColumns = (plainRows: PlainRows) => {
    rows += plainRows.length;
    takePlain(plainRows);
  };
  const onRow: OnRow = (fields, line, broken) => {
    if (hasHeader && isSameRow(fields, head.rows[0])) return;
    rows++;
    take(fields, line, broken);
  };
  const tell = teller(source, options, () => rows);
  await scanText({ ...plain, linesAbove: Number(hasHeader) }, parts, takeColumns, onRow, tell);
}

/** @throws CancelledError if it was. */
export function checkNotStopped(file: string, signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new CancelledError(`Reading ${file} was stopped.`);
}

function isSameRow(one: readonly string[], other: readonly string[] | undefined): boolean {
  return one[0] === other?.[0] && one.every((field, place) => field === other[place]);
}

function teller(
  { name, size }: ByteSource,
  { onProgress, signal }: ReadOptions,
  rows: () => number,
): (bytes: number) => void {
  return (bytes) => {
    checkNotStopped(name, signal);
    onProgress?.({ file: name, rows: rows(), bytes: Math.min(bytes, size), totalBytes: size });
  };
}
