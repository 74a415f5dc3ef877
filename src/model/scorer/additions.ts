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
  /**
   * Strangers' vectors come from a linear map learnt from the training users and, the more likes there are, the more
   * from the model's own `foldIn`.
   */
  learntFoldIn?: boolean;
  /** The map that a scorer of this same model has learnt, so that it need not be learnt again. */
  foldInMap?: Float32Array | null | undefined;
  /** Adds to the model's score what people who like the same items also like. */
  neighbours?: boolean;
  /**
   * The `neighbourRows` of another scorer, which give the neighbour score without anybody's likes. They are used
   * instead of the likes.
   */
  neighbourRows?: NeighbourRows | null | undefined;
  /** Places items that nobody likes yet by what is known about them, better than the model's own sums do. */
  newItems?: boolean;
  /**
   * What else is known about each item, one to a row, such as `toItemTags` returns. Only items that nobody likes yet
   * are placed by it.
   */
  itemTags?: FeatureMatrix | null | undefined;
  /**
   * How much the neighbour score, about 0 to 1, counts beside the model's, whose WARP margin is 1. If left out, 12, up
   * to twice that if few people like the same items, up to three times again if people like fewer than six each, and up to
   * four times again if items have very many likes and much is known of somebody, or three if few like the same and
   * people like many. If there are too many likes for the exact score, its strongest directions count half as much.
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
  checkOptions(rows, ["items", "width", "vectors", "growth"], "neighbourRows");
  const { width, vectors } = rows;
  instanceOf("neighbourRows.items", rows.items, Int32Array);
  instanceOf("neighbourRows.vectors", vectors, Float32Array);
  const { length } = toRowNumbers("neighbourRows.items", rows.items, items);
  wholeNumber("neighbourRows.width", width, 0, 2 ** 31 - 1);
  toFiniteNumbers("neighbourRows.vectors", vectors);
  if (rows.growth !== undefined) {
    numberInRange("neighbourRows.growth", rows.growth, (value) => value >= 1, "1 or more");
  }
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
