import { checkHyperparameters, DEFAULTS, type Hyperparameters } from "../hyperparameters.ts";
import { writeNpy } from "./npy.ts";
import type { Npz } from "./npz.ts";
import { madeFromFile } from "./refuseFile.ts";

const NAMES = Object.keys(DEFAULTS) as (keyof Hyperparameters)[];
/** Those that are int in LightFM. */
const WHOLE: readonly (keyof Hyperparameters)[] = ["noComponents", "maxSampled", "k", "n", "seed"];

/** LightFM's name: noComponents is no_components there. */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Scalars of text, int64 or float64. */
export function hyperparameterArrays(hyper: Readonly<Hyperparameters>): [name: string, bytes: Uint8Array][] {
  return NAMES.map((name) => [snakeCase(name), scalar(name, hyper[name])]);
}

function scalar(name: keyof Hyperparameters, value: string | number): Uint8Array {
  if (typeof value === "string") return writeNpy([value], []);
  return writeNpy(WHOLE.includes(name) ? BigInt64Array.of(BigInt(value)) : Float64Array.of(value), []);
}

/**
 * The hyperparameters of a file.
 * @param defaults for those that it does not tell; LightFM's for those that stand in neither.
 * @throws ModelFileError if one is out of its range.
 */
export function readHyperparameters(file: Npz, defaults: Partial<Hyperparameters>): Hyperparameters {
  const found = NAMES.filter((name) => file.has(snakeCase(name))).map((name) => {
    const array = file.read(snakeCase(name)).single();
    return [name, array.isText ? array.texts()[0] : array.float64()[0]];
  });
  return madeFromFile(() => checkHyperparameters({ ...defaults, ...Object.fromEntries(found) }));
}
