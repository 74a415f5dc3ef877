import { MatineeError } from "../../../src/errors.ts";

/** More questions wait than can be answered in time. */
export class OverloadedError extends MatineeError {
  override name = "OverloadedError";
}
