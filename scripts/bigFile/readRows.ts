import { readArguments, wholeNumber } from "../run.js";

/** The number of ratings that the command was called with; ends this process with a sentence and the usage if it is not a number. */
export function readRows(otherwise: number, usage: string): number {
  const { positionals } = readArguments({ allowPositionals: true, options: {} }, usage);
  const [rows = `${otherwise}`] = positionals;
  return wholeNumber(
    "The number of ratings",
    positionals.length > 1 ? positionals.join(" ") : rows,
    1,
    usage,
  );
}
