import { expect, it } from "vitest";
import { aucScore, precisionAtK, recallAtK, reciprocalRank } from "../../src/evaluation/evaluation.ts";
import { LightFM } from "../../src/model/LightFM.ts";
import { twoTastes } from "../support/problems.ts";

const interactions = twoTastes();
const train = interactions.pick(Int32Array.from({ length: 250 }, (_, i) => i));
const test = interactions.pick(Int32Array.from({ length: interactions.length - 250 }, (_, i) => 250 + i));

it("gives a figure a user with test items, or keeps every row, as LightFM does", async () => {
  const model = await new LightFM({ loss: "warp", seed: 1 }).fit(train, { epochs: 5 });
  const tested = new Set(test.userIds);
  expect(tested.size).toBeLessThan(interactions.users);
  for (const metric of [aucScore, precisionAtK, recallAtK, reciprocalRank]) {
    const figures = await metric(model, test, { train });
    expect(figures).toHaveLength(tested.size);
    const all = await metric(model, test, { train, preserveRows: true });
    expect([...all].filter((_, user) => tested.has(user))).toEqual([...figures]);
    const untested = [...all].find((_, user) => !tested.has(user));
    expect(untested).toBe(metric === aucScore ? 0.5 : 0);
  }
});

it("looks at as many of the best as it is told", async () => {
  const model = await new LightFM({ loss: "warp", seed: 1 }).fit(train, { epochs: 5 });
  const everything = await recallAtK(model, test, { train, k: interactions.items });
  expect([...everything].every((share) => share === 1)).toBe(true);
});
