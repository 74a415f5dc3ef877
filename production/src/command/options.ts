import { accessSync, constants, existsSync, realpathSync, statSync } from "node:fs";
import { InvalidArgumentError } from "commander";
import { checkWritable } from "../../../scripts/experiment/checkWritable.ts";
import { ArgumentError } from "../../../src/errors.ts";
import { makeFolder } from "../makeFolder.ts";

/** A parser of whole numbers for an option. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}

/** A parser of positive numbers for an option. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value > 0 && Number.isFinite(value))) {
    throw new InvalidArgumentError("It must be a number above 0.");
  }
  return value;
}

/** A parser of shares for an option. */
export function share(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 1)) {
    throw new InvalidArgumentError("It must be a number from 0 to 1.");
  }
  return value;
}

/** A parser of shares that leave something. */
export function partOf(text: string): number {
  const value = share(text);
  if (value === 0) throw new InvalidArgumentError("It must be a number above 0 and at most 1.");
  return value;
}

/**
 * Checked before the work: a file is replaced as a whole.
 * @param sources files that are read for it
 * @throws ArgumentError if it cannot be written, or is one of the sources.
 */
export function checkReplaceable(option: string, file: string, sources: readonly string[] = []): void {
  checkWritable(option, file);
  const isThere = (path: string) => existsSync(path);
  if (
    isThere(file) &&
    sources.filter(isThere).some((source) => realpathSync(source) === realpathSync(file))
  ) {
    throw new ArgumentError(`${option} ${file} would replace what it is made from. Name another file.`);
  }
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) {
    throw new ArgumentError(`${option} ${file} is a device or a pipe. Name a file.`);
  }
}

/** Makes a folder unless it is there. @throws ArgumentError if that cannot be done, or nothing can be put into it. */
export function provideFolder(option: string, folder: string): void {
  if (folder === "") throw new ArgumentError(`${option} needs the name of a folder.`);
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ArgumentError(
      code === "EEXIST"
        ? `${option} ${folder} is a file. Name a folder.`
        : `${option} ${folder} cannot be used (${code}). Name a folder you may write to.`,
    );
  }
}

/** Aborts on Ctrl+C; a second one ends the process. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}
