import { MatineeError } from "../../../src/errors.ts";

/** A user, an item or a label that the model does not know. */
export class UnknownIdError extends MatineeError {
  override name = "UnknownIdError";
}
