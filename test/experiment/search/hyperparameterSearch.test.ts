import { expect, it } from "vitest";
import { randomTrainTestSplit } from "../../../src/dataset/splits.ts";
import { CancelledError, DivergedError } from "../../../src/errors.ts";
import { halvingSearch, randomSearch } from "../../../src/experiment/search/hyperparameterSearch.ts";
import { drawFrom } from "../../../src/experiment/search/SearchSpace.ts";
import { SeededRandom } from "../../../src/matrix/random.ts";
import { twoTastes } from "../../support/problems.ts";

const { train, test: validation } = randomTrainTestSplit(twoTastes(), { testShare: 0.3, seed: 2 });
const data = { train, validation };
/** One rate learns nothing in so few epochs, the other learns well. */
const space = { learningRate: [1e-7, 0.2] };

it("finds the better of two rates, at random and by halving", async () => {
  for (const search of [randomSearch, halvingSearch]) {
    const told: number[] = [];
    const { best, trials } = await search({
      ...data,
      space,
      trials: 9,
      epochs: 45,
      seed: 4,
      onTrial: ({ number }) => told.push(number),
    });
    expect(best.hyperparameters).toEqual({ loss: "warp", learningRate: 0.2, seed: 4 });
    expect(best.epochs).toBe(45);
    expect(told).toEqual(trials.map(({ number }) => number));
    expect(best.score).toBe(
      Math.max(...trials.filter(({ epochs }) => epochs === 45).map(({ score }) => score)),
    );
  }
});

it("gives the same trials for the same seed, and does what its own metric says", async () => {
  const options = { ...data, trials: 4, epochs: 3, metric: () => 1 };
  const { trials } = await halvingSearch({ ...options, seed: 1 });
  expect((await halvingSearch({ ...options, seed: 1 })).trials).toEqual(trials);
  expect((await halvingSearch({ ...options, seed: 2 })).trials).not.toEqual(trials);
  expect(trials.every(({ score }) => score === 1)).toBe(true);
});

it("stops, refuses numbers out of range and says so if nothing could be trained", async () => {
  const stopped = randomSearch({ ...data, trials: 5, epochs: 1_000_000, signal: AbortSignal.abort() });
  await expect(stopped).rejects.toThrow(CancelledError);
  const stop = new AbortController();
  const atItsLast = { ...data, trials: 1, epochs: 1, signal: stop.signal, onTrial: () => stop.abort() };
  await expect(randomSearch(atItsLast)).rejects.toThrow(CancelledError);
  await expect(randomSearch({ ...data, trials: 0, epochs: 1 })).rejects.toThrow("trials must be");
  const diverging = { ...data, space: { learningRate: [1e30] }, trials: 2, epochs: 3 };
  await expect(halvingSearch(diverging)).rejects.toThrow(DivergedError);
});

it("draws from lists and ranges", () => {
  const random = new SeededRandom(1);
  for (let i = 0; i < 200; i++) {
    const { rate, size, rho, loss } = drawFrom<{ rate: number; size: number; rho: number; loss: string }>(
      {
        rate: { from: 1e-4, to: 1e-2, log: true },
        size: { from: 2, to: 7 },
        rho: { from: 0.9951, to: 0.9999 },
        loss: ["warp", "bpr"],
      },
      random,
      ["size"],
    );
    expect(rate).toBeGreaterThanOrEqual(1e-4);
    expect(rate).toBeLessThanOrEqual(1e-2);
    expect([2, 3, 4, 5, 6, 7]).toContain(size);
    expect(rho).toBeGreaterThanOrEqual(0.9951);
    expect(rho).toBeLessThanOrEqual(0.9999);
    expect(["warp", "bpr"]).toContain(loss);
  }
});
