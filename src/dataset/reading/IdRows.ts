import { DataFileError } from "../../errors.ts";
import { ownText } from "../../files/ownText.ts";

/** Ids that are plain numbers below this are looked up in an array, which saves hashing a string for each rating. */
const MOST_NUMBERED = 2 ** 24;
/** JavaScript engines' maps hold no more. */
const MOST_NAMED = 2 ** 24 - 1;

/** Gives ids their rows in order of first appearance. */
export class IdRows {
  /** By row. */
  readonly ids: string[] = [];
  readonly #file: string;
  /** The row plus one, by number; 0 if it has none. */
  #numbered = new Int32Array(1024);
  readonly #named = new Map<string, number>();

  constructor(file: string) {
    this.#file = file;
  }

  /** @throws DataFileError if there are more distinct ids than a map can hold. */
  row(id: string): number {
    const number = plainNumber(id);
    if (number < 0) return this.#namedRow(id);
    if (number >= this.#numbered.length) this.#grow(number);
    const known = this.#numbered[number];
    if (known > 0) return known - 1;
    this.#numbered[number] = this.ids.push(ownText(id));
    return this.ids.length - 1;
  }

  /** Whether an id has a row already. */
  has(id: string): boolean {
    const number = plainNumber(id);
    return number < 0 ? this.#named.has(id) : this.#numbered[number] > 0;
  }

  /** The rows of the first `length` whole numbers, without making strings of them. */
  numbersToRows(numbers: Float64Array, length: number, rows: Int32Array): void {
    let numbered = this.#numbered;
    for (let i = 0; i < length; i++) {
      const number = numbers[i];
      const known = number < numbered.length ? numbered[number] : 0;
      if (known > 0) rows[i] = known - 1;
      else {
        rows[i] = this.#newRow(number);
        numbered = this.#numbered;
      }
    }
  }

  #newRow(number: number): number {
    if (number >= MOST_NUMBERED) return this.#namedRow(String(number));
    if (number >= this.#numbered.length) this.#grow(number);
    this.#numbered[number] = this.ids.push(String(number));
    return this.ids.length - 1;
  }

  #namedRow(id: string): number {
    const known = this.#named.get(id);
    if (known !== undefined) return known;
    if (this.#named.size === MOST_NAMED) {
      throw new DataFileError(
        `${this.#file} has more than ${MOST_NAMED} different ids in one column, more than can be told apart. Open part of the file.`,
      );
    }
    const own = ownText(id);
    this.#named.set(own, this.ids.length);
    return this.ids.push(own) - 1;
  }

  #grow(number: number): void {
    const grown = new Int32Array(2 ** Math.ceil(Math.log2(number + 1)));
    grown.set(this.#numbered);
    this.#numbered = grown;
  }
}

/** The number that an id spells in its plain form ("7", not "07"); -1 for any other id. */
function plainNumber(id: string): number {
  const { length } = id;
  if (length === 0 || length > 8 || (id.charCodeAt(0) === 48 && length > 1)) return -1;
  let number = 0;
  for (let i = 0; i < length; i++) {
    const digit = id.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number < MOST_NUMBERED ? number : -1;
}
