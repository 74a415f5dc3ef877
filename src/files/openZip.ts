import { DataFileError } from "../errors.ts";
import { type ByteSource, type DataFile, piecesOf } from "./ByteSource.ts";
import { crc32 } from "./crc32.ts";
import { inflate } from "./inflate.ts";
import { bytesOf, damaged, type ListedEntry, readDirectory } from "./zipDirectory.ts";

/** An entry of a zip; its `name` is the last part of its path. */
export interface ZipEntry extends ByteSource {
  readonly path: string;
}

const STORED = 0;
const DEFLATED = 8;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
/** Text shrinks to a fifth, rarely to a twentieth: what unpacks to more than this was made to fill memory. */
const MAX_GROWTH = 100;
/** Below this many bytes, growth does no harm. */
const SMALL = 2 ** 20;

export async function isZip(file: DataFile): Promise<boolean> {
  if (file.size < LOCAL_BYTES - 8) return false;
  const start = (await bytesOf(file, 0, 4)).getUint32(0, true);
  return start === LOCAL || start === 0x06054b50;
}

/**
 * The files in a zip by path, without folders and the files that operating systems add. Each is unpacked
 * piece by piece as it is read, and checked against its checksum and size.
 * @throws DataFileError if the zip is encrypted, cut short or damaged, leads out of its folder, or would
 * unpack to a hundred times its size.
 */
export async function openZip(file: DataFile): Promise<ReadonlyMap<string, ZipEntry>> {
  const listed = await readDirectory(file);
  if (listed.some(({ isEncrypted }) => isEncrypted)) {
    throw new DataFileError(
      `${file.name} is encrypted. Unpack it with its password and open the files inside.`,
    );
  }
  if (listed.some(({ path }) => leadsOut(path))) {
    throw new DataFileError(
      `${file.name} contains a path that leads out of the zip, which no honest zip does. Nothing was read.`,
    );
  }
  checkGrowth(file, listed);
  const entries = new Map<string, ZipEntry>();
  for (const entry of listed.filter(({ path }) => isWanted(path))) {
    if (entries.has(entry.path)) throw damaged(file);
    const { path, size } = entry;
    const name = path.slice(path.lastIndexOf("/") + 1);
    entries.set(path, { path, name, size, pieces: () => unpack(file, entry) });
  }
  return entries;
}

function leadsOut(path: string): boolean {
  return /^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/i.test(path);
}

/** Neither a folder nor a file that an operating system added. */
function isWanted(path: string): boolean {
  return !path.endsWith("/") && !/(^|\/)(__MACOSX\/|\.|Thumbs\.db$)/.test(path);
}

function checkGrowth(file: DataFile, listed: readonly ListedEntry[]): void {
  const grows = (size: number, packedSize: number) => size > SMALL && size > MAX_GROWTH * packedSize;
  const size = listed.reduce((sum, entry) => sum + entry.size, 0);
  const overlap = listed
    .toSorted((a, b) => a.offset - b.offset)
    .some(
      ({ offset, packedSize }, i, all) =>
        offset + LOCAL_BYTES + packedSize > (all[i + 1]?.offset ?? file.size),
    );
  if (overlap) throw damaged(file);
  if (grows(size, file.size) || listed.some((entry) => grows(entry.size, entry.packedSize))) throw bomb(file);
}

async function* unpack(file: DataFile, entry: ListedEntry): AsyncIterable<Uint8Array> {
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new DataFileError(
      `${entry.path} in ${file.name} is compressed in a way Matinee can’t read. Unpack it and open the files inside.`,
    );
  }
  const local = await bytesOf(file, entry.offset, entry.offset + LOCAL_BYTES);
  if (local.getUint32(0, true) !== LOCAL) throw damaged(file);
  const from = entry.offset + LOCAL_BYTES + local.getUint16(26, true) + local.getUint16(28, true);
  if (from + entry.packedSize > file.size) throw damaged(file);
  const packed = piecesOf(file, from, from + entry.packedSize);
  let size = 0;
  let crc = 0;
  const unpacked = entry.method === STORED ? packed : inflate(packed, entry, () => damaged(file));
  for await (const piece of unpacked) {
    size += piece.length;
    if (size > entry.size) throw bomb(file);
    if (entry.method === STORED) crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.size || (entry.method === STORED && crc !== entry.crc)) throw damaged(file);
}

function bomb(file: DataFile): DataFileError {
  return new DataFileError(
    `${file.name} would unpack to more than ${MAX_GROWTH} times its size. Nothing was kept. If you trust it, unpack it and open the files inside.`,
  );
}
