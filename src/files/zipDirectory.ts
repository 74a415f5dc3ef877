import { DataFileError } from "../errors.ts";
import { type DataFile, readBytes } from "./ByteSource.ts";

/** What a zip claims about one of its entries; not to be trusted. */
export interface ListedEntry {
  path: string;
  isEncrypted: boolean;
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  /** Where its local header stands. */
  offset: number;
}

const END = 0x06054b50;
const END_BYTES = 22;
const LISTED = 0x02014b50;
const LISTED_BYTES = 46;
const MAX_COMMENT = 2 ** 16;
/** No data set has a directory of more bytes than this. */
const MAX_DIRECTORY = 2 ** 24;
/** Marks a number too large for its field: in zips beyond 4 GB it is stored elsewhere. */
const TOO_LARGE = 0xffffffff;

/**
 * The directory at the end of a zip. With it, entries can be read one by one, in any order.
 * @throws DataFileError if the zip is cut short, damaged, split into volumes or larger than 4 GB.
 */
export async function readDirectory(file: DataFile): Promise<ListedEntry[]> {
  const tail = await bytesOf(file, Math.max(0, file.size - END_BYTES - MAX_COMMENT), file.size);
  let end = tail.byteLength - END_BYTES;
  while (end >= 0 && tail.getUint32(end, true) !== END) end--;
  if (end < 0) throw damaged(file);
  const count = tail.getUint16(end + 10, true);
  const bytes = tail.getUint32(end + 12, true);
  const offset = tail.getUint32(end + 16, true);
  if (tail.getUint16(end + 4, true) !== 0) {
    throw new DataFileError(
      `${file.name} is one volume of a split zip. Join the volumes, unpack them and open the files inside.`,
    );
  }
  if (offset === TOO_LARGE || bytes > MAX_DIRECTORY) throw tooLarge(file);
  if (offset + bytes > file.size) throw damaged(file);
  return entriesOf(file, await bytesOf(file, offset, offset + bytes), count);
}

function entriesOf(file: DataFile, directory: DataView, count: number): ListedEntry[] {
  const entries: ListedEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + LISTED_BYTES > directory.byteLength || directory.getUint32(at, true) !== LISTED) {
      throw damaged(file);
    }
    const nameBytes = directory.getUint16(at + 28, true);
    const next =
      at + LISTED_BYTES + nameBytes + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    if (next > directory.byteLength) throw damaged(file);
    const name = new Uint8Array(directory.buffer, directory.byteOffset + at + LISTED_BYTES, nameBytes);
    const entry = {
      path: new TextDecoder().decode(name),
      isEncrypted: (directory.getUint16(at + 8, true) & 1) === 1,
      method: directory.getUint16(at + 10, true),
      crc: directory.getUint32(at + 16, true),
      packedSize: directory.getUint32(at + 20, true),
      size: directory.getUint32(at + 24, true),
      offset: directory.getUint32(at + 42, true),
    };
    if ([entry.packedSize, entry.size, entry.offset].includes(TOO_LARGE)) throw tooLarge(file);
    entries.push(entry);
    at = next;
  }
  return entries;
}

/** Some bytes of a file. */
export async function bytesOf(file: DataFile, from: number, to: number): Promise<DataView> {
  return new DataView((await readBytes(file, from, to)).buffer);
}

export function damaged(file: DataFile): DataFileError {
  return new DataFileError(
    `${file.name} is cut short or damaged and can’t be unpacked. Download it again, or unpack it yourself and open the files inside.`,
  );
}

function tooLarge(file: DataFile): DataFileError {
  return new DataFileError(
    `${file.name} is too large a zip to open here. Unpack it and open the files inside.`,
  );
}
