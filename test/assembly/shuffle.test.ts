import { expect, it } from "vitest";
import { PLAN_BYTES, PLAN_FROM, PLAN_TO, PLAN_VISITS, PLAN_WEIGHTS } from "../../assembly/layout.ts";
import { SeededRandom } from "../../src/matrix/random.ts";
import { beginEpoch, drawSeeds } from "../../src/model/epoch.ts";
import { Allocator } from "../../src/model/memory/Allocator.ts";
import { Kernel } from "../../src/model/memory/Kernel.ts";

/** The shuffled ones lie behind two of another thread. */
const FROM = 2;
const VISITS = 5;

/** Visits by user i of item 2i, weighing 3i, in the order that they have after a shuffle: the users. */
async function shuffled(seed: number, times: number): Promise<string[]> {
  const memory = new Allocator();
  const plan = memory.block(PLAN_BYTES);
  const visits = memory.block((FROM + VISITS) * 8);
  const weights = memory.block((FROM + VISITS) * 4);
  const kernel = await Kernel.create(memory.bytes);
  kernel.u32(plan, PLAN_BYTES / 4)[PLAN_VISITS / 4] = visits;
  kernel.u32(plan, PLAN_BYTES / 4)[PLAN_WEIGHTS / 4] = weights;
  kernel.u32(plan, PLAN_BYTES / 4)[PLAN_FROM / 4] = FROM;
  kernel.u32(plan, PLAN_BYTES / 4)[PLAN_TO / 4] = FROM + VISITS;
  const pairs = kernel.u32(visits + FROM * 8, 2 * VISITS);
  const own = kernel.f32(weights + FROM * 4, VISITS);
  for (let i = 0; i < VISITS; i++) {
    pairs.set([i, 2 * i], 2 * i);
    own[i] = 3 * i;
  }
  const random = new SeededRandom(seed);
  let paired = true;
  const orders = Array.from({ length: times }, () => {
    beginEpoch(kernel, plan, drawSeeds(random));
    kernel.run.shuffle(plan);
    const users = Array.from({ length: VISITS }, (_, i) => pairs[2 * i]);
    paired &&= users.every((user, i) => pairs[2 * i + 1] === 2 * user && own[i] === 3 * user);
    return users.join("");
  });
  expect(paired).toBe(true);
  expect([...kernel.u32(visits, 2 * FROM), ...kernel.f32(weights, FROM)]).toEqual(
    new Array(3 * FROM).fill(0),
  );
  return orders;
}

it("moves visits and their weights together, into every order, the same by the same seed", async () => {
  const orders = await shuffled(1, 6000);
  expect(await shuffled(1, 5)).toEqual(orders.slice(0, 5));
  const counts = new Map<string, number>();
  for (const order of orders) counts.set(order, (counts.get(order) ?? 0) + 1);
  // All 120 orders of five, each 50 times on average: no Poisson figure of 120 strays so far.
  expect(counts.size).toBe(120);
  expect(Math.min(...counts.values())).toBeGreaterThan(20);
  expect(Math.max(...counts.values())).toBeLessThan(90);
});
