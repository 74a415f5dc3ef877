import { DamagedFileError, DataFileError } from "../../errors.ts";
import { type ByteSource, type DataFile, piecesOf, readBytes } from "../ByteSource.ts";
import { crc32 } from "./crc32.ts";
import { inflate } from "./inflate.ts";
import { END, END_BYTES, type ListedEntry, type ZipReading, zipDirectory } from "./zipDirectory.ts";
import { LOCAL } from "./zipHeaders.ts";

/** An entry of a zip; its `name` is the last part of its path. */
export interface ZipEntry extends ByteSource {
  readonly path: string;
  check(): Promise<void>;
}

/** Unpacks an entry of a zip, or all of a gzip (null), in another thread, as this one would. */
export type UnpackAhead = (file: DataFile, entry: ListedEntry | null) => AsyncIterable<Uint8Array>;

const STORED = 0;
const DEFLATED = 8;
/** Headers lie close to each other where entries are small. */
const BLOCK = 2 ** 14;
/** Text shrinks to a fifth, rarely to a twentieth: what unpacks to more than this was made to fill memory. */
const MAX_GROWTH = 100;
/** To start a thread for less takes longer than it saves. */
export const WORTH_A_THREAD = 2 ** 24;
/** Below this many bytes, growth does no harm. */
const SMALL = 2 ** 20;

/** Whether a file begins as a zip does, or ends as one: of a damaged zip, one of them is left. */
export async function isZip(file: DataFile): Promise<boolean> {
  if (file.size < END_BYTES) return false;
  const start = (await viewOf(file, 0, 4)).getUint32(0, true);
  const end = (await viewOf(file, file.size - END_BYTES, file.size)).getUint32(0, true);
  return start === LOCAL || start === END || end === END;
}

/**
 * The files in a zip by path, without folders and the files that operating systems add. Each is unpacked
 * piece by piece as it is read, and checked against its checksum and size.
 * @param unpackAhead unpacks large entries that are read whole; without it, this thread does
 * @throws DamagedFileError if the zip is cut short or damaged, or describes an entry in two ways.
 * @throws DataFileError if it is encrypted, leads out of its folder, or would unpack to a hundred times its size.
 */
export async function openZip(
  file: DataFile,
  unpackAhead?: UnpackAhead,
): Promise<ReadonlyMap<string, ZipEntry>> {
  const listed = await answered(
    file,
    zipDirectory(file.size, (problem) => {
      throw damaged(file, problem);
    }),
  );
  if (listed.some(({ isEncrypted }) => isEncrypted)) {
    throw new DataFileError(
      `${file.name} is encrypted. Unpack it with its password and open the files inside.`,
    );
  }
  if (listed.some(({ path }) => leadsOut(path))) {
    throw new DataFileError(
      `${file.name} contains a path that leads out of the zip, which is not safe. Nothing was read.`,
    );
  }
  checkGrowth(file, listed);
  const entries = new Map<string, ZipEntry>();
  for (const entry of listed.filter(({ path }) => isWanted(path))) {
    const { path, size } = entry;
    const name = path.slice(path.lastIndexOf("/") + 1);
    const pieces = () => unpackEntry(file, entry);
    const check = async () => {
      for await (const _ of pieces());
    };
    const ahead = unpackAhead && size > WORTH_A_THREAD ? { ahead: () => unpackAhead(file, entry) } : {};
    entries.set(path, { path, name, size, pieces, check, ...ahead });
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
  if (grows(size, file.size) || listed.some((entry) => grows(entry.size, entry.packedSize))) throw bomb(file);
}

/** @throws DamagedFileError if the bytes are not what was packed, DataFileError if they are packed in an unknown way */
export async function* unpackEntry(file: DataFile, entry: ListedEntry): AsyncIterable<Uint8Array> {
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new DataFileError(
      `${entry.path} in ${file.name} is compressed in a way Matinee can’t read. Unpack it and open the files inside.`,
    );
  }
  const packed = piecesOf(file, entry.start, entry.start + entry.packedSize);
  let size = 0;
  let crc = 0;
  const fault = () => damaged(file, `${entry.path} is damaged`);
  const unpacked = entry.method === STORED ? packed : inflate(packed, entry, fault);
  for await (const piece of unpacked) {
    size += piece.length;
    if (size > entry.size) throw damaged(file, `${entry.path} unpacks to more than the zip says`);
    if (entry.method === STORED) crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.size || (entry.method === STORED && crc !== entry.crc)) throw fault();
}

/** Gives a reading the bytes that it asks for; of those that follow each other, many at once. */
async function answered<T>(file: DataFile, reading: ZipReading<T>): Promise<T> {
  let block = { from: 0, bytes: await readBytes(file, 0, Math.min(file.size, BLOCK)) };
  let step = reading.next();
  while (!step.done) {
    const [from, to] = step.value;
    if (from < block.from || to > block.from + block.bytes.length) {
      block = { from, bytes: await readBytes(file, from, Math.min(file.size, Math.max(to, from + BLOCK))) };
    }
    step = reading.next(new DataView(block.bytes.buffer, from - block.from, to - from));
  }
  return step.value;
}

async function viewOf(file: DataFile, from: number, to: number): Promise<DataView> {
  return new DataView((await readBytes(file, from, to)).buffer);
}

function damaged(file: DataFile, problem: string): DamagedFileError {
  return new DamagedFileError(
    `${file.name} can’t be unpacked: ${problem}. Download it again, or unpack it yourself and open the files inside.`,
  );
}

function bomb(file: DataFile): DataFileError {
  return new DataFileError(
    `${file.name} would unpack to more than ${MAX_GROWTH} times its size. Nothing was kept. If you trust it, unpack it and open the files inside.`,
  );
}
