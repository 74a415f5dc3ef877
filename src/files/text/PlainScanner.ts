/** What is read of each field of a row, by its place; other fields are passed over. */
export type Part = "user" | "item" | "rating" | "time" | null;

/** Rows as columns, of which the first `length` are filled. */
export interface PlainRows {
  length: number;
  users: Float64Array;
  items: Float64Array;
  /** 1 where the table has none. */
  ratings: Float32Array;
  /** 0 where the table has none. */
  times: Float64Array;
}

const ROWS = 2 ** 12;
/** Less than any place. */
const NOT_PLAIN = -1;
// Names of constants alone are as fast as the numbers are.
const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
/** Whole numbers of this many digits are exact, and so is their quotient by a power of ten. */
const MOST_DIGITS = 15;
/** No moment in seconds lies later, nor in milliseconds that people live to see. */
const LAST_TIME = 8.64e12;
/** Whole numbers of this many digits fit 31 bits. */
const NARROW = 9;
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
    ratings: new Float32Array(ROWS).fill(1),
    times: new Float64Array(ROWS),
  };
  readonly #delimiter: number;
  readonly #parts: readonly Part[];
  readonly #hasReturn: boolean;
  readonly #isUsual: boolean;
  #scanned = 0;
  /** Lines that were passed, blank ones too. */
  lines = 0;

  /**
   * @param parts what the fields of a row are; rows may have more
   * @param hasReturn whether lines end with a carriage return and a line feed
   */
  constructor(delimiter: string, parts: readonly Part[], hasReturn: boolean) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#parts = parts;
    this.#hasReturn = hasReturn;
    this.#isUsual = parts.join() === "user,item,rating,time";
  }

  /**
   * @param onRows is given the rows whenever they are as many as fit, and at the end
   * @returns where it stopped: at the beginning of the first row that is not plain, or not whole
   */
  scan(bytes: Uint8Array, from: number, onRows: (rows: PlainRows) => void): { at: number; isPlain: boolean } {
    const { rows } = this;
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    let at = from;
    while (at < end) {
      if (this.#isUsual) {
        at = this.#scanUsual(bytes, at, end);
        if (rows.length === ROWS) this.#give(onRows);
        if (at === end) break;
      }
      const blank = this.#endOfLine(bytes, at);
      const next = blank > 0 ? blank : this.#scanRow(bytes, at);
      if (next < 0) break;
      if (blank < 0 && ++rows.length === ROWS) this.#give(onRows);
      this.lines++;
      at = next;
    }
    this.#give(onRows);
    return { at, isPlain: at >= end };
  }

  /**
   * Rows as nearly all are: user, item, rating and time, no id of more than nine digits, a rating of one digit and one
   * decimal at most. In one loop, and in whole numbers of 32 bits, they take half the time.
   * @returns the place of the first row that is different, or no longer fits
   */
  #scanUsual(bytes: Uint8Array, from: number, end: number): number {
    const { users, items, ratings, times, length } = this.rows;
    const delimiter = this.#delimiter;
    let row = length;
    let at = from;
    while (at < end && row < ROWS) {
      const user = this.#scanDigits(bytes, at);
      if (user === at || bytes[user] !== delimiter) break;
      users[row] = this.#scanned;
      const item = this.#scanDigits(bytes, user + 1);
      if (item === user + 1 || bytes[item] !== delimiter) break;
      items[row] = this.#scanned;
      const stars = bytes[item + 1] - ZERO;
      if (!(stars >= 0 && stars <= 9)) break;
      let rating = item + 2;
      ratings[row] = stars;
      if (bytes[rating] === POINT) {
        const tenth = bytes[rating + 1] - ZERO;
        if (!(tenth >= 0 && tenth <= 9)) break;
        ratings[row] = (stars * 10 + tenth) / 10;
        rating += 2;
      }
      if (bytes[rating] !== delimiter) break;
      let time = this.#scanDigits(bytes, rating + 1);
      if (time === rating + 1) break;
      let moment = this.#scanned;
      for (let digit = bytes[time] - ZERO; digit >= 0 && digit <= 9; digit = bytes[++time] - ZERO) {
        moment = moment * 10 + digit;
      }
      if (moment > LAST_TIME) break;
      times[row] = moment;
      if (this.#hasReturn && bytes[time++] !== RETURN) break;
      if (bytes[time] !== NEWLINE) break;
      at = time + 1;
      row++;
    }
    this.rows.length = row;
    this.lines += row - length;
    return at;
  }

  /** At most nine digits, the first not zero. Returns the place after them; of the number they make, see `#scanned`. */
  #scanDigits(bytes: Uint8Array, from: number): number {
    let number = bytes[from] - ZERO;
    if (!(number >= 1 && number <= 9)) return from;
    const last = from + NARROW;
    let at = from + 1;
    for (let digit = bytes[at] - ZERO; digit >= 0 && digit <= 9 && at < last; digit = bytes[++at] - ZERO) {
      number = Math.imul(number, 10) + digit;
    }
    this.#scanned = number;
    return at;
  }

  /** The place after the line's end, if that is here; negative otherwise, also where it should be another. */
  #endOfLine(bytes: Uint8Array, at: number): number {
    if (bytes[at] === NEWLINE) return this.#hasReturn ? NOT_PLAIN : at + 1;
    return bytes[at] === RETURN && bytes[at + 1] === NEWLINE ? at + 2 : NOT_PLAIN;
  }

  /** Reads a row that is whole. Returns the place after it; negative if it is not plain. */
  #scanRow(bytes: Uint8Array, from: number): number {
    const parts = this.#parts;
    const last = parts.length - 1;
    let at = from;
    for (let place = 0; place <= last; place++) {
      const part = parts[place];
      at =
        part === null
          ? this.#passText(bytes, at)
          : part === "rating"
            ? this.#scanRating(bytes, at)
            : this.#scanWhole(bytes, at, part);
      if (at < 0) return NOT_PLAIN;
      if (place < last && bytes[at++] !== this.#delimiter) return NOT_PLAIN;
    }
    // Whatever stands beyond the last field that is read.
    while (bytes[at] === this.#delimiter) {
      at = this.#passText(bytes, at + 1);
      if (at < 0) return NOT_PLAIN;
    }
    return this.#endOfLine(bytes, at);
  }

  /** Quotes and letters beyond ASCII may hide a delimiter, or be in an encoding that was not seen. */
  #passText(bytes: Uint8Array, from: number): number {
    for (let at = from; ; at++) {
      const byte = bytes[at];
      if (byte === this.#delimiter || byte === NEWLINE || byte === RETURN) return at;
      if (byte === QUOTE || byte >= 0x80 || byte === 0) return NOT_PLAIN;
    }
  }

  #scanWhole(bytes: Uint8Array, from: number, part: "user" | "item" | "time"): number {
    let number = 0;
    let at = from;
    for (let digit = bytes[at] - ZERO; digit >= 0 && digit <= 9; digit = bytes[++at] - ZERO) {
      number = number * 10 + digit;
    }
    const length = at - from;
    if (length === 0 || length > MOST_DIGITS || (length > 1 && bytes[from] === ZERO)) return NOT_PLAIN;
    const { rows } = this;
    if (part === "user") rows.users[rows.length] = number;
    else if (part === "item") rows.items[rows.length] = number;
    else if (number > LAST_TIME) return NOT_PLAIN;
    else rows.times[rows.length] = number;
    return at;
  }

  #scanRating(bytes: Uint8Array, from: number): number {
    const isNegative = bytes[from] === MINUS;
    const first = isNegative ? from + 1 : from;
    let number = 0;
    let at = first;
    for (let digit = bytes[at] - ZERO; digit >= 0 && digit <= 9; digit = bytes[++at] - ZERO) {
      number = number * 10 + digit;
    }
    if (at === first) return NOT_PLAIN;
    if (bytes[at] === POINT) {
      const point = at;
      const end = from + MOST_DIGITS;
      at++;
      for (let digit = bytes[at] - ZERO; digit >= 0 && digit <= 9 && at < end; digit = bytes[++at] - ZERO) {
        number = number * 10 + digit;
      }
      const decimals = at - point - 1;
      if (decimals === 0 || at > end) return NOT_PLAIN;
      number /= POWERS[decimals];
      // 32 bits do not tell the digits beyond, as in 0.023999999999999994.
      while (bytes[at] >= ZERO && bytes[at] <= ZERO + 9) at++;
    } else if (at - from > MOST_DIGITS) return NOT_PLAIN;
    this.rows.ratings[this.rows.length] = isNegative ? -number : number;
    return at;
  }

  #give(onRows: (rows: PlainRows) => void): void {
    if (this.rows.length > 0) onRows(this.rows);
    this.rows.length = 0;
  }
}
