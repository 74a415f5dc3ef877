/** A small seeded generator (sfc32 by Chris Doty-Humphrey): the same sequence in every engine. */
export class SeededRandom {
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;

  /** @param seed any whole number; 53 bits of it count. */
  constructor(seed: number) {
    this.#a = seed >>> 0;
    this.#b = Math.floor(seed / 2 ** 32) >>> 0;
    for (let i = 0; i < 15; i++) this.uint32();
  }

  /** A generator that continues where the one with this `state` stopped. */
  static fromState([a, b, c, counter]: Uint32Array): SeededRandom {
    const random = new SeededRandom(0);
    random.#a = a;
    random.#b = b;
    random.#c = c;
    random.#counter = counter;
    return random;
  }

  /** The four words that determine the rest of the sequence. */
  get state(): Uint32Array {
    return Uint32Array.of(this.#a, this.#b, this.#c, this.#counter);
  }

  /** Another generator that continues from the same place. */
  clone(): SeededRandom {
    return SeededRandom.fromState(this.state);
  }

  /** A whole number from 0 to 2^32 - 1. */
  uint32(): number {
    const result = (this.#a + this.#b + this.#counter++) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + result) | 0;
    return result >>> 0;
  }

  /** A number from 0 to 1, 1 excluded. */
  float(): number {
    return this.uint32() / 2 ** 32;
  }

  /** A whole number from 0 to `n` - 1. */
  below(n: number): number {
    return Math.floor(this.float() * n);
  }

  /** Shuffles in place (Fisher and Yates). */
  shuffle(array: Int32Array | Uint32Array): void {
    for (let i = array.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const kept = array[i];
      array[i] = array[j];
      array[j] = kept;
    }
  }
}
