import { DataFileError } from "../errors.ts";

/** A `File`, or a Blob with a name. */
export type DataFile = Blob & { readonly name: string };

/** Bytes under a name: a file, or an entry of a zip. They can be read from the start more than once. */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  /** What is in it, where it is a zip that is one thing, as a workbook is. */
  readonly zipped?: ReadonlyMap<string, ByteSource>;
  /** Of what was unpacked: the file that the person knows. */
  readonly packed?: string;
  /** Of one sheet of several: the file of the workbook. */
  readonly workbook?: string;
  /** Of an entry of a zip. @throws DamagedFileError if its bytes are not what was packed */
  check?(): Promise<void>;
  /** Piece by piece. @throws DataFileError if they cannot be read to their end. */
  pieces(): AsyncIterable<Uint8Array>;
  /** The same, prepared by another thread, where that is worth it. A piece holds only until the next is asked for. */
  ahead?(): AsyncIterable<Uint8Array>;
}

/** Small enough for a few milliseconds a piece, so that others have their turn in between. */
const PIECE = 2 ** 18;

/** A file as it is read from the device, so that memory holds one piece of it. */
export function fileSource(file: DataFile): ByteSource {
  return { name: file.name, size: file.size, pieces: () => piecesOf(file, 0, file.size) };
}

/** The bytes of a file from one place to another. */
export async function* piecesOf(file: DataFile, from: number, to: number): AsyncIterable<Uint8Array> {
  for (let at = from; at < to; at += PIECE) yield await readBytes(file, at, Math.min(at + PIECE, to));
}

/** @throws DataFileError if the file no longer holds them. */
export async function readBytes(file: DataFile, from: number, to: number): Promise<Uint8Array> {
  const piece = await file
    .slice(from, to)
    .arrayBuffer()
    .catch(() => null);
  if (piece?.byteLength === to - from) return new Uint8Array(piece);
  throw new DataFileError(`${file.name} changed while being read. Open it again.`);
}

/** All of it, for kinds of files that cannot be read piece by piece. @throws DataFileError if it is larger than `most`. */
export async function allBytes(source: ByteSource, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.pieces()) {
    pieces.push(piece);
    length += piece.length;
    if (length > most) {
      throw new DataFileError(
        `${source.name} is too large to be read in this form (more than ${Math.round(most / 2 ** 20)} MB). Save the table as CSV and open that.`,
      );
    }
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
