import { beforeAll, expect, it } from "vitest";
import { LoadedData } from "../../src/core/worker/LoadedData.ts";
import { Recommender } from "../../src/core/worker/Recommender.ts";
import { TrainedModel } from "../../src/core/worker/TrainedModel.ts";
import { Workspace } from "../../src/core/worker/Workspace.ts";
import type { Catalogue } from "../../src/dataset/Catalogue.ts";
import { ITEMS } from "../../src/dataset/nouns.ts";
import { CancelledError } from "../../src/errors.ts";

/** More ratings than the neighbour score is waited for, and more users and items than a factor is made of. */
const [SIDE, EACH] = [1240, 165];
const SETTINGS = { noComponents: 4, learningRate: 0.05, epochs: 1, threads: 1 };

/** Every user likes items of one of two kinds. */
function largeCatalogue(): Catalogue {
  const ids = Array.from({ length: SIDE }, (_, i) => `${i}`);
  const length = SIDE * EACH;
  const user = (i: number) => Math.floor(i / EACH);
  const item = (i: number) => (((i % EACH) * 3 + user(i)) * 2 + (user(i) % 2)) % SIDE;
  return {
    name: "large",
    likedFrom: 3,
    userFeatures: null,
    nouns: ITEMS,
    hasTitles: false,
    repeated: 0,
    ratings: {
      userIds: ids,
      itemIds: ids,
      users: Int32Array.from({ length }, (_, i) => user(i)),
      items: Int32Array.from({ length }, (_, i) => item(i)),
      ratings: new Float32Array(length).fill(4),
      timestamps: null,
    },
    items: ids.map((id) => ({ id, title: id, alternativeTitles: [], year: null, genres: [] })),
    skipped: { count: 0, examples: [] },
  };
}

let trained: TrainedModel;
beforeAll(async () => {
  const data = await LoadedData.create(largeCatalogue(), "file");
  trained = TrainedModel.create(SETTINGS, data.trainingData(SETTINGS));
  const { signal } = new AbortController();
  const nothing = async () => {};
  await trained.train(SETTINGS, signal, () => {}, nothing, nothing);
});

async function adopted() {
  const data = await LoadedData.create(largeCatalogue(), "file");
  const workspace = new Workspace();
  await workspace.adopt(data, { trained, recommender: await Recommender.create(trained.model, data) });
  return { workspace, data };
}

it("a model of large data recommends at once, the neighbour score follows, and the next model has it from the start", async () => {
  const { workspace, data } = await adopted();
  const own = [0, 2, 4].map((item) => ({ item, stars: 5 }));
  const early = await workspace.recommender.scores(own);
  const completed = [workspace.complete(), workspace.complete()];
  expect(await workspace.recommender.scores(own)).toEqual(early);
  expect(await Promise.all(completed)).toEqual([true, false]);
  const whole = await workspace.recommender.scores(own);
  const mean = (first: number) =>
    whole.reduce((sum, score, i) => sum + (i % 2 === first ? score - early[i] : 0), 0) / (SIDE / 2);
  expect(mean(0)).toBeGreaterThan(5 * Math.abs(mean(1)));

  workspace.setModel({ trained, recommender: await Recommender.create(trained.model, data) });
  expect(await workspace.recommender.scores(own)).toEqual(whole);
  expect(await workspace.complete()).toBe(false);
});

it("a film that goes to the page takes its own vector along, not those of all", async () => {
  const { workspace, data } = await adopted();
  const { vector } = workspace.film(data, 3);
  expect(vector).toEqual(workspace.recommender.vectors[3]);
  expect(vector.buffer.byteLength).toBe(4 * SETTINGS.noComponents);
});

it("the neighbour score of data that is no longer in use is given up within two turns", async () => {
  const { workspace } = await adopted();
  const { data: other } = await adopted();
  const isMade = workspace.complete();
  let turns = 0;
  let isOver = false;
  const count = () => {
    if (isOver) return;
    if (turns++ === 0) void workspace.adopt(other, null);
    setImmediate(count);
  };
  setImmediate(count);
  await expect(isMade).rejects.toBeInstanceOf(CancelledError);
  isOver = true;
  expect(turns).toBeLessThanOrEqual(3);
});

it("others have their turns while data is prepared, and can stop it", async () => {
  const controller = new AbortController();
  const made = LoadedData.create(largeCatalogue(), "file", controller);
  let turns = 0;
  const count = () => {
    if (++turns === 2) controller.abort();
    if (turns < 20) setImmediate(count);
  };
  setImmediate(count);
  await expect(made).rejects.toBeInstanceOf(CancelledError);
  expect(turns).toBe(2);
});
