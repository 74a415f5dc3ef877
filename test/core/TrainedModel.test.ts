import { expect, it } from "vitest";
import type { TrainingSettings } from "../../src/core/api/training.ts";
import { holdOutLast } from "../../src/core/worker/HeldOut.ts";
import { type EpochProgress, TrainedModel } from "../../src/core/worker/TrainedModel.ts";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";

const SETTINGS: TrainingSettings = { noComponents: 4, learningRate: 0.05, epochs: 8, threads: 1 };
const [USERS, ITEMS] = [60, 20];
const LIKES = (USERS * ITEMS) / 2;

/** Even users like even items, odd ones odd items; a fifth of each one's likes is held out. */
function heldOut() {
  const likes = Array.from({ length: USERS }, (_, user) =>
    Array.from({ length: ITEMS / 2 }, (_, i) => ({
      user,
      item: 2 * i + (user % 2),
      isLast: (i + user) % 5 === 0,
    })),
  ).flat();
  const [last, first] = [true, false].map((wanted) => likes.filter(({ isLast }) => isLast === wanted));
  const all = [...first, ...last];
  const interactions = new Interactions(
    USERS,
    ITEMS,
    all.map(({ user }) => user),
    all.map(({ item }) => item),
    all.map(() => 1),
  );
  return holdOutLast(interactions, first.length);
}

const itemFeatures = FeatureMatrix.identity(ITEMS);

async function trainedOn(split: ReturnType<typeof heldOut>): Promise<TrainedModel> {
  const trained = TrainedModel.create(SETTINGS, {
    heldOut: split,
    itemFeatures,
    userFeatures: null,
    likes: LIKES,
  });
  await train(trained);
  return trained;
}

async function train(
  trained: TrainedModel,
  onProgress: (progress: EpochProgress) => void = () => {},
): Promise<void> {
  await trained.train(
    SETTINGS,
    new AbortController().signal,
    onProgress,
    async () => {},
    async () => {},
  );
}

it("of large data, the model that recommends is examined itself, on likes that it has not learnt from", async () => {
  const split = heldOut();
  expect([split.learnt.length, split.test.length]).toEqual([480, 120]);
  const trained = await trainedOn(split);
  const popularity = await trained.popularity();
  const report = trained.record.history.at(-1);
  expect(trained.state.validation).toBeNull();
  expect(report?.auc).toBeGreaterThan(0.95);
  expect(popularity.auc).toBeLessThan(0.8);
  expect(report?.intervals?.auc.users).toBe(USERS);
  expect(report?.intervals?.auc.mean).toBeCloseTo(report?.auc ?? 0, 6);

  const restored = TrainedModel.restore(trained.state, trained.record, split);
  await train(restored);
  expect(restored.record.history.at(-1)?.auc).toBeGreaterThan(0.95);
});

it("of large data, a model of some of the users recommends until the first epoch is over", async () => {
  const split = heldOut();
  const trained = TrainedModel.create(SETTINGS, {
    heldOut: split,
    itemFeatures,
    userFeatures: null,
    likes: LIKES,
  });
  const early = await trained.early(160, new AbortController().signal, () => {});
  expect([early?.epochs, trained.model.epochs]).toEqual([1, 0]);
  // All users have room in it, also those whose likes it has not learnt.
  expect((await early?.userRepresentations())?.biases.length).toBe(USERS);
  // Of fewer, the first epoch takes no longer.
  expect(await trained.early(480, new AbortController().signal, () => {})).toBeNull();
});

it("of large data, progress moves while that model learns, and goes on from there to the end", async () => {
  const trained = TrainedModel.create(SETTINGS, {
    heldOut: heldOut(),
    itemFeatures,
    userFeatures: null,
    likes: LIKES,
  });
  const told: number[] = [];
  const note = ({ done }: EpochProgress) => told.push(done);
  await trained.early(160, new AbortController().signal, note);
  // As much as 160 of the 8 x 480 likes of the run and its own.
  expect(told.at(-1)).toBeCloseTo(160 / 4000, 6);
  await train(trained, note);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.at(-1)).toBe(1);
});

it("a model from elsewhere may have learnt what is held out of large data, so it has no figures", async () => {
  const split = heldOut();
  const trained = await trainedOn(split);
  const imported = TrainedModel.restore(trained.state, { ...trained.record, history: [] }, split);
  await train(imported);
  expect(imported.record.history.at(-1)?.auc).toBeNaN();
});
