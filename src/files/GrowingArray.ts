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

  constructor(make: (length: number) => A) {
    this.#make = make;
    this.#piece = make(FIRST);
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

  /** What was pushed, in one array of just that length; nothing is left behind. */
  finish(): A {
    const all = this.#make(this.length);
    let at = 0;
    for (const piece of this.#full) {
      all.set(piece, at);
      at += piece.length;
      release(piece);
    }
    all.set(this.#piece.subarray(0, this.#end), at);
    this.#full = [];
    this.#piece = this.#make(FIRST);
    this.#end = this.#length = 0;
    return all;
  }

  #next(): void {
    this.#full.push(this.#piece);
    this.#length += this.#end;
    this.#end = 0;
    this.#piece = this.#make(Math.min(LARGEST, this.#length));
  }
}
