import { deflateSync, inflateSync, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { ArgumentError } from "../../errors.ts";
import { crc32 } from "../../files/archives/crc32.ts";
import { type ListedEntry, zipDirectory } from "../../files/archives/zipDirectory.ts";
import { cut } from "../../release.ts";
import { MOST_BYTES, NpyArray } from "./npy.ts";
import { refuseFile } from "./refuseFile.ts";

/** Bytes that are packed at once. */
const PIECE = 2 ** 20;
const SAMPLE = 4096;
/** What a zip says of an entry, in front of it, behind it and in its list of contents, besides its name; and at its end. */
const [ENTRY_BYTES, END_BYTES] = [128, 22];
const MOST_LETTER_BYTES = 3;
/** No deflated byte stands for more. */
const MOST_EXPANSION = 1032;

/**
 * NumPy's .npz: a zip of .npy files. The same arrays give the same bytes at any time.
 * @param arrays each as `writeNpy` gives it.
 * @param onPacked as `packNpz` has it
 * @throws ArgumentError if they are too large together.
 */
export function writeNpz(
  arrays: ReadonlyMap<string, Uint8Array>,
  onPacked: (array: Uint8Array) => void = () => {},
): Uint8Array {
  let size = END_BYTES;
  for (const [name, { length }] of arrays) size += length + 2 * MOST_LETTER_BYTES * name.length + ENTRY_BYTES;
  checkSize(size);
  // Its room is taken page by page as it is written to, while arrays are given back: of large models, a copy counts.
  const file = new Uint8Array(size);
  let at = 0;
  for (const piece of packNpz(arrays, onPacked)) {
    file.set(piece, at);
    at += piece.length;
  }
  return cut(file, at);
}

/**
 * The same in pieces, one behind the other. Each is to be taken before the next is asked for.
 * @param arrays are asked for one by one
 * @param onPacked is called with each array once it is no longer needed
 * @throws ArgumentError if the arrays are too large together.
 */
export function* packNpz(
  arrays: Iterable<readonly [name: string, bytes: Uint8Array]>,
  onPacked: (array: Uint8Array) => void,
): Generator<Uint8Array, void, undefined> {
  let packed: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    packed.push(piece);
  });
  function* taken() {
    yield* packed;
    packed = [];
  }
  let size = END_BYTES;
  for (const [name, bytes] of arrays) {
    size += bytes.length;
    checkSize(size);
    const path = `${name}.npy`;
    const entry = isWorthPacking(bytes) ? new ZipDeflate(path, { level: 1 }) : new ZipPassThrough(path);
    entry.mtime = new Date(1980, 0, 1);
    zip.add(entry);
    for (let from = 0; from < bytes.length; from += PIECE) {
      entry.push(bytes.subarray(from, from + PIECE), from + PIECE >= bytes.length);
      yield* taken();
    }
    onPacked(bytes);
  }
  zip.end();
  yield* taken();
}

function checkSize(size: number): void {
  if (size <= MOST_BYTES) return;
  throw new ArgumentError(
    `The model is too large to be saved: its arrays take ${size} bytes, and a file can hold ${MOST_BYTES}.`,
  );
}

/** Zeros, counts and text shrink to less than half; learnt floats would take seconds to shrink by a tenth. */
function isWorthPacking(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(-SAMPLE);
  return deflateSync(sample, { level: 1 }).length < sample.length / 2;
}

/** An .npz that is open for reading. Arrays that nobody asks for are not unpacked. */
export class Npz {
  readonly #bytes: Uint8Array;
  readonly #entries = new Map<string, ListedEntry>();
  #budget = MOST_BYTES;

  /** @throws ModelFileError if `bytes` is not a whole zip, or one that describes an array in two ways. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    for (const entry of directoryOf(bytes)) {
      const name = entry.path.replace(/\.npy$/, "");
      if (this.#entries.has(name)) refuseFile(`it holds ${name} twice`);
      this.#entries.set(name, entry);
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** @throws ModelFileError if it is missing, damaged, encrypted or too large. */
  read(name: string): NpyArray {
    const entry = this.#entries.get(name);
    if (!entry) refuseFile(`${name} is missing`);
    if (entry.isEncrypted) refuseFile(`${name} is encrypted`);
    this.#budget -= entry.size;
    if (this.#budget < 0) refuseFile(`it is too large: unpacked it takes more than ${MOST_BYTES} bytes`);
    const bytes = unpack(name, entry, this.#bytes.subarray(entry.start, entry.start + entry.packedSize));
    if (bytes.length !== entry.size || crc32(bytes) !== entry.crc)
      refuseFile(`${name} is damaged (its check sum is wrong)`);
    return new NpyArray(name, bytes);
  }
}

function directoryOf(bytes: Uint8Array): ListedEntry[] {
  const isZip = bytes.length >= 4 && bytes[0] === 0x50 && bytes[1] === 0x4b;
  const reading = zipDirectory(bytes.length, (problem) =>
    refuseFile(isZip ? problem : "it is not an .npz file (not a zip)"),
  );
  let step = reading.next();
  while (!step.done) {
    const [from, to] = step.value;
    step = reading.next(new DataView(bytes.buffer, bytes.byteOffset + from, to - from));
  }
  return step.value;
}

function unpack(name: string, { method, size }: ListedEntry, compressed: Uint8Array): Uint8Array {
  if (method === 0) return compressed;
  if (method !== 8) refuseFile(`${name} is compressed in a way that NumPy does not use (${method})`);
  if (size > compressed.length * MOST_EXPANSION) refuseFile(`${name} claims to be larger than it can be`);
  // One byte more than it should fill, so that too much is seen too: fflate drops what is beyond.
  const out = new Uint8Array(size + 1);
  try {
    return inflateSync(compressed, { out });
  } catch {
    return refuseFile(`${name} is damaged (it cannot be unpacked)`);
  }
}
