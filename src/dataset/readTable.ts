import { CancelledError, DataFileError } from "../errors.ts";
import { CsvDecoder, type OnRow } from "./CsvDecoder.ts";

/** A `File`, or what is known of one. */
export type DataFile = Blob & { readonly name: string };

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

/** Small enough for a few milliseconds a piece, so that others have their turn in between. */
const PIECE = 2 ** 18;

/**
 * Streams a CSV file piece by piece; memory holds one piece and one row.
 * @param open is given the header and returns what takes the rows; blank lines are left out.
 * @throws DataFileError where the file cannot be read as a table, CancelledError where the signal stops it,
 * and whatever `open` throws.
 */
export async function readTable(
  file: DataFile,
  open: (header: string[]) => OnRow,
  { onProgress, signal }: ReadOptions = {},
): Promise<void> {
  const csv = new CsvDecoder(file.name);
  let take: OnRow | null = null;
  let rows = 0;
  const onRow: OnRow = (fields, line, broken) => {
    if (fields.length === 1 && fields[0].trim() === "") return;
    if (take === null) {
      take = open(fields);
    } else {
      take(fields, line, broken);
      rows++;
    }
  };
  for (let bytes = 0; bytes < file.size; ) {
    const piece = await readPiece(file, bytes);
    if (signal?.aborted) throw new CancelledError(`Reading ${file.name} was stopped.`);
    csv.push(piece, onRow);
    bytes += piece.length;
    onProgress?.({ file: file.name, rows, bytes, totalBytes: file.size });
  }
  csv.end(onRow);
  if (take === null) throw new DataFileError(`${file.name} is empty. Choose a file that holds ratings.`);
}

async function readPiece(file: DataFile, from: number): Promise<Uint8Array> {
  const to = Math.min(from + PIECE, file.size);
  const piece = await file
    .slice(from, to)
    .arrayBuffer()
    .catch(() => null);
  if (piece?.byteLength === to - from) return new Uint8Array(piece);
  throw new DataFileError(
    `${file.name} could not be read to its end: it was changed, moved or cut short meanwhile. Open it again.`,
  );
}
