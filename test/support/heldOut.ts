import type { Catalogue } from "../../src/dataset/Catalogue.ts";
import { toInteractions } from "../../src/dataset/matrices.ts";
import { randomTrainTestSplit, timePositions } from "../../src/dataset/splits.ts";
import { popularityRanks } from "../../src/evaluation/popularity.ts";
import { auc, mean, precision } from "../../src/evaluation/rankMetrics.ts";
import type { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import type { Hyperparameters } from "../../src/model/hyperparameters.ts";
import { LightFM } from "../../src/model/LightFM.ts";
import type { TestRanks } from "../../src/model/rankTestItems.ts";

export interface HeldOut {
  auc: number;
  precisionAt10: number;
}

/** A way to train that is to be examined. */
export interface Setup {
  hyperparameters: Partial<Hyperparameters>;
  epochs: number;
  /** Each item's own feature alone if left out. */
  itemFeatures?: (catalogue: Catalogue) => FeatureMatrix;
  threads?: number;
}

/** What LightFM was measured with: WARP with everything else at its default, 30 epochs. */
export const AS_LIGHTFM = { hyperparameters: { loss: "warp" }, epochs: 30 } as const satisfies Setup;

/**
 * The article's protocol: of the first 90 % by time a random 30 % is held out, and the model learns from
 * the rest. `seed` makes the split and the model.
 */
export async function examine(
  catalogue: Catalogue,
  seed: number,
  { hyperparameters, epochs, itemFeatures, threads = 1 }: Setup,
): Promise<{ model: HeldOut; popularity: HeldOut }> {
  const { earlier } = timePositions(catalogue.ratings.timestamps as Float64Array, 0.9);
  const current = toInteractions(catalogue).pick(earlier);
  const { train, test } = randomTrainTestSplit(current, { testShare: 0.3, seed });
  const model = await new LightFM({ ...hyperparameters, seed }).fit(train, {
    ...(itemFeatures ? { itemFeatures: itemFeatures(catalogue) } : {}),
    epochs,
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
