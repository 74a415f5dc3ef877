import { accessSync, constants, statSync } from "node:fs";
import { dirname } from "node:path";
import { ArgumentError } from "../../src/errors.ts";

/** Checked before minutes of work rather than after. @throws ArgumentError if the file cannot be written. */
export function checkWritable(option: string, file: string): void {
  if (file === "") throw new ArgumentError(`${option} needs the name of a file.`);
  const folder = dirname(file);
  const what = statSync(file, { throwIfNoEntry: false });
  if (what?.isDirectory()) throw new ArgumentError(`${option} ${file} is a folder. Name a file in it.`);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ArgumentError(
      `${option} ${file}: there is no folder ${folder}. Create it first, or name another.`,
    );
  }
  try {
    accessSync(what ? file : folder, constants.W_OK);
  } catch {
    throw new ArgumentError(`${option} ${file} cannot be written. Name a file in a folder you may write to.`);
  }
}
