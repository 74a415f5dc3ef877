import { expect, it } from "vitest";
import { BestEpoch } from "../../src/model/earlyStopping.ts";
import { checkHyperparameters, DEFAULTS, type Hyperparameters } from "../../src/model/hyperparameters.ts";
import type { LightFM } from "../../src/model/LightFM.ts";
import type { ModelState } from "../../src/model/ModelState.ts";

it.each<[name: keyof Hyperparameters, allowed: number[], refused: number[], range: string]>([
  ["noComponents", [1, 1024], [0, 1025, 1.5], "a whole number from 1 to 1024"],
  ["maxSampled", [1, 100_000], [0, 100_001], "a whole number from 1 to 100000"],
  ["k", [1, 100_000], [0, 100_001], "a whole number from 1 to 100000"],
  ["n", [1, 100_000], [0, 100_001], "a whole number from 1 to 100000"],
  [
    "seed",
    [-(2 ** 53) + 1, 2 ** 53 - 1],
    [2 ** 53, 0.5],
    `a whole number from ${1 - 2 ** 53} to ${2 ** 53 - 1}`,
  ],
  ["learningRate", [1e-9, 5], [0, -1, Infinity], "above 0"],
  ["rho", [0.001, 0.999], [0, 1], "between 0 and 1"],
  ["epsilon", [0, 1], [-1e-9, Number.NaN], "0 or more"],
  ["itemAlpha", [0, 1], [-1e-9], "0 or more"],
  ["userAlpha", [0, 1], [-1e-9], "0 or more"],
])("%s has its range", (name, allowed, refused, range) => {
  for (const value of allowed) expect(checkHyperparameters({ [name]: value })[name]).toBe(value);
  for (const value of refused) {
    expect(() => checkHyperparameters({ [name]: value })).toThrow(`${name} must be ${range}, not ${value}.`);
  }
});

it("what is left out or undefined is LightFM's, and nothing can be changed afterwards", () => {
  const made = checkHyperparameters({ k: undefined as never });
  expect(made).toEqual(DEFAULTS);
  expect(Object.isFrozen(made)).toBe(true);
  expect(() => checkHyperparameters({ learningSchedule: "adam" as never })).toThrow(
    'learningSchedule must be one of "adagrad", "adadelta", not "adam".',
  );
  expect(() => checkHyperparameters({ dislikes: "none" as never })).toThrow(
    'dislikes must be one of "known", "negatives", not "none".',
  );
  expect(() => checkHyperparameters([] as never)).toThrow("hyperparameters must be an object such as");
});

it("early stopping is checked before the first epoch, and its metric after each", async () => {
  const metric = () => 1;
  const made = (options: object) => new BestEpoch<LightFM>(options as never);
  expect(() => made({ patience: 1 })).toThrow("earlyStopping.metric is missing.");
  expect(() => made({ metric: 3, patience: 1 })).toThrow("earlyStopping.metric must be a function, not 3.");
  expect(() => made({ metric, patience: 0 })).toThrow(
    "patience must be a whole number from 1 to 1000000, not 0.",
  );
  expect(() => made({ metric, patience: 1_000_001 })).toThrow("not 1000001.");
  expect(() => made(metric)).toThrow(
    "earlyStopping must be an object such as { metric: … }, not a function.",
  );
  for (const [figure, shown] of [["0.5", '"0.5"'] as const, [Number.NaN, "NaN"] as const]) {
    const best = made({ metric: () => figure, patience: 1 });
    const judged = best.judge({} as LightFM, {} as ModelState);
    await expect(judged).rejects.toThrow(`earlyStopping.metric must give a number, not ${shown}.`);
    expect(best.state).toBe(null);
  }
});
