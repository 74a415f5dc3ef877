import { expect, it } from "vitest";
import {
  type HalvingRules,
  type HalvingStep,
  successiveHalving,
} from "../../../src/experiment/search/successiveHalving.ts";

/** Settings are what they score, whatever they are trained for; NaN stands for settings that diverge. */
async function run(scores: readonly number[], rules: Partial<HalvingRules<number, number>> = {}) {
  const trained: [score: number, epochs: number][] = [];
  const steps: HalvingStep<number, number>[] = [];
  const halving = successiveHalving<number, number>({
    draw: (number) => scores[number - 1],
    begin: (score) => ({
      async trainTo(epochs) {
        trained.push([score, epochs]);
        return Number.isNaN(score) ? null : score;
      },
    }),
    score: (score) => score,
    epochs: 9,
    candidates: 9,
    brackets: 1,
    keepFirst: false,
    ...rules,
  });
  for await (const step of halving) steps.push(step);
  return { trained, steps };
}

const NINE = [0.1, 0.9, 0.2, 0.8, 0.3, 0.7, 0.4, 0.6, 0.5];

it("trains the best third three times as long, down to one", async () => {
  const { trained, steps } = await run(NINE);
  expect(trained.slice(9)).toEqual([
    [0.9, 3],
    [0.8, 3],
    [0.7, 3],
    [0.9, 9],
  ]);
  expect(steps.at(-1)?.best).toEqual({ number: 2, settings: 0.9, epochs: 9, result: 0.9 });
});

it("keeps what it begins with for comparison, and compares at equal epochs only", async () => {
  const { trained, steps } = await run(NINE, { keepFirst: true });
  expect(trained.slice(9)).toEqual([
    [0.9, 3],
    [0.8, 3],
    [0.7, 3],
    [0.1, 3],
    [0.9, 9],
    [0.1, 9],
  ]);
  // Until a rung is finished, the best is that of the rung below.
  expect(steps.map(({ best }) => best.epochs)).toEqual(
    [...Array(12).fill(1), 3, 3, 9].with(9, 1).with(12, 3),
  );
});

it("leaves out what diverges, and goes on to the next bracket", async () => {
  const { trained, steps } = await run(
    [Number.NaN, 0.2, 0.1, Number.NaN, Number.NaN, Number.NaN, 0.3, 0.4, 0.5],
    {
      candidates: 3,
      brackets: 3,
    },
  );
  expect(trained.map(([, epochs]) => epochs)).toEqual([3, 3, 3, 9, 3, 3, 3, 3, 3, 3, 9]);
  expect(steps.at(-1)?.best.settings).toBe(0.5);
});
