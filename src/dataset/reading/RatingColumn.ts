import { release } from "../../release.ts";
import { halfPrecisionArray } from "./halfPrecision.ts";

/** A column of ratings that come piece by piece: in 16 bits each as long as those hold them exactly. */
export class RatingColumn {
  #ratings: Float32Array;
  #isNarrow: boolean;

  constructor(length: number) {
    const HalfPrecision = halfPrecisionArray();
    this.#isNarrow = HalfPrecision !== undefined;
    this.#ratings = new (HalfPrecision ?? Float32Array)(length);
  }

  get ratings(): Float32Array {
    return this.#ratings;
  }

  set(piece: Float32Array, from: number): void {
    this.#ratings.set(piece, from);
    if (!this.#isNarrow || piece.every((rating, i) => rating === this.#ratings[from + i])) return;
    const narrow = this.#ratings;
    this.#isNarrow = false;
    this.#ratings = new Float32Array(narrow);
    this.#ratings.set(piece, from);
    release(narrow);
  }
}
