import { ArgumentError } from "./errors.ts";

// What every argument of the library is checked by. A message names the argument, the place in it and the remedy.

/** A value as a message quotes it: strings in quotes, objects by their class. */
export function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return "a function";
  if (value !== Object(value)) return String(value);
  return `a value of type ${(value as object).constructor?.name || "Object"}`;
}

/** @throws ArgumentError if `value` is not a whole number from `least` to `most`. */
export function wholeNumber(name: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new ArgumentError(`${name} must be a whole number from ${least} to ${most}, not ${show(value)}.`);
  }
}

/** @throws ArgumentError if `value` is not a finite number for which `holds`. */
export function numberInRange(
  name: string,
  value: number,
  holds: (value: number) => boolean,
  range: string,
): void {
  if (!Number.isFinite(value) || !holds(value)) {
    throw new ArgumentError(`${name} must be ${range}, not ${show(value)}.`);
  }
}

/** @throws ArgumentError if `value` is not a number that is finite in 32 bits, as the kernel reads it. */
export function finiteNumber(name: string, value: number): void {
  numberInRange(name, value, (x) => Number.isFinite(Math.fround(x)), "a finite number of 32 bits");
}

/** @throws ArgumentError if `value` is not a whole number that `SeededRandom` takes. */
export function checkSeed(seed: number): void {
  wholeNumber("seed", seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
}

/** @throws ArgumentError if `value` is not a function. */
export function checkFunction(name: string, value: unknown): void {
  if (typeof value !== "function") {
    throw new ArgumentError(`${name} must be a function, not ${show(value)}.`);
  }
}

/** @throws ArgumentError if `value` is given and is not a function. */
export function optionalFunction(name: string, value: unknown): void {
  if (value !== undefined) checkFunction(name, value);
}

/** @throws ArgumentError if `value` is given and is neither true nor false, as the text "false" is. */
export function optionalBoolean(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== "boolean") {
    throw new ArgumentError(`${name} must be true or false, not ${show(value)}.`);
  }
}

/** @throws ArgumentError if `value` is given and is not the signal of an `AbortController`. */
export function optionalSignal(value: unknown): void {
  if (value === undefined) return;
  if (typeof value === "object" && value !== null && "aborted" in value && "addEventListener" in value)
    return;
  throw new ArgumentError(
    `signal must be an AbortSignal, such as the signal of an AbortController, not ${show(value)}.`,
  );
}

/** @throws ArgumentError if `value` is not a collection; a string, which would fall into letters, is none. */
export function checkIterable(name: string, value: unknown): void {
  checkAttached(name, value);
  if (typeof value === "object" && value !== null && Symbol.iterator in value) return;
  throw new ArgumentError(`${name} must be a list, not ${show(value)}.`);
}

/** @throws ArgumentError if `value` is not an array. */
export function checkArray(name: string, value: unknown): void {
  if (!Array.isArray(value)) throw new ArgumentError(`${name} must be an array, not ${show(value)}.`);
}

/** @throws ArgumentError if `value` is none of these. */
export function oneOf(name: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  const meant = typeof value === "string" ? suggestion(value, allowed) : "";
  throw new ArgumentError(
    `${name} must be one of ${allowed.map(show).join(", ")}, not ${show(value)}.${meant}`,
  );
}

/** @throws ArgumentError if `value` is not an instance of this class, whose constructor may be private. */
export function instanceOf(name: string, value: unknown, type: { name: string; prototype: object }): void {
  if (Object.prototype.isPrototypeOf.call(type.prototype, value as object)) return;
  throw new ArgumentError(`${name} must be of type ${type.name}, not ${show(value)}.`);
}

/**
 * Checks the names of options, of which a misspelt one would otherwise go unnoticed.
 * @throws ArgumentError if `options` is not a plain object or has a key that is not allowed.
 */
export function checkOptions(options: object, allowed: readonly string[], of = "options"): void {
  if (!isPlainObject(options)) {
    throw new ArgumentError(`${of} must be an object such as { ${allowed[0]}: … }, not ${show(options)}.`);
  }
  for (const key of Object.keys(options)) {
    if (allowed.includes(key)) continue;
    throw new ArgumentError(
      `There is no option ${show(key)}.${suggestion(key, allowed) || ` The options are ${allowed.join(", ")}.`}`,
    );
  }
}

/**
 * Checks the names in somebody's data. An object of a class may hold more than is read of it.
 * @throws ArgumentError if `data` is not an object or a list, or a plain object with a key that is not allowed.
 */
export function checkKeys(data: object, allowed: readonly string[], of: string): void {
  const isOfAClass = typeof data === "object" && data !== null && !isPlainObject(data);
  if (!isOfAClass || Symbol.iterator in data) checkOptions(data, allowed, of);
}

/** Neither a list nor of a class. */
export function isPlainObject(value: unknown): boolean {
  // Of what is not an object, its class: none of these is plain.
  const prototype: unknown = Object.getPrototypeOf(Object(value ?? ""));
  // An object of another frame has a prototype of its own, whose own is null as well.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Python's names are told by their letters: item_features is itemFeatures here. */
function suggestion(value: string, allowed: readonly string[]): string {
  const plain = (text: string) => text.replaceAll("_", "").toLowerCase();
  let nearest = "";
  // A little more than the most letters that may differ, which are whole.
  let least = Math.max(2, value.length / 3) + 0.1;
  for (const name of allowed) {
    const letters = distance(plain(value), plain(name));
    if (letters < least) [nearest, least] = [name, letters];
  }
  return nearest && ` Did you mean ${show(nearest)}?`;
}

/** Letters to put in, take out or exchange: as `editDistance`, but short, for it is part of every bundle of the library. */
function distance(one: string, other: string): number {
  const row = [...Array(other.length + 1).keys()];
  for (const letter of one) {
    let [diagonal] = row;
    row[0]++;
    for (let j = 1; j < row.length; j++) {
      const exchanged = diagonal + (letter === other[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = Math.min(exchanged, diagonal + 1, row[j - 1] + 1);
    }
  }
  return row[other.length];
}

/** Numbers in an order: an array, a typed array, or for lists that are read once anything iterable. */
export type NumberList = ArrayLike<number> | Iterable<number>;

/** Places are counted in 32 bits. */
const MOST_NUMBERS = 2 ** 31 - 1;

/** @throws ArgumentError if `list` is not a list. */
export function listOf(name: string, list: NumberList): ArrayLike<number> {
  checkAttached(name, list);
  if (typeof list === "object" && list !== null) {
    if ("length" in list && Number.isInteger(list.length) && list.length >= 0) {
      if (list.length > MOST_NUMBERS) {
        throw new ArgumentError(`${name} must hold at most ${MOST_NUMBERS} numbers, not ${list.length}.`);
      }
      // Interactions have a length too, but no numbers at places.
      if (Array.isArray(list) || list.length === 0 || 0 in list) return list;
    }
    if (Symbol.iterator in list) return Array.from(list);
  }
  throw new ArgumentError(`${name} must be a list of numbers, not ${show(list)}.`);
}

/**
 * An array whose memory was transferred, as `postMessage` can, is empty, whatever it held.
 * @throws ArgumentError if `list` is such an array.
 */
export function checkAttached(name: string, list: unknown): void {
  if (!ArrayBuffer.isView(list) || list.byteLength > 0) return;
  try {
    new Uint8Array(list.buffer);
  } catch {
    throw new ArgumentError(
      `${name} has lost its contents: its memory was transferred to another thread. Transfer a copy instead.`,
    );
  }
}

/** @throws ArgumentError if `list` is neither an array nor a typed array, as a set is not. */
export function checkPlaces(name: string, list: unknown): void {
  if (Array.isArray(list) || ArrayBuffer.isView(list)) return;
  throw new ArgumentError(`${name} must be an array, not ${show(list)}.`);
}

/**
 * Rows as the kernel reads them; an `Int32Array` is not copied.
 * @throws ArgumentError if a value is not a whole number from 0 to `rows` - 1, naming its place.
 */
export function toRowNumbers(name: string, list: NumberList, rows: number): Int32Array {
  if (list instanceof Int32Array) {
    checkAttached(name, list);
    const { length } = list;
    for (let i = 0; i < length; i++) if (list[i] < 0 || list[i] >= rows) refuseRow(name, i, list[i], rows);
    return list;
  }
  const numbers = listOf(name, list);
  const out = new Int32Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i];
    if (!Number.isInteger(number) || number < 0 || number >= rows) refuseRow(name, i, number, rows);
    out[i] = number;
  }
  return out;
}

function refuseRow(name: string, i: number, number: unknown, rows: number): never {
  const range = rows === 0 ? "be empty, as there are no rows" : `hold whole numbers from 0 to ${rows - 1}`;
  throw new ArgumentError(`${name} must ${range}, but ${name}[${i}] is ${show(number)}.`);
}

/**
 * Numbers as the kernel reads them; a `Float32Array` is not copied.
 * @throws ArgumentError if a value is not a finite number in 32 bits, naming its place.
 */
export function toFiniteNumbers(name: string, list: NumberList): Float32Array {
  if (list instanceof Float32Array) {
    checkAttached(name, list);
    const { length } = list;
    for (let i = 0; i < length; i++) if (!Number.isFinite(list[i])) refuseNumber(name, i, list[i]);
    return list;
  }
  const numbers = listOf(name, list);
  const out = new Float32Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    if (typeof numbers[i] !== "number") refuseNumber(name, i, numbers[i]);
    out[i] = numbers[i];
    if (!Number.isFinite(out[i])) refuseNumber(name, i, numbers[i]);
  }
  return out;
}

/** The same, or null if none are given; nothing else stands for none. */
export function optionalNumbers(name: string, list: NumberList | null | undefined): Float32Array | null {
  return list === undefined || list === null ? null : toFiniteNumbers(name, list);
}

/**
 * @param lists by name; null stands for one that was left out
 * @throws ArgumentError if the lengths of the lists differ, naming them.
 */
export function sameLength(lists: Record<string, ArrayLike<number> | null>): void {
  const given = Object.entries(lists).flatMap(([name, list]) => (list === null ? [] : [{ name, list }]));
  if (given.every(({ list }) => list.length === given[0].list.length)) return;
  const names = listed(given.map(({ name }) => name));
  throw new ArgumentError(
    `${names} must be of the same length, not ${listed(given.map(({ list }) => list.length))}.`,
  );
}

function listed(words: readonly (string | number)[]): string {
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function refuseNumber(name: string, i: number, number: unknown): never {
  throw new ArgumentError(`${name} must hold finite numbers, but ${name}[${i}] is ${show(number)}.`);
}
