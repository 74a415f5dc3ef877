import { expect, it } from "vitest";
import * as layout from "../../assembly/layout.ts";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { checkHyperparameters } from "../../src/model/hyperparameters.ts";
import { initialState } from "../../src/model/ModelState.ts";
import { TrainingMemory } from "../../src/model/memory/TrainingMemory.ts";

const { SHUFFLED_TOGETHER } = layout;

/** The users of an epoch's visits in their order; everybody likes 50 of 50 items, one after the other. */
async function usersVisited(users: number): Promise<Uint32Array> {
  const each = Array.from({ length: users * 50 }, (_, i) => i);
  const interactions = new Interactions(
    users,
    50,
    each.map((i) => i % users),
    each.map((i) => Math.floor(i / users)),
    each.map(() => 1),
  );
  const data = {
    interactions,
    userFeatures: FeatureMatrix.identity(users),
    itemFeatures: FeatureMatrix.identity(50),
  };
  const hyper = checkHyperparameters({ loss: "warp", noComponents: 2 });
  const { tables, random } = initialState(hyper);
  const grown = { users: tables.users.grown(users, random), items: tables.items.grown(50, random) };
  const memory = await TrainingMemory.create(hyper, grown, data);
  memory.beginEpoch([{ shuffle: 5n, sampler: 5 }]);
  memory.beginPart();
  const plan = memory.kernel.u32(memory.plans[0], layout.PLAN_BYTES / 4);
  const visits = memory.kernel.u32(plan[layout.PLAN_VISITS / 4], 2 * interactions.length);
  return visits.filter((_, i) => i % 2 === 0);
}

it("many visits are made by blocks of users, in any order within a block and each once", async () => {
  const visited = await usersVisited(6000);
  expect(visited.length).toBeGreaterThan(2 * SHUFFLED_TOGETHER);
  const counts = new Int32Array(6000);
  let before = 0;
  for (let from = 0; from < visited.length; from += SHUFFLED_TOGETHER) {
    const block = visited.subarray(from, from + SHUFFLED_TOGETHER);
    for (const user of block) counts[user]++;
    expect(block.every((user) => user >= before)).toBe(true);
    expect(block[1000]).not.toBe(block[1001]);
    before = block.reduce((most, user) => Math.max(most, user), 0);
  }
  expect(counts.every((count) => count === 50)).toBe(true);
});
