type NumberArray = Int32Array | Float32Array | Float64Array;

/** Numbers whose count is not known beforehand, without an object for each. */
export class GrowingArray<A extends NumberArray> {
  readonly #make: (length: number) => A;
  #array: A;
  #length = 0;

  constructor(make: (length: number) => A) {
    this.#make = make;
    this.#array = make(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#array.length) this.#array = this.#copy(this.#length * 2);
    this.#array[this.#length++] = value;
  }

  /** What was pushed, in an array of just that length. */
  finish(): A {
    return this.#copy(this.#length);
  }

  #copy(length: number): A {
    const copy = this.#make(length);
    copy.set(this.#array.subarray(0, this.#length));
    return copy;
  }
}
