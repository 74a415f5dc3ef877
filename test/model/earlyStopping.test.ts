import { expect, it } from "vitest";
import { LightFM } from "../../src/model/LightFM.ts";
import { contentsOf } from "../support/contentsOf.ts";
import { twoTastes } from "../support/problems.ts";

const interactions = twoTastes();
const WARP = { loss: "warp", seed: 3 } as const;

/** A metric that gives these figures one after the other. */
function giving(...figures: number[]) {
  return () => figures.shift() ?? Number.NEGATIVE_INFINITY;
}

it("stops once `patience` epochs were no better than the best, and keeps the best model", async () => {
  const epochs: number[] = [];
  const model = await new LightFM(WARP).fit(interactions, {
    epochs: 50,
    onEpoch: ({ epoch }) => void epochs.push(epoch),
    earlyStopping: { metric: giving(0.5, 0.7, 0.6, 0.7, 0.8, 0.1, 0.8, 0.2, 0.9), patience: 3 },
  });
  expect(epochs).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  const best = await new LightFM(WARP).fit(interactions, { epochs: 5 });
  expect(contentsOf(model)).toEqual({ ...contentsOf(best), random: contentsOf(model).random });
  expect(await model.recommend(0)).toEqual(await best.recommend(0));
});

it("keeps the best of all epochs where none of them is waited for in vain", async () => {
  const model = await new LightFM(WARP).fit(interactions, {
    epochs: 4,
    earlyStopping: { metric: giving(0.1, 0.4, 0.3, 0.2), patience: 10 },
  });
  expect(model.epochs).toBe(2);
});

it("judges the model as it stands after the epoch, and refuses a patience of 0", async () => {
  const judged: number[] = [];
  const metric = (model: LightFM) => judged.push(model.epochs);
  await new LightFM(WARP).fit(interactions, { epochs: 3, earlyStopping: { metric, patience: 1 } });
  expect(judged).toEqual([1, 2, 3]);
  const impatient = { earlyStopping: { metric, patience: 0 } };
  await expect(new LightFM(WARP).fit(interactions, impatient)).rejects.toThrow(/patience/);
});
