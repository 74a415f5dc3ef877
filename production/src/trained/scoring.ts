import { rankCases } from "../../../src/evaluation/protocols/rankCases.ts";
import { warmCases } from "../../../src/evaluation/protocols/warmUsers.ts";
import { Interactions, Scorer, type ScorerOptions, type TestRanks } from "../../../src/index.ts";
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
  const { model, foldInMap } = trained;
  return Scorer.create(model, interactionsOf(trained), { foldInMap, ...options });
}

/** With the map that strangers are folded in with, so that whoever opens the model need not teach it. */
export async function withFoldInMap(trained: TrainedModel): Promise<TrainedModel> {
  const { foldInMap } = await scorerOf({ ...trained, foldInMap: null }, { neighbours: false });
  return { ...trained, foldInMap };
}

/** The ranks of the liked test interactions, those of `train` left out. */
export async function rankTest(
  trained: TrainedModel,
  test: Interactions,
  train: Interactions | null,
): Promise<TestRanks> {
  if (!train) return trained.model.predictRank(test);
  const scorer = await scorerOf(trained);
  return rankCases(train, warmCases(train, test), ({ user }) => scorer.scoresOfUser(user));
}
