import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { TrainerSession } from "../../../src/core/worker/TrainerSession.ts";
import { loadModel } from "../../../src/model/file/loadModel.ts";
import { filmsFile, longRatingsFile, ratingsFile, tasteRatings } from "../../support/tasteFiles.ts";

const SETTINGS = { noComponents: 8, learningRate: 0.1, epochs: 4, threads: 1 };
const OWN = [{ filmId: "2", stars: 5 }];
const ignore = () => {};

let trainer: TrainerSession;

async function open(...files: File[]): Promise<void> {
  await trainer.stage({ kind: "files", files }, ignore);
  await trainer.adopt();
}

async function exported(): Promise<File> {
  return new File([(await trainer.exportModel()) as Uint8Array<ArrayBuffer>], "model.npz");
}

beforeEach(async () => {
  trainer = new TrainerSession();
  await open(ratingsFile(tasteRatings), filmsFile());
});

test("there is no model to take along before one has learnt", async () => {
  await expect(trainer.exportModel()).rejects.toMatchObject({ name: "NotReadyError" });
});

test("a model that was taken along recommends as before when it is brought back, and trains on", async () => {
  await trainer.train(SETTINGS, "anew", ignore);
  const before = await trainer.recommend(OWN, 10);
  const file = await exported();
  await trainer.train({ ...SETTINGS, noComponents: 4 }, "anew", ignore);
  expect(await trainer.recommend(OWN, 10)).not.toEqual(before);

  expect(await trainer.bringModel(file)).toEqual({
    noComponents: 8,
    learningRate: expect.closeTo(0.1),
    epochs: 4,
  });
  expect(await trainer.recommend(OWN, 10)).toEqual(before);
  const epochs: number[] = [];
  const outcome = await trainer.train(SETTINGS, "on", ({ report }) => {
    if (!report) return;
    epochs.push(report.epoch);
    expect(report.auc).toBeNaN();
  });
  expect(epochs).toEqual([5, 6, 7, 8]);
  expect(outcome.epochsDone).toBe(8);
});

test("a model with the feature weights that a search found is brought back, and trains on with them", async () => {
  const featureWeights = { users: 1, items: 0.5 };
  const settings = { ...SETTINGS, found: { itemAlpha: 0, userAlpha: 0, maxSampled: 5, featureWeights } };
  await trainer.train(settings, "anew", ignore);
  const before = await trainer.recommend(OWN, 10);
  const file = await exported();
  await trainer.train(SETTINGS, "anew", ignore);
  expect(await trainer.recommend(OWN, 10)).not.toEqual(before);

  await trainer.bringModel(file);
  expect(await trainer.recommend(OWN, 10)).toEqual(before);
  await trainer.train(settings, "on", ignore);
  const { model } = loadModel((await trainer.exportModel()) as Uint8Array<ArrayBuffer>);
  const weights = new Set(model.state.features?.itemFeatures.data);
  expect([...weights]).toEqual([1, 0.5]);
});

test("a model of other data is refused with the reason, and the one at hand stays", async () => {
  await trainer.train(SETTINGS, "anew", ignore);
  const file = await exported();
  await open(longRatingsFile());
  await expect(trainer.bringModel(file)).rejects.toMatchObject({
    name: "ModelFileError",
    message: expect.stringMatching(/^model\.npz is no model of the data at hand: its films are others/),
  });

  await open(ratingsFile(tasteRatings), filmsFile());
  await trainer.train(SETTINGS, "anew", ignore);
  const before = await trainer.recommend(OWN, 10);
  const fromPython = new File([readFileSync("test/fixtures/lightfm-hybrid.npz")], "python.npz");
  await expect(trainer.bringModel(fromPython)).rejects.toMatchObject({ name: "ModelFileError" });
  const damaged = new File([(await file.arrayBuffer()).slice(0, 500)], "cut.npz");
  await expect(trainer.bringModel(damaged)).rejects.toMatchObject({
    name: "ModelFileError",
    message: expect.stringMatching(/^cut\.npz: This model cannot be read/),
  });
  expect(await trainer.recommend(OWN, 10)).toEqual(before);
});
