import { wholeNumber } from "../arguments.ts";
import { UnsupportedError } from "../errors.ts";

/** @throws ArgumentError if `count` cannot be a number of rows or columns. */
export function checkCount(name: string, count: number): void {
  wholeNumber(name, count, 0, 2 ** 31 - 1);
}

/**
 * @param bytesEach what every row takes in a model's memory, at least
 * @throws ArgumentError if `checkCount` does, UnsupportedError if no memory holds that many rows.
 */
export function checkFits(name: string, rows: number, bytesEach: number): void {
  checkCount(name, rows);
  const bytes = rows * bytesEach;
  if (bytes > 2 ** 32) {
    throw new UnsupportedError(
      `${name} is ${rows}: that needs at least ${(bytes / 2 ** 30).toFixed(1)} GiB of memory, and WebAssembly has 4.`,
    );
  }
}
