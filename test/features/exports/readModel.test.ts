import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { ModelFileError, NotReadyError } from "../../../src/errors.ts";
import { loadModel } from "../../../src/model/file/loadModel.ts";
import { createServices, type Services } from "../../../src/services.ts";
import { openInto } from "../../support/openInto.ts";
import { filmsFile, longRatingsFile, ratingsFile, tasteRatings } from "../../support/tasteFiles.ts";

const SETTINGS = { noComponents: 8, learningRate: 0.1, epochs: 4, threads: 1 };
const OWN = [{ filmId: "2", stars: 5 }];
const ignore = () => {};

let services: Services;
const open = (...files: File[]) => openInto(services, files);

async function exported(): Promise<File> {
  return new File([(await services.modelFile.export()) as Uint8Array<ArrayBuffer>], "model.npz");
}

beforeEach(async () => {
  services = createServices();
  await open(ratingsFile(tasteRatings), filmsFile());
});

test("there is no model to export before one is trained", async () => {
  await expect(services.modelFile.export()).rejects.toThrow(NotReadyError);
});

test("an exported model recommends as before when it is imported, and continues training", async () => {
  await services.training.train(SETTINGS, "new", ignore);
  const before = await services.recommendations.forRatings(OWN, 10);
  const file = await exported();
  await services.training.train({ ...SETTINGS, noComponents: 4 }, "new", ignore);
  expect(await services.recommendations.forRatings(OWN, 10)).not.toEqual(before);

  expect(await services.modelFile.import(file)).toMatchObject({
    settings: { noComponents: 8, learningRate: expect.closeTo(0.1) },
    epochsDone: 4,
    imported: true,
  });
  expect(await services.recommendations.forRatings(OWN, 10)).toEqual(before);
  const epochs: number[] = [];
  const outcome = await services.training.train(SETTINGS, "continue", ({ report }) => {
    if (!report) return;
    epochs.push(report.epoch);
    expect(report.auc).toBeNaN();
  });
  expect(epochs).toEqual([5, 6, 7, 8]);
  expect(outcome.result?.epochsDone).toBe(8);
});

test("a model with the feature weights that a search found keeps them when it is imported", async () => {
  const featureWeights = { users: 1, items: 0.5 };
  const settings = { ...SETTINGS, found: { itemAlpha: 0, userAlpha: 0, maxSampled: 5, featureWeights } };
  await services.training.train(settings, "new", ignore);
  const before = await services.recommendations.forRatings(OWN, 10);
  const file = await exported();
  await services.training.train(SETTINGS, "new", ignore);
  expect(await services.recommendations.forRatings(OWN, 10)).not.toEqual(before);

  await services.modelFile.import(file);
  expect(await services.recommendations.forRatings(OWN, 10)).toEqual(before);
  await services.training.train(settings, "continue", ignore);
  const { model } = loadModel((await services.modelFile.export()) as Uint8Array<ArrayBuffer>);
  const weights = new Set(model.state.features?.itemFeatures.data);
  expect([...weights]).toEqual([1, 0.5]);
});

test("a model of other data is refused with the reason, and the current one stays", async () => {
  await services.training.train(SETTINGS, "new", ignore);
  const file = await exported();
  await open(longRatingsFile());
  await expect(services.modelFile.import(file)).rejects.toMatchObject({
    name: "ModelFileError",
    message: expect.stringMatching(/^model\.npz doesn’t fit this data: it was trained on other films/),
  });

  await open(ratingsFile(tasteRatings), filmsFile());
  await services.training.train(SETTINGS, "new", ignore);
  const before = await services.recommendations.forRatings(OWN, 10);
  const fromPython = new File([readFileSync("test/fixtures/lightfm-hybrid.npz")], "python.npz");
  await expect(services.modelFile.import(fromPython)).rejects.toThrow(ModelFileError);
  const damaged = new File([(await file.arrayBuffer()).slice(0, 500)], "cut.npz");
  await expect(services.modelFile.import(damaged)).rejects.toMatchObject({
    name: "ModelFileError",
    message: expect.stringMatching(/^cut\.npz cannot be read: /),
  });
  expect(await services.recommendations.forRatings(OWN, 10)).toEqual(before);
});
