import { DataFileError } from "../errors.ts";

/** A `File`, or what is known of one. */
export type DataFile = Blob & { readonly name: string };

/** Bytes under a name: a file, or an entry of a zip. They can be read from the start more than once. */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  /** Piece by piece; @throws DataFileError where they cannot be read to their end. */
  pieces(): AsyncIterable<Uint8Array>;
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

/** @throws DataFileError where the file no longer holds them. */
export async function readBytes(file: DataFile, from: number, to: number): Promise<Uint8Array> {
  const piece = await file
    .slice(from, to)
    .arrayBuffer()
    .catch(() => null);
  if (piece?.byteLength === to - from) return new Uint8Array(piece);
  throw new DataFileError(
    `${file.name} could not be read to its end: it was changed, moved or cut short meanwhile. Open it again.`,
  );
}
