import { wholeNumber } from "../arguments.ts";

/** @throws ArgumentError if `count` cannot be a number of rows or columns. */
export function checkCount(name: string, count: number): void {
  wholeNumber(name, count, 0, 2 ** 31 - 1);
}
