import { tagMatrix } from "../../../src/dataset/ItemTags.ts";
import { Interactions } from "../../../src/matrix/Interactions.ts";
import type { ScorerOptions } from "../../../src/model/scorer/additions.ts";
import { Scorer } from "../../../src/model/scorer/Scorer.ts";
import { usersOf } from "./RatedItems.ts";
import type { TrainedModel } from "./TrainedModel.ts";

/** What the model learnt from; null if it does not say. */
export function interactionsOf({ mapping, rated, likedFrom }: TrainedModel): Interactions | null {
  const { items, ratings } = rated;
  if (items.length === 0) return null;
  const values = ratings.map((rating) => (rating >= likedFrom ? 1 : -1));
  return new Interactions(mapping.users.size, mapping.items.size, usersOf(rated), items, values);
}

/** What every list of this model is made with. */
export function scorerOf(trained: TrainedModel, options: ScorerOptions = {}): Promise<Scorer> {
  const { model, mapping, tags, foldInMap } = trained;
  const itemTags = tags && tagMatrix(tags, mapping.items.size);
  return Scorer.create(model, interactionsOf(trained), { foldInMap, itemTags, ...options });
}

/** With the map that strangers are folded in with, so that whoever opens the model need not teach it. */
export async function withFoldInMap(trained: TrainedModel): Promise<TrainedModel> {
  const { foldInMap } = await scorerOf({ ...trained, foldInMap: null }, { neighbours: false });
  return { ...trained, foldInMap };
}
