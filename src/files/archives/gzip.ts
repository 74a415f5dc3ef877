import { Gunzip } from "fflate";
import { DamagedFileError, DataFileError } from "../../errors.ts";
import { type ByteSource, type DataFile, fileSource, readBytes } from "../ByteSource.ts";
import { crc32 } from "./crc32.ts";

const TRAILER = 8;
const STEP = 2 ** 14;
/** As for zips: what unpacks to more than this is made to fill memory. */
const MAX_GROWTH = 100;
const SMALL = 2 ** 20;

/** `gunzipped` of a whole file. */
export async function openGzip(file: DataFile): Promise<ByteSource> {
  return gunzipped(fileSource(file), await readBytes(file, file.size - TRAILER, file.size));
}

/** What is packed in a file of gzip, unpacked while it is read. Its size is what the file says, for progress only. */
export function gunzipped(source: ByteSource, end: Uint8Array): ByteSource {
  const trailer = new DataView(end.buffer, end.byteOffset, end.byteLength);
  const said =
    end.length === TRAILER ? { crc: trailer.getUint32(0, true), size: trailer.getUint32(4, true) } : null;
  return {
    name: source.name.replace(/\.gz$/i, ""),
    packed: source.name,
    size: said && said.size > 0 ? said.size : source.size,
    pieces: () => unpack(source, said),
  };
}

async function* unpack(
  source: ByteSource,
  said: { crc: number; size: number } | null,
): AsyncIterable<Uint8Array> {
  let unpacked: Uint8Array[] = [];
  let further = 0;
  const stream = new Gunzip((piece) => unpacked.push(piece));
  // Called for each part but the first.
  stream.onmember = () => further++;
  let size = 0;
  let crc = 0;
  const push = (piece: Uint8Array, isLast: boolean) => {
    unpacked = [];
    try {
      stream.push(piece, isLast);
    } catch {
      throw damaged(source);
    }
    for (const part of unpacked) {
      size += part.length;
      crc = crc32(part, crc);
    }
    if (size > SMALL && size > MAX_GROWTH * source.size) {
      throw new DataFileError(`${source.name} expands suspiciously (${MAX_GROWTH} times); not opened.`);
    }
    return unpacked.filter(({ length }) => length > 0);
  };
  for await (const piece of source.pieces()) {
    for (let at = 0; at < piece.length; at += STEP) yield* push(piece.subarray(at, at + STEP), false);
  }
  yield* push(new Uint8Array(), true);
  // The sum at the end is that of the last part where a file has several.
  if (said && further === 0 && (size % 2 ** 32 !== said.size || crc !== said.crc)) throw damaged(source);
}

function damaged(source: ByteSource): DamagedFileError {
  return new DamagedFileError(`${source.name} is cut off or damaged. Download it again.`);
}
