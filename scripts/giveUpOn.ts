import { ArgumentError, CancelledError, MatineeError } from "../src/errors.ts";
import { giveUp } from "./run.js";

/** Ends this process with what an error says, and a code of its kind. @throws what is a fault of the program, unchanged */
export function giveUpOn(error: unknown): never {
  if (error instanceof CancelledError) {
    console.error("Stopped.");
    process.exit(130);
  }
  if (error instanceof MatineeError) giveUp(error.message, error instanceof ArgumentError ? 2 : 1);
  throw error;
}
