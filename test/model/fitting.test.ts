import { getEventListeners } from "node:events";
import { afterEach, expect, it, vi } from "vitest";
import { CancelledError, DivergedError, UnsupportedError } from "../../src/errors.ts";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";
import type { EpochOptions } from "../../src/model/fitting.ts";
import { LightFM } from "../../src/model/LightFM.ts";
import { contentsOf } from "../support/contentsOf.ts";
import { interactionsOf } from "../support/problems.ts";

afterEach(() => vi.restoreAllMocks());

/** Likes enough for three claims of 512, 512 and 176 visits. */
const LENGTH = 1200;
const likes = interactionsOf(
  40,
  30,
  Array.from({ length: LENGTH }, (_, i) => [i % 40, Math.floor(i / 40), i % 3 ? 1 : -1]),
);
const begun = () => new LightFM({ noComponents: 1, seed: 1 });

/** A clock that says a moment so many milliseconds later each time it is looked at. */
function clockOf(pace: number) {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => (now += pace));
}

it("how far an epoch is is told after each slice that took its time, and at its end", async () => {
  const told: number[] = [];
  const onSlice = (done: number) => void told.push(done);
  clockOf(16);
  await begun().fit(likes, { onSlice });
  expect(told).toEqual([512 / LENGTH, 1024 / LENGTH, 1, 1]);
  told.length = 0;
  clockOf(5);
  await begun().fit(likes, { onSlice });
  expect(told).toEqual([1]);
  told.length = 0;
  clockOf(8);
  await begun().fit(likes, { onSlice });
  expect(told).toEqual([1024 / LENGTH, 1]);
  told.length = 0;
  // Of WARP-kos, items are sorted first, which counts only where there are millions.
  await new LightFM({ loss: "warp-kos", noComponents: 1 }).fit(likes, { onSlice });
  expect(told[0]).toBeGreaterThan(0);
});

it("an epoch says its number and how many seconds it took", async () => {
  clockOf(1000);
  const ends: object[] = [];
  const model = begun();
  for (let time = 0; time < 2; time++)
    for await (const { epoch, seconds } of model.fitEpochs(likes, { epochs: 2 }))
      ends.push({ epoch, seconds });
  expect(ends.map((end) => (end as { epoch: number }).epoch)).toEqual([1, 2, 3, 4]);
  for (const { seconds } of ends as { seconds: number }[]) {
    expect(Number.isInteger(seconds)).toBe(true);
    expect(seconds).toBeGreaterThan(2);
    expect(seconds).toBeLessThan(20);
  }
});

it("a signal stops between two slices, and nobody listens to it afterwards", async () => {
  clockOf(16);
  const told: number[] = [];
  const model = await begun().fit(likes);
  const before = contentsOf(model);
  const stop = new AbortController();
  const { signal } = stop;
  const onSlice = (done: number) => {
    told.push(done);
    stop.abort();
  };
  const stopped = model.fitPartial(likes, { onSlice, signal });
  await expect(stopped).rejects.toThrow(CancelledError);
  await expect(stopped).rejects.toThrow("Training was stopped.");
  expect(told).toEqual([512 / LENGTH, 1]);
  expect(getEventListeners(signal, "abort")).toEqual([]);
  told.length = 0;
  await expect(model.fitPartial(likes, { onSlice, signal })).rejects.toThrow("Training was stopped.");
  expect(told).toEqual([1]);
  expect(contentsOf(model)).toEqual(before);
  await model.fitPartial(likes);
  expect(model.epochs).toBe(2);
});

it("epochs in one call or several are the same to the bit, and each shuffles the visits anew", async () => {
  const atOnce = await begun().fit(likes, { epochs: 3 });
  const one = await begun().fit(likes);
  for (let epoch = 1; epoch < 3; epoch++) await one.fitPartial(likes);
  expect(contentsOf(one)).toEqual(contentsOf(atOnce));
});

it("a state that fails to grow is as it was, and can go on", async () => {
  const model = await begun().fit(likes);
  const before = contentsOf(model);
  const { userIds, itemIds, values } = likes;
  const heavy = new Interactions(41, 31, userIds, itemIds, values, new Float32Array(LENGTH).fill(3e38));
  const fit = model.fitPartial(heavy);
  await expect(fit).rejects.toThrow(DivergedError);
  await expect(fit).rejects.toThrow(
    "Training became unstable at learning rate 0.05 (epoch 2): use a lower rate. The model is as it was before that epoch.",
  );
  expect(contentsOf(model)).toEqual(before);
  await model.fitPartial(likes);
  expect(model.epochs).toBe(2);
});

it("without epochs or interactions a model begins, and none is counted", async () => {
  const nothing = new Interactions(40, 30, [], [], []);
  for (const [interactions, epochs] of [
    [likes, 0],
    [nothing, 5],
  ] as const) {
    const model = begun();
    const ends: unknown[] = [];
    for await (const end of model.fitEpochs(interactions, { epochs })) ends.push(end);
    expect([ends, model.epochs]).toEqual([[], 0]);
    expect((await model.userRepresentations()).biases).toHaveLength(40);
  }
});

it("features are those that are given, else the last training's, else one to each row", async () => {
  const shared = FeatureMatrix.fromRows(
    Array.from({ length: 30 }, (_, item) => [[item % 2, 1]]),
    2,
  );
  const model = await begun().fit(likes, { itemFeatures: shared });
  expect(model.parameters.itemBiases).toHaveLength(2);
  expect(model.parameters.userBiases).toHaveLength(40);
  await model.fitPartial(likes);
  expect(model.state.features?.itemFeatures).toBe(shared);
  // One feature a user is as many as there are users now.
  await model.fitPartial(new Interactions(41, 30, [40], [0], [1]));
  expect(model.state.features?.userFeatures.rows).toBe(41);
  await expect(model.fitPartial(new Interactions(41, 31, [40], [30], [1]))).rejects.toThrow(
    "itemFeatures is missing: the model was trained with features of 30 rows, and the interactions are of 31.",
  );
  shared.indices[0] = 2;
  await expect(model.fitPartial(new Interactions(41, 30, [40], [0], [1]))).rejects.toThrow(
    "indices must hold whole numbers from 0 to 1",
  );
  await expect(begun().fit(likes, { itemFeatures: shared })).rejects.toThrow("indices must hold");
});

it.each<[string, Interactions, EpochOptions]>([
  ["interactions must be of type Interactions", [] as never, {}],
  ["epochs must be a whole number from 0 to 1000000, not -1.", likes, { epochs: -1 }],
  ["epochs must be a whole number from 0 to 1000000, not 1000001.", likes, { epochs: 1_000_001 }],
  ["threads must be a whole number from 1 to 64, not 0.", likes, { threads: 0 }],
  ["threads must be a whole number from 1 to 64, not 65.", likes, { threads: 65 }],
  ["onSlice must be a function, not 1.", likes, { onSlice: 1 as never }],
  ["signal must be an AbortSignal", likes, { signal: {} as never }],
  ["userFeatures must be of type FeatureMatrix", likes, { userFeatures: [] as never }],
  ["itemFeatures must be of type FeatureMatrix", likes, { itemFeatures: [] as never }],
  [
    "interactions is of 40 users and 30 items, but userFeatures has 39 rows and itemFeatures 30.",
    likes,
    { userFeatures: FeatureMatrix.identity(39) },
  ],
  [
    "interactions is of 40 users and 30 items, but userFeatures has 40 rows and itemFeatures 31.",
    likes,
    { itemFeatures: FeatureMatrix.identity(31) },
  ],
  ['"epoch"', likes, { epoch: 1 } as object],
])("what does not fit is refused: %s", async (message, interactions, options) => {
  await expect(begun().fit(interactions, options)).rejects.toThrow(message);
});

it("every option of an epoch is known by its name", async () => {
  const { userFeatures, itemFeatures } = {
    userFeatures: FeatureMatrix.identity(40),
    itemFeatures: FeatureMatrix.identity(30),
  };
  const { signal } = new AbortController();
  const all = { userFeatures, itemFeatures, epochs: 1, onSlice: () => {}, signal, threads: 1 };
  expect((await begun().fit(likes, all)).epochs).toBe(1);
});

it("weights are taken by every loss but WARP-kos", async () => {
  const { userIds, itemIds, values } = likes;
  const weighted = new Interactions(40, 30, userIds, itemIds, values, new Float32Array(LENGTH).fill(1));
  for (const loss of ["warp", "bpr", "logistic"] as const)
    expect((await new LightFM({ loss, noComponents: 1 }).fit(weighted)).epochs).toBe(1);
  await expect(new LightFM({ loss: "warp-kos" }).fit(weighted)).rejects.toThrow(
    'interactions has weights, which the loss "warp-kos" does not take: leave them out.',
  );
});

it("a model that cannot be addressed is refused before anything is made", async () => {
  // Of ten components, a row has twelve numbers of four bytes, and its sums as many, as have the momenta.
  const rows = 2 ** 26;
  const wide = (features: number) => new FeatureMatrix(1, features, [0, 1], [0], [1]);
  const fitted = (options: object, userFeatures: FeatureMatrix, itemFeatures: FeatureMatrix) =>
    new LightFM(options).fit(new Interactions(1, 1, [0], [0], [1]), {
      userFeatures,
      itemFeatures,
      epochs: 0,
    });
  const adadelta = { learningSchedule: "adadelta" };
  const needed = async (options: object, users: number, items: number) => {
    const refused = fitted(options, wide(users), wide(items));
    await expect(refused).rejects.toThrow(UnsupportedError);
    return refused.catch((error: Error) => /needs (\S+) GiB/.exec(error.message)?.[1]);
  };
  expect(await needed({}, rows, 1)).toBe("6.0");
  expect(await needed({}, 1, rows)).toBe("6.0");
  expect(await needed({}, rows, rows)).toBe("12.0");
  expect(await needed(adadelta, rows, 1)).toBe("9.0");
});
