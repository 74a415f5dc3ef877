import { rankCases } from "../../../src/evaluation/protocols/rankCases.ts";
import { warmCases } from "../../../src/evaluation/protocols/warmUsers.ts";
import type { Interactions, TestRanks } from "../../../src/index.ts";
import { scorerOf } from "./scoring.ts";
import type { TrainedModel } from "./TrainedModel.ts";

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
