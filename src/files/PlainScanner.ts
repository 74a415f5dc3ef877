import type { LineEnd } from "./lineEnd.ts";

/** What is read of each field of a row, by its place; other fields are passed over. */
export type Part = "user" | "item" | "rating" | "time" | null;

/** Rows as columns, of which the first `length` are filled. */
export interface PlainRows {
  length: number;
  users: Float64Array;
  items: Float64Array;
  /** 1 where the table has none. */
  ratings: Float64Array;
  /** 0 where the table has none. */
  times: Float64Array;
}

const ROWS = 2 ** 12;
const [NEWLINE, RETURN, QUOTE, POINT, MINUS, ZERO, NINE] = [10, 13, 34, 46, 45, 48, 57];
/** Whole numbers of so many digits are exact, and their quotient by a power of ten is the decimal number's own. */
const MOST_DIGITS = 15;
/** No moment in seconds lies later, nor in milliseconds that people live to see. */
const LAST_TIME = 8.64e12;
const POWERS = Float64Array.from({ length: MOST_DIGITS + 1 }, (_, i) => 10 ** i);

/**
 * Reads plain rows where they lie: numbers between one-byte delimiters, no quotes, nothing to trim. Ids are whole
 * numbers without leading zeros, so each stands for one text. It stops at the first row that is anything else.
 */
export class PlainScanner {
  readonly rows: PlainRows = {
    length: 0,
    users: new Float64Array(ROWS),
    items: new Float64Array(ROWS),
    ratings: new Float64Array(ROWS).fill(1),
    times: new Float64Array(ROWS),
  };
  readonly #delimiter: number;
  readonly #parts: Uint8Array;
  readonly #hasReturn: boolean;
  /** Lines that were passed, blank ones too. */
  lines = 0;

  /**
   * @param parts what the fields of a row are; rows may have more
   * @param hasReturn whether lines end with a carriage return and a line feed
   */
  constructor(delimiter: string, parts: readonly Part[], hasReturn: boolean) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#parts = Uint8Array.from(parts, (part) => KINDS.indexOf(part));
    this.#hasReturn = hasReturn;
  }

  get newline(): LineEnd {
    return this.#hasReturn ? "\r\n" : "\n";
  }

  /**
   * @param onRows is given the rows whenever they are as many as fit, and at the end
   * @returns where it stopped: at the beginning of the first row that is not plain, or not whole
   */
  scan(bytes: Uint8Array, from: number, onRows: (rows: PlainRows) => void): { at: number; isPlain: boolean } {
    const { rows } = this;
    const parts = this.#parts;
    const delimiter = this.#delimiter;
    const columns = [rows.users, rows.users, rows.items, rows.ratings, rows.times];
    let row = from;
    let isPlain = true;
    reading: for (;;) {
      const whole = bytes.indexOf(NEWLINE, row);
      if (whole < 0) break;
      let last = whole;
      if (last > row && bytes[last - 1] === RETURN) last--;
      else if (this.#hasReturn) {
        isPlain = false;
        break;
      }
      if (last === row) {
        this.lines++;
        row = whole + 1;
        continue;
      }
      let at = row;
      for (let place = 0; place < parts.length; place++) {
        const part = parts[place];
        if (part === 0) {
          // Quotes and letters beyond ASCII may hide a delimiter, or be in an encoding that was not seen.
          while (at < last && bytes[at] !== delimiter) {
            if (bytes[at] === QUOTE || bytes[at] >= 0x80 || bytes[at] === RETURN || bytes[at] === 0) {
              isPlain = false;
              break reading;
            }
            at++;
          }
        } else {
          const start = at;
          let number = 0;
          let decimals = -1;
          let isNegative = false;
          if (part === RATING && bytes[at] === MINUS) {
            isNegative = true;
            at++;
          }
          const first = at;
          for (; at < last && bytes[at] !== delimiter; at++) {
            const byte = bytes[at];
            if (byte >= ZERO && byte <= NINE) {
              number = number * 10 + (byte - ZERO);
              if (decimals >= 0) decimals++;
            } else if (byte === POINT && part === RATING && decimals < 0 && at > first) decimals = 0;
            else {
              isPlain = false;
              break reading;
            }
          }
          const hasLeadingZero = part !== RATING && bytes[start] === ZERO && at - start > 1;
          if (at === first || at - start > MOST_DIGITS || decimals === 0 || hasLeadingZero) {
            isPlain = false;
            break reading;
          }
          const value = decimals > 0 ? number / POWERS[decimals] : number;
          if (part === TIME && value > LAST_TIME) {
            isPlain = false;
            break reading;
          }
          columns[part][rows.length] = isNegative ? -value : value;
        }
        if (place < parts.length - 1) {
          if (at >= last) {
            isPlain = false;
            break reading;
          }
          at++;
        }
      }
      for (; at < last; at++) {
        const byte = bytes[at];
        if (byte === QUOTE || byte >= 0x80 || byte === RETURN || byte === 0) {
          isPlain = false;
          break reading;
        }
      }
      this.lines++;
      row = whole + 1;
      if (++rows.length === ROWS) this.#give(onRows);
    }
    this.#give(onRows);
    return { at: row, isPlain };
  }

  #give(onRows: (rows: PlainRows) => void): void {
    if (this.rows.length > 0) onRows(this.rows);
    this.rows.length = 0;
  }
}

const KINDS: readonly Part[] = [null, "user", "item", "rating", "time"];
const RATING = KINDS.indexOf("rating");
const TIME = KINDS.indexOf("time");
