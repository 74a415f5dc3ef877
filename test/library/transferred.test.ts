import { describe, expect, it } from "vitest";
import {
  ArgumentError,
  aucScore,
  bootstrapInterval,
  catalogueCoverage,
  Dataset,
  FeatureMatrix,
  Interactions,
  kFolds,
  LightFM,
  leaveLastOut,
  likeCounts,
  mean,
  popularityRanks,
  precisionAtK,
  randomSearch,
  randomTrainTestSplit,
  Scorer,
  timeSplit,
} from "../../src/index.ts";
import { contentsOf } from "../support/contentsOf.ts";
import { twoTastes } from "../support/problems.ts";

// An array whose memory was transferred to a worker is empty: whoever still reads it would learn from nothing, exclude
// nothing or measure nobody, and say so to no one.

const x = twoTastes();
const model = await new LightFM({ loss: "warp" }).fit(x);
const scorer = await Scorer.create(model, null);
const any = (value: unknown) => value as never;

function transferred<A extends Int32Array | Float32Array | Int8Array>(array: A): A {
  structuredClone(null, { transfer: [array.buffer as ArrayBuffer] });
  return array;
}

const lostRows = () => transferred(Int32Array.of(1, 2));
const lostNumbers = () => transferred(Float32Array.of(1, 2));
const times = () => Float64Array.from(x.userIds.keys());

function lostInteractions(): Interactions {
  const lost = twoTastes();
  for (const array of [lost.userIds, lost.itemIds, lost.values]) transferred(array);
  return lost;
}

function lostValues(): Interactions {
  const { users, items, userIds, itemIds, length } = x;
  const lost = new Interactions(users, items, userIds, itemIds, new Int8Array(length).fill(1));
  transferred(lost.values);
  return lost;
}

const search = { train: x, validation: x, trials: 1, epochs: 1, metric: () => 1 };

const calls: (() => unknown)[] = [
  ...[lostInteractions, lostValues].flatMap((lost) => [
    () => model.clone().fit(lost()),
    () => model.clone().fitPartial(lost()),
    () => model.clone().fitEpochs(lost()).next(),
    () => model.predictRank(lost()),
    () => model.predictRank(x, { train: lost() }),
    () => precisionAtK(model, lost()),
    () => aucScore(model, x, { train: lost() }),
    () => model.recommendMany("all", { exclude: lost() }).next(),
    () => Scorer.create(model, lost()),
    () => likeCounts(lost()),
    () => popularityRanks(lost(), x),
    () => randomTrainTestSplit(lost(), { seed: 1 }),
    () => kFolds(lost(), { seed: 1 }),
    () => timeSplit(lost(), times()),
    () => leaveLastOut(lost(), times()),
    () => randomSearch({ ...search, train: lost() }),
    () => randomSearch({ ...search, validation: lost() }),
  ]),
  () => model.predict(0, lostRows()),
  () => model.predict(lostRows(), []),
  () => model.recommend(0, { exclude: lostRows() }),
  () => model.recommend(0, { among: lostRows() }),
  () => model.recommend(0, { exclude: lostNumbers() }),
  () => model.recommendMany(lostRows()).next(),
  () => model.similarItems(0, { exclude: lostRows() }),
  () => model.similarUsers(any(lostRows())),
  () => model.foldIn({ itemIds: lostRows() }),
  () => model.foldIn({ itemIds: [1], weights: lostNumbers() }),
  () => model.recommend({ embedding: lostNumbers(), bias: 0 }),
  () => model.setParameters({ itemBiases: lostNumbers() }),
  () => scorer.recommend({ itemIds: lostRows() }),
  () => scorer.recommend(0, { exclude: lostRows() }),
  () => new Interactions(2, 2, lostRows(), [], []),
  () => new Interactions(2, 2, [], [], transferred(Int8Array.of(1))),
  () => new FeatureMatrix(0, 2, [0], lostRows(), []),
  () => x.pick(lostRows()),
  () => timeSplit(new Interactions(1, 1, [], [], []), any(lostNumbers())),
  () => new Dataset().fit(any(lostRows()), []),
  () => new Dataset().fit([], []).buildInteractions(any(lostRows())),
  () => mean(lostNumbers()),
  () => bootstrapInterval(lostNumbers()),
  () => catalogueCoverage([lostRows()], 3),
];

describe("an array whose memory was transferred is refused by name", () => {
  it.each(calls.map((call) => [call.toString().replace("() => ", ""), call] as const))(
    "%s",
    async (_, call) => {
      const before = contentsOf(model);
      const outcome = await (async () => call())().catch((error: unknown) => error);
      expect(outcome).toBeInstanceOf(ArgumentError);
      expect((outcome as Error).message).toMatch(/^\S+ has lost its contents: .* Transfer a copy instead\.$/);
      expect(contentsOf(model)).toEqual(before);
    },
  );
});

it("an array that is empty is one", async () => {
  expect(await model.predict(0, new Int32Array())).toHaveLength(0);
  expect(new Interactions(2, 2, new Int32Array(), new Int32Array(), new Int8Array())).toHaveLength(0);
  expect(mean(new Float32Array())).toBeNaN();
});
