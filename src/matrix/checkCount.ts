import { ArgumentError } from "../errors.ts";

/** @throws ArgumentError unless `count` can be a number of rows or columns. */
export function checkCount(name: string, count: number): void {
  if (!Number.isInteger(count) || count < 0 || count > 2 ** 31 - 1) {
    throw new ArgumentError(`${name} must be a whole number from 0 to ${2 ** 31 - 1}, not ${count}.`);
  }
}
