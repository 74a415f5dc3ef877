import type { Catalogue } from "../../../src/dataset/Catalogue.ts";
import { ArgumentError, DataFileError } from "../../../src/errors.ts";
import { widthOfTexts } from "../../../src/model/file/npy.ts";

const SHOWN = 40;

/**
 * Asked before the training, because a model with names that no file can hold is lost at its end.
 * @throws DataFileError if they could not be saved, showing the longest name
 */
export function checkNames({ ratings, items }: Catalogue): void {
  const titles = items.map(({ title }) => title);
  for (const names of [ratings.userIds, ratings.itemIds, titles]) {
    try {
      widthOfTexts(names);
    } catch (error) {
      if (!(error instanceof ArgumentError)) throw error;
      const longest = names.reduce((a, b) => (b.length > a.length ? b : a));
      throw new DataFileError(
        `A model with these ids and titles could not be saved: ${error.message} The longest begins with ${JSON.stringify(longest.slice(0, SHOWN))}. Correct it, or leave its rows out.`,
      );
    }
  }
}
