import { release } from "../release.ts";

type NumberArray = Int32Array | Uint32Array | Float32Array | Float64Array;

const FIRST = 2 ** 10;
/** Larger pieces would waste more of the last one. */
const LARGEST = 2 ** 20;

/** Numbers whose count is not known beforehand, in pieces: nothing is copied while they come. */
export class GrowingArray<A extends NumberArray> {
  readonly #make: (length: number) => A;
  #full: A[] = [];
  #piece: A;
  #end = 0;
  #length = 0;

  /** @param expected how many there will be, about: the memory of many is reserved at once, and taken as they come */
  constructor(make: (length: number) => A, expected = 0) {
    this.#make = make;
    this.#piece = expected > LARGEST ? reserved(make, expected) : make(FIRST);
  }

  get length(): number {
    return this.#length + this.#end;
  }

  push(value: number): void {
    if (this.#end === this.#piece.length) this.#next();
    this.#piece[this.#end++] = value;
  }

  /** The first `length` of these, converted to what this holds. */
  append(values: NumberArray, length: number): void {
    for (let from = 0; from < length; ) {
      if (this.#end === this.#piece.length) this.#next();
      const to = Math.min(length, from + this.#piece.length - this.#end);
      this.#piece.set(values.subarray(from, to), this.#end);
      this.#end += to - from;
      from = to;
    }
  }

  /** What was pushed, in one array of just that length; nothing is left behind. What was reserved may lie behind it. */
  finish(): A {
    if (this.#full.length === 0 && this.#end > LARGEST) return this.#take();
    const all = this.#make(this.length);
    let at = 0;
    for (const piece of this.#full) {
      all.set(piece, at);
      at += piece.length;
      release(piece);
    }
    const last = this.#take();
    all.set(last, at);
    release(last);
    this.#full = [];
    this.#length = 0;
    return all;
  }

  /** The last piece as far as it is filled, which is begun anew. */
  #take(): A {
    const taken = this.#piece.subarray(0, this.#end) as A;
    this.#piece = this.#make(FIRST);
    this.#end = 0;
    return taken;
  }

  #next(): void {
    this.#full.push(this.#piece);
    this.#length += this.#end;
    this.#end = 0;
    this.#piece = this.#make(Math.min(LARGEST, this.#length));
  }
}

/** Where so much cannot be reserved, pieces may still be had. */
function reserved<A>(make: (length: number) => A, length: number): A {
  try {
    return make(length);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return make(FIRST);
  }
}
