import { expect, it } from "vitest";
import { bootstrapInterval } from "../../../src/evaluation/intervals.ts";
import { pooledChallenges, spreadOf } from "../../../src/experiment/challenges/pooledChallenges.ts";
import type { ChallengeFindings } from "../../../src/experiment/challenges/runChallenges.ts";
import { SeededRandom } from "../../../src/matrix/random.ts";

const interval = (mean: number) => ({ mean, low: mean - 1, high: mean + 1, users: 10 });

/** What pooling tells apart, not a whole finding. */
function seed(mean: number, genres: string[], target: string, against = "random") {
  return {
    accuracy: {
      model: { auc: interval(mean) },
      byActivity: [{ name: `${mean} to 1,25${mean} likes`, figures: { auc: interval(mean) } }],
      byGenre: genres.map((name, i) => ({ name, auc: interval(mean + i) })),
    },
    beyondAccuracy: { model: { coverage: mean, diversity: null } },
    closedLoop: { policies: [{ name: "as is", rounds: [{ gini: mean }, { gini: mean }] }] },
    robustness: {
      attacks: [
        { kind: "random", goal: "push", target: mean, targetName: target, detection: { roc: [mean] } },
      ],
      against: { kind: against, goal: "push" },
      guards: [{ guard: "none", after: interval(mean) }],
    },
  } as unknown as ChallengeFindings;
}

it("averages figures and bounds over seeds, row by name", () => {
  const pooled = pooledChallenges([seed(1, ["Drama", "War"], "Heat"), seed(3, ["War", "Noir"], "Alien")]);
  expect(pooled).toEqual({
    accuracy: {
      model: { auc: interval(2) },
      byActivity: [{ name: "1 to 1,253 likes", figures: { auc: interval(2) } }],
      byGenre: [{ name: "War", auc: interval(2.5) }],
    },
    beyondAccuracy: { model: { coverage: 2, diversity: null } },
    closedLoop: { policies: [{ name: "as is", rounds: [{ gini: 2 }, { gini: 2 }] }] },
    robustness: {
      attacks: [
        { kind: "random", goal: "push", target: 1, targetName: "Heat / Alien", detection: { roc: [1] } },
      ],
      against: { kind: "random", goal: "push" },
      guards: [{ guard: "none", after: interval(2) }],
    },
  });
});

it("puts guards together that were tried on the same attack", () => {
  const seeds = [seed(1, [], "Heat", "segment"), seed(3, [], "Heat"), seed(5, [], "Heat")];
  const { against, guards } = pooledChallenges(seeds).robustness;
  expect(against.kind).toBe("random");
  expect(guards[0].after).toEqual(interval(4));
});

it("keeps intervals that hold the truth in 93 to 97 of 100", () => {
  const random = new SeededRandom(4);
  let held = 0;
  for (let i = 0; i < 1000; i++) {
    // Users differ, and each differs from seed to seed: E = 0.5.
    const users = Array.from({ length: 40 }, () => random.float());
    const seeds = [0, 1, 2].map(() => {
      const auc = bootstrapInterval(users.map((figure) => figure + 0.4 * (random.float() - 0.5)));
      const robustness = { against: {}, guards: [] };
      return { accuracy: { model: { auc }, byActivity: [] }, robustness } as unknown as ChallengeFindings;
    });
    const { low, high } = pooledChallenges(seeds).accuracy.model.auc;
    if (low <= 0.5 && 0.5 <= high) held++;
  }
  expect(held).toBeGreaterThanOrEqual(930);
  expect(held).toBeLessThanOrEqual(970);
});

it("says how far figures differ from seed to seed", () => {
  const runs = [1, 3].map((mean) => {
    const figures = { auc: interval(mean), precisionAt10: interval(0.5) };
    return {
      accuracy: { model: figures, modelLessPopularity: figures },
      beyondAccuracy: { model: { coverage: interval(0.5), gini: interval(mean) } },
      popularityBias: { groups: [{ precision: interval(0.5) }] },
      closedLoop: {
        policies: [
          { rounds: [{ coverage: interval(mean) }, { coverage: interval(0.5) }] },
          { foundLessAsIs: interval(0.5) },
        ],
      },
      robustness: { attacks: [{ risen: interval(0.5), detection: { auc: interval(0.5) } }] },
    } as unknown as ChallengeFindings;
  });
  // 1 and 3 deviate from 2 by 1 each: the root of (1 + 1) / (2 - 1).
  const different = { mean: 2, deviation: Math.SQRT2 };
  expect(spreadOf(runs)).toEqual(
    spreadOf(runs).map(({ name }) => ({
      name,
      ...(["AUC", "Gini of exposure"].includes(name) ? different : { mean: 0.5, deviation: 0 }),
    })),
  );
});

it("leaves one seed as it is", () => {
  const only = seed(1, ["Drama"], "Heat");
  expect(pooledChallenges([only])).toBe(only);
});
