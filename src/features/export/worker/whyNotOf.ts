import { FeatureMatrix } from "../../../matrix/FeatureMatrix.ts";
import type { LightFM } from "../../../model/LightFM.ts";
import type { LoadedData } from "../../data/worker/LoadedData.ts";

/** Why a model is not of this data, as the end of a sentence; null where it is. */
export function whyNotOf(model: LightFM, data: LoadedData): string | null {
  const { features } = model.state;
  if (!features) return "it has learnt nothing yet";
  const { users, items } = data.interactions;
  const { userFeatures, itemFeatures } = features;
  if (userFeatures.rows !== users || itemFeatures.rows !== items) {
    return `it is of ${userFeatures.rows} users and ${itemFeatures.rows} ${data.catalogue.nouns.many}, and the data at hand of ${users} and ${items}`;
  }
  if (!isSameOrIdentity(itemFeatures, data.itemFeatures)) return "it knows other features of them";
  if (!isSameOrIdentity(userFeatures, data.userFeatures ?? FeatureMatrix.identity(users))) {
    return "it knows other features of the users";
  }
  return null;
}

/**
 * Without features every row has its own alone, and these come first in the data's matrix too. Weights may
 * differ: a search may have found others, and a model goes by those it has learnt with.
 */
function isSameOrIdentity(matrix: FeatureMatrix, ofData: FeatureMatrix): boolean {
  if (matrix.isIdentity) return true;
  return (
    matrix.features === ofData.features &&
    sameNumbers(matrix.indptr, ofData.indptr) &&
    sameNumbers(matrix.indices, ofData.indices)
  );
}

function sameNumbers(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}
