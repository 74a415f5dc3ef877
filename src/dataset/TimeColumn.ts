import { GrowingArray } from "../files/GrowingArray.ts";
import type { Timestamps } from "./RatingsTable.ts";

/** Unix seconds as they come: half as wide as numbers usually are for as long as all are whole and from 1970 to 2106. */
export class TimeColumn {
  #narrow: GrowingArray<Uint32Array> | null = new GrowingArray((length) => new Uint32Array(length));
  readonly #wide = new GrowingArray((length) => new Float64Array(length));

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
    if (this.#narrow && areNarrow(seconds, length)) this.#narrow.append(seconds, length);
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

function areNarrow(seconds: Float64Array, length: number): boolean {
  for (let i = 0; i < length; i++) if (!isNarrow(seconds[i])) return false;
  return true;
}
