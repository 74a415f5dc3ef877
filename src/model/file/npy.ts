import { ArgumentError } from "../../errors.ts";
import { refuseFile } from "./refuseFile.ts";

/** What a saved model may take, as arrays in memory; a file that claims more is refused. */
export const MOST_BYTES = 2 ** 31;
const MOST_HEADER = 2 ** 16;
/** Letters of a name, beyond which it is none. */
const MOST_LETTERS = 2 ** 16;

const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
const HEADER =
  /^\{\s*'descr':\s*'([^']*)',\s*'fortran_order':\s*(True|False),\s*'shape':\s*\(([\d,\s]*)\),?\s*\}\s*$/;

const DTYPES = {
  Float32Array: "<f4",
  Float64Array: "<f8",
  Int32Array: "<i4",
  Uint32Array: "<u4",
  BigInt64Array: "<i8",
} as const;

/** What an array is written from; strings become unicode of one width (`<U`). */
export type NpyData =
  | Float32Array
  | Float64Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | readonly string[];

/**
 * NumPy's .npy, version 1.0: little-endian, row-major.
 * @param shape of one dimension if left out; [] for a scalar.
 * @throws ArgumentError if NumPy cannot hold a string.
 */
export function writeNpy(data: NpyData, shape: readonly number[] = [data.length]): Uint8Array {
  const [dtype, content] =
    "byteLength" in data ? [DTYPES[data[Symbol.toStringTag]], data] : encodeTexts(data);
  const { bytes, start } = withHeader(dtype, shape, content.byteLength);
  bytes.set(new Uint8Array(content.buffer, content.byteOffset, content.byteLength), start);
  return bytes;
}

/** A .npy of float32 zeros, and its numbers, by which they can become others. */
export function npyOfZeros(shape: readonly number[]): { bytes: Uint8Array; values: Float32Array } {
  const length = shape.reduce((product, size) => product * size, 1);
  const { bytes, start } = withHeader(DTYPES.Float32Array, shape, length * 4);
  return { bytes, values: new Float32Array(bytes.buffer, start, length) };
}

function withHeader(
  dtype: string,
  shape: readonly number[],
  size: number,
): { bytes: Uint8Array<ArrayBuffer>; start: number } {
  const shapeText = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
  const header = `{'descr': '${dtype}', 'fortran_order': False, 'shape': ${shapeText}, }`;
  const start = Math.ceil((10 + header.length + 1) / 64) * 64;
  const bytes = new Uint8Array(start + size);
  bytes.set(MAGIC);
  bytes[6] = 1;
  new DataView(bytes.buffer).setUint16(8, start - 10, true);
  bytes.set(new TextEncoder().encode(`${header.padEnd(start - 11)}\n`), 10);
  return { bytes, start };
}

/** The letters that NumPy gives to each of these: as many as the longest has. @throws ArgumentError if that is too much. */
export function widthOfTexts(texts: readonly string[]): number {
  let width = 1;
  for (const text of texts) {
    if (text.endsWith("\0"))
      throw new ArgumentError(`${JSON.stringify(text)} ends in a NUL, which NumPy would lose.`);
    width = Math.max(width, [...text].length);
  }
  if (width > MOST_LETTERS || width * texts.length * 4 > MOST_BYTES) {
    throw new ArgumentError(
      `${texts.length} names, the longest of ${width} letters, are too much to save: NumPy stores each at the length of the longest.`,
    );
  }
  return width;
}

function encodeTexts(texts: readonly string[]): [dtype: string, content: Uint32Array] {
  const width = widthOfTexts(texts);
  const content = new Uint32Array(width * texts.length);
  texts.forEach((text, i) => {
    let at = i * width;
    for (const letter of text) content[at++] = letter.codePointAt(0) ?? 0;
  });
  return [`<U${width}`, content];
}

interface NumberType {
  bytes: number;
  read(view: DataView, offset: number, littleEndian: boolean): number;
}

const NUMBERS = new Map<string, NumberType>([
  ["f4", { bytes: 4, read: (view, offset, little) => view.getFloat32(offset, little) }],
  ["f8", { bytes: 8, read: (view, offset, little) => view.getFloat64(offset, little) }],
  ["i4", { bytes: 4, read: (view, offset, little) => view.getInt32(offset, little) }],
  ["i8", { bytes: 8, read: (view, offset, little) => Number(view.getBigInt64(offset, little)) }],
  ["u4", { bytes: 4, read: (view, offset, little) => view.getUint32(offset, little) }],
  ["u8", { bytes: 8, read: (view, offset, little) => Number(view.getBigUint64(offset, little)) }],
]);

/** An array as NumPy writes it, of at most two dimensions; every refusal names it. */
export class NpyArray {
  readonly shape: readonly number[];
  readonly length: number;
  readonly #dtype: string;
  readonly #isFortran: boolean;
  readonly #content: DataView;

  /** @throws ModelFileError if this is not an array of numbers or strings. */
  constructor(
    readonly name: string,
    bytes: Uint8Array,
  ) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < 12 || MAGIC.some((byte, i) => bytes[i] !== byte)) this.#refuse("is not a NumPy array");
    const start = bytes[6] === 1 ? 10 + view.getUint16(8, true) : 12 + view.getUint32(8, true);
    if (start > Math.min(bytes.length, MOST_HEADER)) this.#refuse("has a header that is too long");
    const parts = HEADER.exec(new TextDecoder().decode(bytes.subarray(bytes[6] === 1 ? 10 : 12, start)));
    if (!parts) this.#refuse("has a header that cannot be read");
    this.#dtype = parts[1];
    this.#isFortran = parts[2] === "True";
    this.shape = (parts[3].match(/\d+/g) ?? []).map(Number);
    this.length = this.shape.reduce((product, size) => product * size, 1);
    if (this.shape.length > 2) this.#refuse(`has ${this.shape.length} dimensions`);
    if (this.#dtype.endsWith("O")) {
      this.#refuse(
        "holds Python objects (a pickle), which are never opened: it may be None because the model was not fitted",
      );
    }
    const itemBytes = this.#textBytes || this.#numberType?.bytes;
    if (!itemBytes) this.#refuse(`is of dtype ${this.#dtype}, which Matinee does not read`);
    if (this.length * itemBytes !== bytes.length - start)
      this.#refuse(`holds ${bytes.length - start} bytes, not those of shape (${this.shape.join(", ")})`);
    this.#content = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.length - start);
  }

  get isText(): boolean {
    return this.#textBytes > 0;
  }

  /** Row-major, whatever the order in the file. @throws ModelFileError if a value is not finite in 32 bits. */
  float32(): Float32Array {
    const values = this.#read(new Float32Array(this.length));
    const bad = firstNotFinite(values);
    if (bad >= 0) this.#refuse(`holds a value that is not finite, ${values[bad]}, at ${bad}`);
    return values;
  }

  /** This array. @throws ModelFileError if it is of another shape. */
  shaped(...shape: number[]): this {
    if (this.shape.length !== shape.length || shape.some((size, i) => this.shape[i] !== size))
      this.#refuse(`is of shape (${this.shape.join(", ")}), not (${shape.join(", ")})`);
    return this;
  }

  /** This array. @throws ModelFileError if it is not a single value, with or without a dimension. */
  single(): this {
    if (this.length !== 1) this.#refuse(`must hold one value, not ${this.length}`);
    return this;
  }

  /** Ids that are numbers. @throws ModelFileError if a number would round one. */
  ids(): Float64Array {
    const values = this.float64();
    if (/[iu]8$/.test(this.#dtype) && !values.every(Number.isSafeInteger))
      this.#refuse("holds whole numbers beyond 2^53: save them as text");
    return values;
  }

  float64(): Float64Array {
    return this.#read(new Float64Array(this.length));
  }

  /** @throws ModelFileError if a value is not a whole number from `least` to `most`. */
  wholeNumbers(least: number, most: number): Float64Array {
    const values = this.float64();
    const bad = values.findIndex((value) => !Number.isInteger(value) || value < least || value > most);
    if (bad >= 0) this.#refuse(`must hold whole numbers from ${least} to ${most}, not ${values[bad]}`);
    return values;
  }

  texts(): string[] {
    const width = this.#textBytes / 4;
    if (width === 0 || width > MOST_LETTERS)
      this.#refuse(`must be of text of at most ${MOST_LETTERS} letters, not of dtype ${this.#dtype}`);
    const letter = (at: number) => this.#content.getUint32(at * 4, this.#isLittleEndian);
    return Array.from({ length: this.length }, (_, i) => {
      let end = (i + 1) * width;
      while (end > i * width && letter(end - 1) === 0) end--;
      let text = "";
      for (let at = i * width; at < end; at++) {
        if (letter(at) > 0x10ffff) this.#refuse("holds something that is not text");
        text += String.fromCodePoint(letter(at));
      }
      return text;
    });
  }

  get #isLittleEndian(): boolean {
    return !this.#dtype.startsWith(">");
  }

  /** Bytes of each string; 0 if this is not text. */
  get #textBytes(): number {
    return Number(/^[<>]U(\d+)$/.exec(this.#dtype)?.[1] ?? 0) * 4;
  }

  get #numberType(): NumberType | undefined {
    return /^[<>|]/.test(this.#dtype) ? NUMBERS.get(this.#dtype.slice(1)) : undefined;
  }

  #read<T extends Float32Array | Float64Array>(values: T): T {
    const asTheyLie = this.#asTheyLie();
    if (asTheyLie) {
      values.set(asTheyLie);
      return values;
    }
    const type = this.#numberType;
    if (!type) this.#refuse(`must be of numbers, not of dtype ${this.#dtype}`);
    const { bytes, read } = type;
    const little = this.#isLittleEndian;
    const [rows, columns] = this.#isFortran && this.shape.length === 2 ? this.shape : [1, this.length];
    for (let row = 0, i = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++)
        values[i++] = read(this.#content, (column * rows + row) * bytes, little);
    }
    return values;
  }

  /** The values without looking at each, where they are 32 bits wide and lie in order: most of a model does. */
  #asTheyLie(): Float32Array | Int32Array | null {
    const { buffer, byteOffset, byteLength } = this.#content;
    if (this.#isFortran || !IS_LITTLE_ENDIAN) return null;
    if (this.#dtype !== "<f4" && this.#dtype !== "<i4") return null;
    // A typed array begins at a multiple of four only, and an entry of a zip anywhere.
    const bytes = buffer.slice(byteOffset, byteOffset + byteLength);
    return this.#dtype === "<f4" ? new Float32Array(bytes) : new Int32Array(bytes);
  }

  #refuse(problem: string): never {
    refuseFile(`${this.name} ${problem}`);
  }
}

/** The place of the first value that is not finite; -1 if all are. Millions are looked at, so it is a plain loop. */
function firstNotFinite(values: Float32Array): number {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return i;
  return -1;
}
