import { CancelledError, DataFileError } from "../errors.ts";
import type { ByteSource } from "./ByteSource.ts";
import { CsvDecoder, type OnRow } from "./CsvDecoder.ts";
import type { Dialect } from "./Dialect.ts";

export interface ReadProgress {
  file: string;
  /** Rows read, the header not counted. */
  rows: number;
  bytes: number;
  totalBytes: number;
}

export interface ReadOptions {
  onProgress?: ((progress: ReadProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Streams a table piece by piece; memory holds one piece and one row.
 * @param take is given the rows below the header; blank lines are left out.
 * @throws DataFileError where the file cannot be read as a table, CancelledError where the signal stops it,
 * and whatever `take` throws.
 */
export async function readTable(
  source: ByteSource,
  { dialect, hasHeader }: { dialect: Dialect; hasHeader: boolean },
  take: OnRow,
  { onProgress, signal }: ReadOptions = {},
): Promise<void> {
  const csv = new CsvDecoder(source.name, dialect);
  let isHeaderNext = hasHeader;
  let rows = 0;
  const onRow: OnRow = (fields, line, broken) => {
    if (fields.length === 1 && fields[0].trim() === "") return;
    if (isHeaderNext) {
      isHeaderNext = false;
    } else {
      take(fields, line, broken);
      rows++;
    }
  };
  let bytes = 0;
  for await (const piece of source.pieces()) {
    if (signal?.aborted) throw new CancelledError(`Reading ${source.name} was stopped.`);
    csv.push(piece, onRow);
    bytes += piece.length;
    onProgress?.({ file: source.name, rows, bytes, totalBytes: source.size });
  }
  csv.end(onRow);
  if (bytes !== source.size) {
    throw new DataFileError(`${source.name} changed while it was read. Open it again.`);
  }
}
