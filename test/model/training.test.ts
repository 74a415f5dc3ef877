import { describe, expect, it } from "vitest";
import { BusyError, CancelledError, DivergedError } from "../../src/errors.ts";
import { aucScore } from "../../src/evaluation/evaluation.ts";
import { mean } from "../../src/evaluation/rankMetrics.ts";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { loadModel } from "../../src/model/file/loadModel.ts";
import { saveModel } from "../../src/model/file/saveModel.ts";
import { LightFM } from "../../src/model/LightFM.ts";
import { LOSSES, type Loss } from "../../src/model/losses.ts";
import { contentsOf } from "../support/contentsOf.ts";
import { twoTastes, withDislikes } from "../support/problems.ts";

const interactions = twoTastes();
const losses = Object.keys(LOSSES) as Loss[];

/** A feature of its own for each item, and one of its taste, which all threads share. */
function tasteFeatures(items: number): FeatureMatrix {
  const rows = Array.from({ length: items }, (_, item): [number, number][] => [
    [item, 1],
    [items + (item % 2), 1],
  ]);
  return FeatureMatrix.fromRows(rows, items + 2);
}

const itemFeatures = tasteFeatures(interactions.items);

describe("twenty epochs in one call, and an epoch in each of twenty", () => {
  for (const loss of losses) {
    it(`are the same to the bit by ${loss}, saved and loaded in between or not`, async () => {
      const hyperparameters = { loss, noComponents: 5, seed: 3, itemAlpha: 1e-4, userAlpha: 1e-4 };
      const atOnce = await new LightFM(hyperparameters).fit(interactions, { itemFeatures, epochs: 20 });
      let model = new LightFM(hyperparameters);
      for (let epoch = 0; epoch < 20; epoch++) {
        await model.fitPartial(interactions, { itemFeatures });
        if (epoch === 7) ({ model } = loadModel(saveModel(model)));
      }
      expect(contentsOf(model)).toEqual(contentsOf(atOnce));
    });
  }
});

describe("while a model is being trained", () => {
  it("a second training, a reset and new parameters are refused, and none of its epochs is lost", async () => {
    const model = await new LightFM({ loss: "warp", seed: 1 }).fit(interactions);
    const training = model.fitPartial(interactions, {
      epochs: 5,
      onEpoch: async () => {
        await expect(model.fit(interactions)).rejects.toBeInstanceOf(BusyError);
        await expect(model.fitPartial(interactions)).rejects.toBeInstanceOf(BusyError);
        await expect(model.fitEpochs(interactions).next()).rejects.toBeInstanceOf(BusyError);
        expect(() => model.reset()).toThrow(BusyError);
        expect(() => model.setParameters({})).toThrow(BusyError);
      },
    });
    await training;
    const alone = await new LightFM({ loss: "warp", seed: 1 }).fit(interactions, { epochs: 6 });
    expect(contentsOf(model)).toEqual(contentsOf(alone));
    await model.fitPartial(interactions);
  });

  it("answers are those of the last whole epoch", async () => {
    const model = await new LightFM({ loss: "warp", seed: 1 }).fit(interactions, { epochs: 2 });
    const before = await model.recommend(0);
    const during: unknown[] = [];
    const stop = new AbortController();
    const onSlice = () => {
      during.push(model.recommend(0));
      stop.abort();
    };
    await expect(model.fitPartial(interactions, { onSlice, signal: stop.signal })).rejects.toThrow(
      CancelledError,
    );
    expect(await Promise.all(during)).toEqual(during.map(() => before));
  });

  it("a loop that leaves after an epoch sets the model free", async () => {
    const model = new LightFM({ loss: "bpr" });
    for await (const { epoch } of model.fitEpochs(interactions, { epochs: 9 })) if (epoch === 2) break;
    await model.fitPartial(interactions);
    expect(model.epochs).toBe(3);
  });
});

describe("a first epoch that is stopped or diverges", () => {
  const wider = new Interactions(90, 80, [0, 89], [1, 79], [1, 1]);
  const aborted = AbortSignal.abort();

  it("leaves a model that was trained as it was: its tables, features, random numbers and answers", async () => {
    const model = await new LightFM({ loss: "warp", seed: 1 }).fit(interactions, { itemFeatures, epochs: 2 });
    const before = contentsOf(model);
    const answer = await model.recommend(3);
    const features = tasteFeatures(wider.items);
    for (const fit of [model.fit, model.fitPartial]) {
      const stopped = fit.call(model, wider, { itemFeatures: features, signal: aborted });
      await expect(stopped).rejects.toThrow(CancelledError);
    }
    expect(contentsOf(model)).toEqual(before);
    expect(await model.recommend(3)).toEqual(answer);
  });

  it("leaves a new model with nothing to answer from", async () => {
    const model = new LightFM({ loss: "logistic", learningRate: 1e30 });
    await expect(model.fit(interactions)).rejects.toThrow(DivergedError);
    expect(model.epochs).toBe(0);
    await expect(model.recommend(0)).rejects.toThrow(/call fit first/);
  });
});

it("no epochs, or nothing to learn from, begin or grow a model, as in LightFM", async () => {
  const model = await new LightFM({ seed: 1 }).fit(interactions, { epochs: 0 });
  expect(await model.predict(0, [1, 2])).toHaveLength(2);
  const nothing = new Interactions(interactions.users + 1, interactions.items, [], [], []);
  const before = await model.predict(0, [1, 2]);
  await model.fitPartial(nothing, { epochs: 3 });
  expect(model.epochs).toBe(0);
  expect(await model.predict(0, [1, 2])).toEqual(before);
  expect(await model.predict(interactions.users, [1])).toHaveLength(1);
  await new LightFM().fit(new Interactions(0, 0, [], [], []));
});

it("remembers features, and asks for them where the shape has changed", async () => {
  const model = await new LightFM({ loss: "warp", seed: 1 }).fit(interactions, { itemFeatures });
  const reminded = model.clone();
  await model.fitPartial(interactions);
  await reminded.fitPartial(interactions, { itemFeatures });
  expect(contentsOf(model)).toEqual(contentsOf(reminded));
  const more = new Interactions(interactions.users, interactions.items + 1, [0], [1], [1]);
  await expect(model.fitPartial(more)).rejects.toThrow(/itemFeatures is missing/);
});

describe("features that threads share", () => {
  const many = twoTastes(300, 200);
  const shared = tasteFeatures(many.items);
  for (const loss of losses) {
    for (const learningSchedule of ["adagrad", "adadelta"] as const) {
      it(`are learnt as well by 2 and 4 threads as by one: ${loss}, ${learningSchedule}`, async () => {
        const data = loss === "logistic" ? withDislikes(many) : many;
        const auc = async (threads: number) => {
          const model = new LightFM({ loss, learningSchedule, noComponents: 6, seed: 2, userAlpha: 1e-5 });
          await model.fit(data, { itemFeatures: shared, epochs: 8, threads });
          const { sums, momenta } = model.state.tables.items;
          expect(sums.every((sum) => sum >= 0) && (momenta ?? []).every((momentum) => momentum >= 0)).toBe(
            true,
          );
          return mean(await aucScore(model, many));
        };
        const alone = await auc(1);
        for (const threads of [2, 4]) expect(await auc(threads)).toBeGreaterThan(alone - 0.02);
      });
    }
  }
});
