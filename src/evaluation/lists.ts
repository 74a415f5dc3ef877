import { checkArray, checkPlaces, instanceOf, toRowNumbers, wholeNumber } from "../arguments.ts";
import { ArgumentError } from "../errors.ts";
import { FeatureMatrix } from "../matrix/FeatureMatrix.ts";

/** The items recommended to each user. */
export type RecommendationLists = readonly Int32Array[];

/** @throws ArgumentError if these are not lists of rows below `items`. */
export function checkLists(name: string, lists: RecommendationLists, items: number): void {
  wholeNumber("items", items, 0, 2 ** 31 - 1);
  checkArray(name, lists);
  for (const [user, list] of lists.entries()) {
    checkPlaces(`${name}[${user}]`, list);
    toRowNumbers(`${name}[${user}]`, list, items);
  }
}

/** @throws ArgumentError if these are not lists of the rows of this matrix. */
export function checkListsOf(
  name: string,
  lists: RecommendationLists,
  of: string,
  features: FeatureMatrix,
): void {
  instanceOf(of, features, FeatureMatrix);
  checkLists(name, lists, features.rows);
  for (const list of lists) for (const item of list) features.checkRow(item);
}

/** @throws ArgumentError if the two are not of as many users. */
export function checkSameUsers(
  name: string,
  { length }: RecommendationLists,
  lists: RecommendationLists,
): void {
  if (length !== lists.length) {
    throw new ArgumentError(`${name} must be of the same users as lists, ${lists.length}, not of ${length}.`);
  }
}
