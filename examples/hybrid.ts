/** What genres bring: the same model without item features and with them, on ratings it has not seen. */
import { aucScore, Dataset, LightFM, mean, precisionAtK, randomTrainTestSplit } from "matinee";
import { readFilms, readRatings } from "./movielens.ts";

const likes = readRatings().filter(({ stars }) => stars >= 3);
const films = readFilms();

const dataset = new Dataset<string, string>().fit(
  likes.map(({ user }) => user),
  films.keys(),
  [],
  [...films.values()].flatMap(({ genres }) => genres),
);
const interactions = dataset.buildInteractions(likes.map(({ user, film }) => [user, film]));
const genres = dataset.buildItemFeatures(Array.from(films, ([id, film]) => [id, film.genres]));
const { train, test } = randomTrainTestSplit(interactions, { testShare: 0.2, seed: 1 });

for (const [name, features] of [
  ["without genres", {}],
  ["with genres", { itemFeatures: genres }],
] as const) {
  const model = await new LightFM({ loss: "warp", seed: 1 }).fit(train, { ...features, epochs: 10 });
  // Films that a person liked in training are left out of their ranking.
  const auc = mean(await aucScore(model, test, { train }));
  const precision = mean(await precisionAtK(model, test, { train, k: 10 }));
  console.log(`${name}: AUC ${auc.toFixed(3)}, precision at 10 ${precision.toFixed(3)}`);
}
