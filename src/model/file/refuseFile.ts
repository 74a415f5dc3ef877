import { ArgumentError, ModelFileError } from "../../errors.ts";

/** @param problem what is wrong, as the end of a sentence. */
export function refuseFile(problem: string): never {
  throw new ModelFileError(`This model cannot be read: ${problem}.`);
}

/** What a file's figures make; where they are out of range, it is the file that is refused. */
export function madeFromFile<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    return refuseFile(error.message.replace(/\.$/, ""));
  }
}
