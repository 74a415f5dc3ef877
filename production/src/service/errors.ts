import { MatineeError } from "../../../src/errors.ts";

/** More questions wait than can be answered in time. */
export class OverloadedError extends MatineeError {
  override name = "OverloadedError";
}

/** What was asked for does not go with the state of things, and will not by itself. */
export class ConflictError extends MatineeError {
  override name = "ConflictError";
}
