import { deflateSync, inflateSync, type Zippable, zipSync } from "fflate";
import { ArgumentError } from "../../errors.ts";
import { crc32 } from "../../files/crc32.ts";
import { MOST_BYTES, NpyArray } from "./npy.ts";
import { refuseFile } from "./refuseFile.ts";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_BYTES = 22;
const SAMPLE = 4096;
/** No deflated byte stands for more. */
const MOST_EXPANSION = 1032;

/**
 * NumPy's .npz: a zip of .npy files. The same arrays give the same bytes at any time.
 * @param arrays each as `writeNpy` gives it.
 * @throws ArgumentError where they are too large together.
 */
export function writeNpz(arrays: ReadonlyMap<string, Uint8Array>): Uint8Array {
  let total = 0;
  for (const bytes of arrays.values()) total += bytes.length;
  if (total > MOST_BYTES) {
    throw new ArgumentError(
      `The model is too large to be saved: its arrays take ${total} bytes, and a file holds ${MOST_BYTES}.`,
    );
  }
  const files: Zippable = {};
  for (const [name, bytes] of arrays)
    files[`${name}.npy`] = [bytes, { level: isWorthPacking(bytes) ? 1 : 0 }];
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

/** Zeros, counts and text shrink by a lot; learnt floats would take seconds to shrink by a tenth. */
function isWorthPacking(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(-SAMPLE);
  return deflateSync(sample, { level: 1 }).length < sample.length * 0.7;
}

interface Entry {
  flags: number;
  method: number;
  crc: number;
  /** Uncompressed bytes. */
  size: number;
  compressed: Uint8Array;
}

/** An .npz that is open for reading. Arrays that nobody asks for are not unpacked. */
export class Npz {
  readonly #entries = new Map<string, Entry>();
  #budget = MOST_BYTES;

  /** @throws ModelFileError where `bytes` is no whole zip. */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = findEnd(view);
    const entries = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    if (at === 0xffffffff) refuseFile("it is larger than 4 GiB");
    if (view.getUint32(end + 4, true) !== 0 || at + view.getUint32(end + 12, true) !== end)
      refuseFile("its table of contents is damaged");
    for (let i = 0; i < entries; i++) {
      if (at + 46 > end || view.getUint32(at, true) !== CENTRAL)
        refuseFile("its table of contents is damaged");
      const nameLength = view.getUint16(at + 28, true);
      const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
      if (next > end) refuseFile("its table of contents is damaged");
      const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
      const name = new TextDecoder().decode(nameBytes).replace(/\.npy$/, "");
      if (this.#entries.has(name)) refuseFile(`it holds ${name} twice`);
      const compressedSize = view.getUint32(at + 20, true);
      const start = dataStart(view, view.getUint32(at + 42, true), nameBytes);
      if (start === null || start + compressedSize > end) refuseFile(`${name} is not where it should be`);
      this.#entries.set(name, {
        flags: view.getUint16(at + 8, true),
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        size: view.getUint32(at + 24, true),
        compressed: bytes.subarray(start, start + compressedSize),
      });
      at = next;
    }
    if (at !== end) refuseFile("its table of contents is damaged");
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** @throws ModelFileError where it is missing, damaged, encrypted or too large. */
  read(name: string): NpyArray {
    const entry = this.#entries.get(name);
    if (!entry) refuseFile(`${name} is missing`);
    if (entry.flags & 1) refuseFile(`${name} is encrypted`);
    this.#budget -= entry.size;
    if (this.#budget < 0) refuseFile(`it is too large: unpacked it takes more than ${MOST_BYTES} bytes`);
    const bytes = unpack(name, entry);
    if (bytes.length !== entry.size || crc32(bytes) !== entry.crc)
      refuseFile(`${name} is damaged (its check sum is wrong)`);
    return new NpyArray(name, bytes);
  }
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - END_BYTES; at >= 0; at--) {
    const comment = view.byteLength - at - END_BYTES;
    if (comment > 0xffff) break;
    if (view.getUint32(at, true) === END && view.getUint16(at + 20, true) === comment) return at;
  }
  const isZip = view.byteLength >= 4 && view.getUint32(0, true) === LOCAL;
  return refuseFile(isZip ? "the file is cut short" : "it is no .npz file (no zip)");
}

/** Where an entry's content begins, or null where its own header does not tell the same name. */
function dataStart(view: DataView, header: number, name: Uint8Array): number | null {
  const nameStart = header + 30;
  if (nameStart + name.length > view.byteLength || view.getUint32(header, true) !== LOCAL) return null;
  if (view.getUint16(header + 26, true) !== name.length) return null;
  if (name.some((byte, i) => byte !== view.getUint8(nameStart + i))) return null;
  return nameStart + name.length + view.getUint16(header + 28, true);
}

function unpack(name: string, { method, size, compressed }: Entry): Uint8Array {
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
