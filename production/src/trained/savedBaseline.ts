import { ModelFileError } from "../../../src/errors.ts";
import { writeNpy } from "../../../src/model/file/npy.ts";
import type { Npz } from "../../../src/model/file/npz.ts";
import type { Baseline } from "./drift.ts";

/** The arrays of a model file that hold what drift is measured from. */
export function baselineArrays({ users, ratings, precision }: Baseline): [name: string, bytes: Uint8Array][] {
  return [
    ["baseline_users", writeNpy(users)],
    ["baseline_ratings", writeNpy(ratings)],
    ["baseline_precision", writeNpy(precision)],
  ];
}

/** @throws ModelFileError if they are of other users, or do not fit together. */
export function readBaseline(file: Npz, userCount: number): Baseline | null {
  if (!file.has("baseline_users")) return null;
  const numbers = (name: string, most: number) => Int32Array.from(file.read(name).wholeNumbers(0, most));
  const users = numbers("baseline_users", userCount - 1);
  const ratings = numbers("baseline_ratings", 2 ** 31 - 1);
  const precision = file.read("baseline_precision").float32();
  if (users.length !== ratings.length || users.length !== precision.length) {
    throw new ModelFileError("baseline_users, baseline_ratings and baseline_precision do not fit together.");
  }
  return { users, ratings, precision };
}
