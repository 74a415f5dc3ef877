import { checkArray, listOf, numberInRange, show } from "../arguments.ts";
import { ArgumentError } from "../errors.ts";
import type { Catalogue } from "./Catalogue.ts";

/** @throws ArgumentError if this is not what `readCatalogue` gives, or its parts are not of the same users and items. */
export function checkCatalogue(catalogue: Catalogue): void {
  if (typeof catalogue?.ratings !== "object" || catalogue.ratings === null) {
    throw new ArgumentError(`catalogue must be what readCatalogue gives, not ${show(catalogue)}.`);
  }
  const { ratings, items, likedFrom, userFeatures } = catalogue;
  checkArray("catalogue.ratings.userIds", ratings.userIds);
  checkArray("catalogue.ratings.itemIds", ratings.itemIds);
  listOf("catalogue.ratings.ratings", ratings.ratings);
  numberInRange("catalogue.likedFrom", likedFrom, () => true, "finite");
  checkLength("items", items, ratings.itemIds.length);
  items.forEach((item, row) => {
    checkArray(`catalogue.items[${row}].genres`, item?.genres);
  });
  if (userFeatures !== null) checkLength("userFeatures", userFeatures, ratings.userIds.length);
}

function checkLength(name: "items" | "userFeatures", list: readonly unknown[], rows: number): void {
  checkArray(`catalogue.${name}`, list);
  if (list.length !== rows) {
    throw new ArgumentError(
      `catalogue.${name} must have an entry for each of the ${rows} in its ratings, not ${list.length}.`,
    );
  }
}
