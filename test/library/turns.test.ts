import { expect, it } from "vitest";
import { readCatalogue } from "../../src/files.ts";
import {
  aucScore,
  certainty,
  LightFM,
  loadModel,
  popularityRanks,
  precisionAtK,
  randomSearch,
  Scorer,
  saveModel,
} from "../../src/index.ts";
import { twoTastes } from "../support/problems.ts";

const x = twoTastes();
const model = await new LightFM({ loss: "warp" }).fit(x);
const scorer = await Scorer.create(model, x);
const stranger = { itemIds: [1, 3] };
const saved = new Blob([saveModel(model) as BlobPart]);
const file = new File(["userId,movieId,rating\n1,7,4\n2,8,5\n"], "ratings.csv");
const [train, validation] = [x.between(9, x.length), x.between(0, 9)];
const parts = { train, validation };
const space = { noComponents: [2] };

/** Everything that is awaited: none of them may keep the thread to itself when it is called again and again. */
const calls: Record<string, () => Promise<unknown>> = {
  predict: () => model.predict(0, [1]),
  predictRank: () => model.predictRank(x),
  representations: () => model.itemRepresentations(),
  foldIn: () => model.foldIn(stranger),
  explain: () => model.explain(stranger, 2),
  recommend: () => model.recommend(0),
  recommendMany: () => model.recommendMany([0, 1]).next(),
  similarItems: () => model.similarItems(0),
  similarUsers: () => model.similarUsers(0),
  "fit without an epoch": () => model.clone().fit(x, { epochs: 0 }),
  "a metric of the best": () => precisionAtK(model, x),
  "a metric of the whole ranking": () => aucScore(model, x),
  "popularity's ranks": () => popularityRanks(x, x),
  "a search": () => randomSearch({ ...parts, trials: 1, epochs: 1, space }),
  "a scorer": () => Scorer.create(model, null),
  "the scorer's list for a user": () => scorer.recommend(0),
  "the scorer's list for a stranger": () => scorer.recommend(stranger),
  certainty: () => certainty([1], 2, async () => [1]),
  "loadModel of a Blob": () => loadModel(saved),
  readCatalogue: () => readCatalogue([file]),
};

it.each(Object.entries(calls))("a loop of awaits leaves timers their turn: %s", async (_, call) => {
  let fired = false;
  setTimeout(() => {
    fired = true;
  });
  for (let i = 0; i < 20_000 && !fired; i++) await call();
  expect(fired).toBe(true);
});
