import type { Catalogue } from "../../src/dataset/Catalogue.ts";
import { toInteractions, toItemFeatures } from "../../src/dataset/matrices.ts";
import { randomTrainTestSplit, timePositions } from "../../src/dataset/splits.ts";
import { popularityRanks } from "../../src/evaluation/popularity.ts";
import { auc, mean, precision } from "../../src/evaluation/rankMetrics.ts";
import { LightFM } from "../../src/model/LightFM.ts";
import type { TestRanks } from "../../src/model/rankTestItems.ts";

export interface HeldOut {
  auc: number;
  precisionAt10: number;
}

/**
 * The article's protocol: of the first 90 % by time a random 30 % is held out, and WARP with 10 components
 * learns from the rest in 30 epochs. `seed` makes the split and the model.
 */
export async function examine(
  catalogue: Catalogue,
  { seed, genres, threads = 1 }: { seed: number; genres: boolean; threads?: number },
): Promise<{ model: HeldOut; popularity: HeldOut }> {
  const { earlier } = timePositions(catalogue.ratings.timestamps as Float64Array, 0.9);
  const current = toInteractions(catalogue).pick(earlier);
  const { train, test } = randomTrainTestSplit(current, { testShare: 0.3, seed });
  const model = await new LightFM({ loss: "warp", noComponents: 10, seed }).fit(train, {
    ...(genres ? { itemFeatures: toItemFeatures(catalogue) } : {}),
    epochs: 30,
    threads,
  });
  return {
    model: figures(await model.predictRank(test, { train })),
    popularity: figures(await popularityRanks(test, train)),
  };
}

function figures(ranks: TestRanks): HeldOut {
  return { auc: mean(auc(ranks)), precisionAt10: mean(precision(ranks, 10)) };
}
