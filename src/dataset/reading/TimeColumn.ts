import { GrowingArray } from "../../files/GrowingArray.ts";
import type { Timestamps } from "../RatingsTable.ts";

/** Unix seconds as they come: half as wide as numbers usually are for as long as all are whole and from 1970 to 2106. */
export class TimeColumn {
  #narrow: GrowingArray<Uint32Array> | null;
  /** Of one call, in their final type: those are copied at once. */
  #whole = new Uint32Array();
  readonly #wide = new GrowingArray((length) => new Float64Array(length));

  /** @param expected how many there will be, about */
  constructor(expected = 0) {
    this.#narrow = new GrowingArray((length) => new Uint32Array(length), expected);
  }

  push(seconds: number): void {
    if (this.#narrow) {
      if (isNarrow(seconds)) {
        this.#narrow.push(seconds);
        return;
      }
      for (const earlier of this.#narrow.finish()) this.#wide.push(earlier);
      this.#narrow = null;
    }
    this.#wide.push(seconds);
  }

  /** The first `length` of these. */
  append(seconds: Float64Array, length: number): void {
    if (this.#whole.length < length) this.#whole = new Uint32Array(length);
    if (this.#narrow && narrow(seconds, length, this.#whole)) this.#narrow.append(this.#whole, length);
    else for (let i = 0; i < length; i++) this.push(seconds[i]);
  }

  /** What was pushed; nothing is left behind. */
  finish(): Timestamps {
    return (this.#narrow ?? this.#wide).finish();
  }
}

function isNarrow(seconds: number): boolean {
  return seconds >>> 0 === seconds;
}

/** Copies them as long as all are narrow. Returns whether they are. */
function narrow(seconds: Float64Array, length: number, whole: Uint32Array): boolean {
  for (let i = 0; i < length; i++) {
    whole[i] = seconds[i];
    if (whole[i] !== seconds[i]) return false;
  }
  return true;
}
