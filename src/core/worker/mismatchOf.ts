import { FeatureMatrix } from "../../matrix/FeatureMatrix.ts";
import type { LightFM } from "../../model/LightFM.ts";
import type { LoadedData } from "./LoadedData.ts";

/** How a model does not fit this data, as a clause; null if it fits. */
export function mismatchOf(model: LightFM, data: LoadedData): string | null {
  const { features } = model.state;
  if (!features) return "it is untrained";
  const { users, items } = data.interactions;
  const { userFeatures, itemFeatures } = features;
  if (userFeatures.rows !== users || itemFeatures.rows !== items) {
    return `it was trained on ${userFeatures.rows} users and ${itemFeatures.rows} ${data.catalogue.nouns.many}; this data has ${users} and ${items}`;
  }
  if (!isSameOrIdentity(itemFeatures, data.itemFeatures))
    return `it was trained with other features of the ${data.catalogue.nouns.many}`;
  if (!isSameOrIdentity(userFeatures, data.userFeatures ?? FeatureMatrix.identity(users))) {
    return "it was trained with other features of the users";
  }
  return null;
}

/**
 * Without features each row has only its own, which come first in the data's matrix too. Weights may differ: a
 * search may have found others, and a model keeps those it was trained with.
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
