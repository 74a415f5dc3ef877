import { checkIterable, checkOptions, isPlainObject, optionalBoolean, show } from "../arguments.ts";
import { ArgumentError } from "../errors.ts";
import { GrowingArray } from "../files/GrowingArray.ts";
import { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import type { Id, Side } from "./Side.ts";

/** Names of features with weight 1, [name, weight] pairs (such as a `Map`), or an object of weights by name. */
export type FeatureList = Iterable<string | readonly [string, number]> | Readonly<Record<string, number>>;

/** @throws ArgumentError if an id or feature is unknown, a weight is odd, or a row cannot be normalised, naming it. */
export function buildFeatures<I extends Id>(
  side: Side<I>,
  data: Iterable<readonly [I, FeatureList]>,
  options: { normalize?: boolean },
): FeatureMatrix {
  checkOptions(options, ["normalize"]);
  optionalBoolean("normalize", options.normalize);
  const rows = new GrowingArray((length) => new Int32Array(length));
  const columns = new GrowingArray((length) => new Int32Array(length));
  const weights = new GrowingArray((length) => new Float32Array(length));
  const add = (row: number, column: number, weight: number) => {
    rows.push(row);
    columns.push(column);
    weights.push(weight);
  };
  for (const [id, column] of side.identityColumns) add(side.row(id), column, 1);
  checkIterable("data", data);
  for (const entry of data) {
    if (!Array.isArray(entry) || entry.length !== 2) {
      throw new ArgumentError(`data must hold [${side.name}, features] pairs, not ${show(entry)}.`);
    }
    const [id, features] = entry as readonly [I, FeatureList];
    const row = side.row(id);
    for (const [feature, weight] of pairs(features, side.name)) {
      if (!Number.isFinite(weight)) {
        throw new ArgumentError(
          `The weight of feature ${show(feature)} of ${side.name} ${show(id)} must be finite, not ${show(weight)}.`,
        );
      }
      add(row, side.column(feature), weight);
    }
  }
  const entries = { rows: rows.finish(), columns: columns.finish(), weights: weights.finish() };
  const matrix = FeatureMatrix.fromEntries(side.rows.size, side.features, entries);
  if (options.normalize) normalizeRows(matrix, side);
  return matrix;
}

function* pairs(features: FeatureList, side: string): Iterable<readonly [string, number]> {
  if (!isIterable(features)) {
    if (isPlainObject(features)) return yield* Object.entries(features);
    throw new ArgumentError(`The ${side}'s features must be a list, not ${show(features)}.`);
  }
  for (const feature of features) {
    if (typeof feature !== "string" && !Array.isArray(feature)) {
      throw new ArgumentError(
        `The ${side}'s features must be names or [name, weight] pairs, not ${show(feature)}.`,
      );
    }
    yield typeof feature === "string" ? [feature, 1] : (feature as readonly [string, number]);
  }
}

function isIterable(features: FeatureList): features is Iterable<string | readonly [string, number]> {
  return typeof features === "object" && features !== null && Symbol.iterator in features;
}

/** Makes the absolute weights of every row sum to 1, in place. */
function normalizeRows<I extends Id>({ rows, indptr, data }: FeatureMatrix, side: Side<I>): void {
  for (let row = 0; row < rows; row++) {
    const weights = data.subarray(indptr[row], indptr[row + 1]);
    const sum = weights.reduce((total, weight) => total + Math.abs(weight), 0);
    if (sum === 0) {
      const id = [...side.rows.keys()][row];
      throw new ArgumentError(
        `The ${side.name} ${JSON.stringify(id)} has no features, so its row cannot be normalised. Give it one, or leave normalize out.`,
      );
    }
    for (let i = 0; i < weights.length; i++) weights[i] /= sum;
  }
}
