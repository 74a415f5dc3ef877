import type { Catalogue } from "../../dataset/Catalogue.ts";
import { ratingCounts } from "../../dataset/RatingsTable.ts";
import { startingSet, traitsOf } from "../../dataset/startingSet.ts";
import type { Interactions } from "../../matrix/Interactions.ts";
import type { LightFM } from "../../model/LightFM.ts";
import { Interview } from "../../ranking/Interview.ts";
import type { Asking } from "./gettingStarted.ts";

/** Long enough that nobody is asked all of it. */
const SET = 200;

/**
 * The ways of asking a newcomer that are compared: adaptively, a fixed varied set, and by popularity.
 * @param train what the model was trained on, with nothing of the newcomers
 */
export async function startingWays(
  catalogue: Catalogue,
  train: Interactions,
  model: LightFM,
): Promise<Record<"interview" | "startingSet" | "popularity", Asking>> {
  const known = { ...catalogue, ratings: { ...catalogue.ratings, items: train.itemIds } };
  const counts = ratingCounts(known.ratings);
  const { embeddings } = await model.userRepresentations();
  const { noComponents } = model.hyperparameters;
  const interview = new Interview(
    train,
    (user) => embeddings.subarray(user * noComponents, (user + 1) * noComponents),
    (item) => traitsOf(catalogue.items[item]),
  );
  const inOrder =
    (items: readonly number[]): Asking =>
    (answers) =>
      items[answers.size] ?? null;
  return {
    interview: (answers) => interview.next(answers),
    startingSet: inOrder(startingSet(known.items, counts, SET)),
    popularity: inOrder([...counts.keys()].sort((a, b) => counts[b] - counts[a] || a - b)),
  };
}
