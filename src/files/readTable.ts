import { CancelledError } from "../errors.ts";
import type { OnRow } from "./CsvDecoder.ts";
import type { TableHead } from "./TableHead.ts";

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
 * Reads a table; of text, memory holds one piece and one row.
 * @param take is given the rows below the header; blank lines are left out.
 * @throws DataFileError if the file cannot be read as a table, CancelledError if the signal stops it,
 * and whatever `take` throws.
 */
export async function readTable(
  { source, read, skip }: Pick<TableHead, "source" | "read" | "skip">,
  hasHeader: boolean,
  take: OnRow,
  { onProgress, signal }: ReadOptions = {},
): Promise<void> {
  let above = skip + Number(hasHeader);
  let rows = 0;
  const onRow: OnRow = (fields, line, broken) => {
    if (above > 0) above--;
    else {
      take(fields, line, broken);
      rows++;
    }
  };
  const totalBytes = source.size;
  await read(onRow, (bytes) => {
    if (signal?.aborted) throw new CancelledError(`Reading ${source.name} was stopped.`);
    onProgress?.({ file: source.name, rows, bytes: Math.min(bytes, totalBytes), totalBytes });
  });
}
