import type { Likes } from "../neighbours/likes.ts";
import { formOf, weightOfDirections } from "../neighbours/neighboursOf.ts";
import { neighbourWeightFor, reasonsForWeight, type WeightReason } from "./neighbourWeightFor.ts";

/** What was chosen for the neighbour score of some data, and why. */
export interface NeighbourChoice {
  /** For somebody of whom few likes are known. */
  weight: number;
  /** What the weight grows towards as more are known; the same if it does not. */
  weightOfMany: number;
  reasons: readonly WeightReason[];
  /** Whether there are too many likes for the exact score, whose place its strongest directions take. */
  isShortened: boolean;
}

/** Null if there are too many likes for a neighbour score, or none. */
export function neighbourChoiceFor(likes: Likes): NeighbourChoice | null {
  const form = formOf(likes);
  if (form === null || likes.ofUser.indices.length === 0) return null;
  const { few, many } = neighbourWeightFor(likes);
  const isShortened = form === "directions";
  const weight = isShortened ? weightOfDirections(likes, few) : few;
  return { weight, weightOfMany: isShortened ? weight : many, reasons: reasonsForWeight(likes), isShortened };
}
