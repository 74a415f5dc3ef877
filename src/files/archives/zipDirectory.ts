import { descriptorBytes, LOCAL, type LocalHeader, localHeader, MARK32, sizes64 } from "./zipHeaders.ts";

/** What a zip says of one of its entries, in its list of contents and in front of the entry alike. */
export interface ListedEntry {
  path: string;
  isEncrypted: boolean;
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  /** Where its packed bytes begin. */
  start: number;
}

/** Asks for bytes of a zip, each time from one place to another within it. */
export type ZipReading<T> = Generator<readonly [from: number, to: number], T, DataView>;

/** @param problem a clause of its own, such as "it is cut short" */
export type Refuse = (problem: string) => never;

interface Listed extends Omit<ListedEntry, "start"> {
  flags: number;
  name: Uint8Array;
  /** Where its local header stands. */
  offset: number;
}

interface Place {
  offset: number;
  end: number;
  count: number;
}

/** What the record at the end of a zip begins with, and its bytes where there is no comment. */
export const END = 0x06054b50;
export const END_BYTES = 22;
const END64 = 0x06064b50;
const END64_BYTES = 56;
const LOCATOR64 = 0x07064b50;
const LOCATOR64_BYTES = 20;
const LISTED = 0x02014b50;
const LISTED_BYTES = 46;
const LOCAL_BYTES = 30;
const DESCRIPTOR_BYTES = 24;
const MAX_COMMENT = 2 ** 16;
/** No data set has a list of more bytes than this. */
const MAX_DIRECTORY = 2 ** 24;
/** Marks a count too large for its field: a zip64 record holds it. */
const MARK16 = 0xffff;
/** Encrypted, sizes behind the contents, strongly encrypted, list of contents encrypted. */
const ENCRYPTED = 1;
const SIZES_BEHIND = 8;
const FLAGS_THAT_MATTER = ENCRYPTED | SIZES_BEHIND | 0x40 | 0x2000;

const CUT_SHORT = "it is cut short or damaged";

/**
 * The entries of a zip of `size` bytes, zip64 or not. A zip describes each entry twice, in the list at its end and in
 * front of the entry; where both do not agree, or leave an entry out, there is no telling which is true.
 * @throws what `refuse` throws if they disagree, or if the zip is cut short, damaged or one of several volumes.
 */
export function* zipDirectory(size: number, refuse: Refuse): ZipReading<ListedEntry[]> {
  const place = yield* placeOfDirectory(size, refuse);
  const directory = yield [place.offset, place.end];
  const entries = listedIn(directory, place.count, refuse);
  const names = new Set<string>();
  for (const { path } of entries) {
    if (names.has(path)) refuse(`it holds ${path} twice`);
    names.add(path);
  }
  const inOrder = entries.toSorted((a, b) => a.offset - b.offset);
  const starts = new Map<Listed, number>();
  let after = 0;
  for (const [i, entry] of inOrder.entries()) {
    yield* checkGap(after, entry.offset, entry.path, refuse);
    const next = inOrder[i + 1]?.offset ?? place.offset;
    const contents = yield* contentsOf(entry, next, refuse);
    starts.set(entry, contents.start);
    after = contents.after;
  }
  yield* checkGap(after, place.offset, inOrder.at(-1)?.path ?? "nothing", refuse);
  return entries.map((entry) => ({ ...entry, start: starts.get(entry) ?? 0 }));
}

function* placeOfDirectory(size: number, refuse: Refuse): ZipReading<Place> {
  const from = Math.max(0, size - END_BYTES - MAX_COMMENT);
  const tail = yield [from, size];
  let at = tail.byteLength - END_BYTES;
  const isEnd = () =>
    tail.getUint32(at, true) === END && at + END_BYTES + tail.getUint16(at + 20, true) === tail.byteLength;
  while (at >= 0 && !isEnd()) at--;
  if (at < 0) refuse(CUT_SHORT);
  const end = from + at;
  let count = tail.getUint16(at + 10, true);
  let bytes = tail.getUint32(at + 12, true);
  let offset = tail.getUint32(at + 16, true);
  let disks = [tail.getUint16(at + 4, true), tail.getUint16(at + 6, true)];
  let onDisk = tail.getUint16(at + 8, true);
  let directoryEnd = end;
  const locatorAt = end - LOCATOR64_BYTES;
  const locator = locatorAt >= END64_BYTES ? yield [locatorAt, end] : null;
  if (locator?.getUint32(0, true) === LOCATOR64) {
    directoryEnd = number64(locator, 8);
    if (directoryEnd + END64_BYTES > locatorAt) refuse(CUT_SHORT);
    const end64 = yield [directoryEnd, directoryEnd + END64_BYTES];
    if (end64.getUint32(0, true) !== END64 || directoryEnd + 12 + number64(end64, 4) !== locatorAt)
      refuse(CUT_SHORT);
    const is = (value: number, mark: number, value64: number) => value === mark || value === value64;
    const agree =
      is(onDisk, MARK16, number64(end64, 24)) &&
      is(count, MARK16, number64(end64, 32)) &&
      is(bytes, MARK32, number64(end64, 40)) &&
      is(offset, MARK32, number64(end64, 48));
    if (!agree) refuse("its two ends disagree on where its list of contents is");
    disks = [end64.getUint32(16, true), end64.getUint32(20, true), locator.getUint32(4, true)];
    onDisk = number64(end64, 24);
    count = number64(end64, 32);
    bytes = number64(end64, 40);
    offset = number64(end64, 48);
  }
  if (disks.some((disk) => disk !== 0) || onDisk !== count) {
    refuse("it is one volume of a split zip, which has to be joined with the others first");
  }
  if (offset + bytes !== directoryEnd) refuse(CUT_SHORT);
  if (bytes > MAX_DIRECTORY) refuse("its list of contents is too long");
  return { offset, end: directoryEnd, count };
}

function listedIn(directory: DataView, count: number, refuse: Refuse): Listed[] {
  const entries: Listed[] = [];
  let at = 0;
  while (at < directory.byteLength) {
    if (at + LISTED_BYTES > directory.byteLength || directory.getUint32(at, true) !== LISTED)
      refuse(CUT_SHORT);
    const nameEnd = at + LISTED_BYTES + directory.getUint16(at + 28, true);
    const extraEnd = nameEnd + directory.getUint16(at + 30, true);
    const next = extraEnd + directory.getUint16(at + 32, true);
    if (next > directory.byteLength) refuse(CUT_SHORT);
    const flags = directory.getUint16(at + 8, true);
    const name = new Uint8Array(
      directory.buffer,
      directory.byteOffset + at + LISTED_BYTES,
      nameEnd - at - LISTED_BYTES,
    );
    const path = pathOf(name);
    const numbers = [24, 20, 42].map((field) => directory.getUint32(at + field, true));
    const extra = new DataView(directory.buffer, directory.byteOffset + nameEnd, extraEnd - nameEnd);
    const [size, packedSize, offset] = sizes64(extra, numbers) ?? refuse(`the size of ${path} is missing`);
    const disk = directory.getUint16(at + 34, true);
    if (disk !== 0 && disk !== MARK16) {
      refuse("it is one volume of a split zip, which has to be joined with the others first");
    }
    entries.push({
      path,
      name,
      flags,
      isEncrypted: (flags & ENCRYPTED) === ENCRYPTED,
      method: directory.getUint16(at + 10, true),
      crc: directory.getUint32(at + 16, true),
      packedSize,
      size,
      offset,
    });
    at = next;
  }
  if (entries.length !== count) refuse("its list of contents is not as long as its end says");
  return entries;
}

/** Where the contents of an entry begin, and where all that belongs to it ends, once it says the same as the list. */
function* contentsOf(
  entry: Listed,
  next: number,
  refuse: Refuse,
): ZipReading<{ start: number; after: number }> {
  const { path, offset } = entry;
  const nameAt = offset + LOCAL_BYTES;
  if (nameAt > next) refuse(`${path} reaches into what comes after it`);
  const header = localHeader(yield [offset, nameAt]);
  if (!header) refuse(`${path} is not where its list of contents says`);
  const start = nameAt + header.nameBytes + header.extraBytes;
  if (start + entry.packedSize > next) refuse(`${path} reaches into what comes after it`);
  const rest = yield [nameAt, start];
  const name = new Uint8Array(rest.buffer, rest.byteOffset, header.nameBytes);
  if (!areSame(name, entry.name)) refuse(`its list of contents calls ${pathOf(name)} ${path}`);
  const extra = new DataView(rest.buffer, rest.byteOffset + header.nameBytes, header.extraBytes);
  const differs = differenceOf(entry, header, extra);
  if (differs) refuse(differing(differs, path));
  const end = start + entry.packedSize;
  if ((entry.flags & SIZES_BEHIND) === 0) return { start, after: end };
  const behind = descriptorBytes(yield [end, Math.min(end + DESCRIPTOR_BYTES, next)], entry);
  if (behind === 0 && !tellsSizes(entry, header, extra)) refuse(differing("the size", path));
  return { start, after: end + behind };
}

function differing(what: string, path: string): string {
  return `${what} of ${path} differs between its list of contents and the entry itself`;
}

function differenceOf(entry: Listed, header: LocalHeader, extra: DataView): string | null {
  if ((header.flags & FLAGS_THAT_MATTER) !== (entry.flags & FLAGS_THAT_MATTER)) return "the kind";
  if (header.method !== entry.method) return "the compression";
  const isBehind = (entry.flags & SIZES_BEHIND) !== 0;
  if (header.crc !== entry.crc && !(isBehind && header.crc === 0)) return "the check sum";
  return isBehind || tellsSizes(entry, header, extra) ? null : "the size";
}

function tellsSizes(entry: Listed, header: LocalHeader, extra: DataView): boolean {
  const [size, packedSize] = sizes64(extra, [header.size, header.packedSize]) ?? [];
  return size === entry.size && packedSize === entry.packedSize;
}

/** Between two entries, nothing may stand that is an entry too. */
function* checkGap(from: number, to: number, path: string, refuse: Refuse): ZipReading<void> {
  if (to < from + 4) return;
  const gap = yield [from, from + 4];
  if (gap.getUint32(0, true) === LOCAL) refuse(`its list of contents leaves out an entry beside ${path}`);
}

function areSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}

/** Most write UTF-8, whether they say so or not; what is none has a name of its own all the same. */
function pathOf(name: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(name);
  } catch {
    return new TextDecoder("windows-1252").decode(name);
  }
}

function number64(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}
