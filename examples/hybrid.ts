/** What genres gain: the same model with and without item features, on ratings it has not seen. */
import { aucScore, LightFM, mean, precisionAtK, randomTrainTestSplit } from "matinee";
import { toGenreFeatures, toInteractions } from "matinee/files";
import { readMovieLens } from "./movielens.ts";

const catalogue = await readMovieLens();
const genres = toGenreFeatures(catalogue);
const { train, test } = randomTrainTestSplit(toInteractions(catalogue), { testShare: 0.2, seed: 1 });

for (const [name, features] of [
  ["without genres", {}],
  ["with genres", { itemFeatures: genres }],
] as const) {
  const model = await new LightFM({ loss: "warp", seed: 1 }).fit(train, { ...features, epochs: 10 });
  // Films that a person rated in training are left out of their ranking.
  const auc = mean(await aucScore(model, test, { train }));
  const precision = mean(await precisionAtK(model, test, { train, k: 10 }));
  console.log(`${name}: AUC ${auc.toFixed(3)}, precision at 10 ${precision.toFixed(3)}`);
}
