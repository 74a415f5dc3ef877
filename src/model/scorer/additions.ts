import {
  checkOptions,
  instanceOf,
  numberInRange,
  optionalBoolean,
  toFiniteNumbers,
  toRowNumbers,
  wholeNumber,
} from "../../arguments.ts";
import { ArgumentError } from "../../errors.ts";
import { FeatureMatrix } from "../../matrix/FeatureMatrix.ts";
import { Interactions } from "../../matrix/Interactions.ts";
import { checkFoldInMap } from "../foldIn/LearntFoldIn.ts";
import type { NeighbourRows } from "../neighbours/NeighbourVectors.ts";
import type { Snapshot } from "../Snapshot.ts";

/** What is added to the model; each is on if left out. */
export interface ScorerOptions {
  /** Strangers' vectors by a linear map that training users taught; the more likes, the more by the model's own `foldIn`. */
  learntFoldIn?: boolean;
  /** The map that a scorer of this very model was taught: then it is not taught again. */
  foldInMap?: Float32Array | null | undefined;
  /** What those who like the same things like besides, added to the model's score. */
  neighbours?: boolean;
  /** What another scorer's `neighbourRows` gave: the neighbour score for whoever has nobody's likes. Used instead of them. */
  neighbourRows?: NeighbourRows | null | undefined;
  /** Items that nobody likes yet, placed by what is known of them better than the model's sums do. */
  newItems?: boolean;
  /**
   * What else is known of each item, such as `toItemTags` gives: a row to an item. Only items that nobody likes yet are placed by it.
   */
  itemTags?: FeatureMatrix | null | undefined;
  /**
   * How much a neighbour score, about 0 to 1, counts beside the model's, whose WARP margin is 1; if left out,
   * 12, up to twice as much where few like the same. Where likes are too many for the exact score, its strongest directions weigh half of it.
   */
  neighbourWeight?: number;
}

export const SCORER_OPTIONS: readonly string[] = [
  "learntFoldIn",
  "foldInMap",
  "neighbours",
  "neighbourRows",
  "newItems",
  "itemTags",
  "neighbourWeight",
] satisfies (keyof ScorerOptions)[];

/** @throws ArgumentError if an addition is out of its range, or is of another model than the snapshot. */
export function checkAdditions(
  { hyper, features: { userFeatures, itemFeatures } }: Snapshot,
  interactions: Interactions | null,
  { foldInMap, neighbourRows, itemTags, neighbourWeight, ...options }: ScorerOptions,
): void {
  for (const name of ["learntFoldIn", "neighbours", "newItems"] as const)
    optionalBoolean(name, options[name]);
  if (isGiven(foldInMap)) checkFoldInMap(foldInMap, hyper.noComponents);
  if (isGiven(neighbourRows)) checkNeighbourRows(neighbourRows, itemFeatures.rows);
  if (neighbourWeight !== undefined) numberInRange("neighbourWeight", neighbourWeight, () => true, "finite");
  if (interactions !== null) {
    instanceOf("interactions", interactions, Interactions);
    interactions.check();
    if (interactions.items !== itemFeatures.rows || interactions.users !== userFeatures.rows) {
      throw new ArgumentError(
        `interactions must be of the model's ${userFeatures.rows} users and ${itemFeatures.rows} items, not of ${interactions.users} and ${interactions.items}.`,
      );
    }
  }
  if (isGiven(itemTags)) {
    instanceOf("itemTags", itemTags, FeatureMatrix);
    itemTags.check();
    if (itemTags.rows !== itemFeatures.rows) {
      throw new ArgumentError(
        `itemTags must have a row to each of the model's ${itemFeatures.rows} items, not ${itemTags.rows} rows.`,
      );
    }
  }
}

function checkNeighbourRows(rows: NeighbourRows, items: number): void {
  checkOptions(rows, ["items", "width", "vectors"], "neighbourRows");
  const { width, vectors } = rows;
  instanceOf("neighbourRows.items", rows.items, Int32Array);
  instanceOf("neighbourRows.vectors", vectors, Float32Array);
  const { length } = toRowNumbers("neighbourRows.items", rows.items, items);
  wholeNumber("neighbourRows.width", width, 0, 2 ** 31 - 1);
  toFiniteNumbers("neighbourRows.vectors", vectors);
  if (vectors.length !== length * width) {
    throw new ArgumentError(
      `neighbourRows.vectors must hold ${width} numbers for each of ${length} items, not ${vectors.length}.`,
    );
  }
}

/** Null and undefined stand for what is left out; nothing else does. */
function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
