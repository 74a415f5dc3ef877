import { expect, it } from "vitest";
import { LIKED } from "../../assembly/layout.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { DEFAULTS } from "../../src/model/hyperparameters.ts";
import { Kernel } from "../../src/model/memory/Kernel.ts";
import { dealOut, learntFrom, VisitLayout, writeVisits } from "../../src/model/visits.ts";

const WARP = { ...DEFAULTS, loss: "warp" } as const;
const LOGISTIC = { ...DEFAULTS, loss: "logistic" } as const;
const BLOCKS = { visits: 16, weights: 1024 };
const CHANGED = "interactions were changed while the model was learning from them: train on a copy.";

/** Not by users; user 2 only dislikes, and user 4 has nothing. */
const made = () =>
  new Interactions(5, 3, [3, 0, 2, 0, 1], [1, 0, 2, 1, 0], [1, 2, -1, 1, 1], [5, 6, 7, 8, 9]);

const kernel = await Kernel.create(65_536);
const visitsIn = (count: number) => [...kernel.u32(BLOCKS.visits, 2 * count)];
const weightsIn = (count: number) => [...kernel.f32(BLOCKS.weights, count)];
const liked = (item: number) => (item | LIKED) >>> 0;

it("a loss learns from likes alone, or from all", () => {
  const values = Float32Array.of(1, -1, 0, 2);
  const positions = Int32Array.of(3, 1, 0, 2);
  expect([...learntFrom(WARP, values, positions)]).toEqual([3, 0]);
  expect([...learntFrom(LOGISTIC, values, positions)]).toEqual([3, 1, 0, 2]);
});

it("visits are dealt out by users, to each thread about as many", () => {
  const dealt = (hyper: typeof DEFAULTS, threads: number) => {
    const { parts, starts } = dealOut(hyper, made(), threads);
    return { starts: [...starts], parts: parts.map(({ from, to }) => [from, to]) };
  };
  const likes = [0, 2, 3, 3, 4, 4];
  expect(dealt(WARP, 1)).toEqual({ starts: likes, parts: [[0, 4]] });
  expect(dealt(WARP, 2).parts).toEqual([
    [0, 2],
    [2, 4],
  ]);
  expect(dealt(LOGISTIC, 2)).toEqual({
    starts: [0, 2, 3, 4, 5, 5],
    parts: [
      [0, 3],
      [3, 5],
    ],
  });
  expect(dealOut(WARP, new Interactions(2, 2, [], [], []), 2).parts).toEqual([
    { from: 0, to: 0 },
    { from: 0, to: 0 },
  ]);
});

it("visits are written in the order of the positions, with likes marked", () => {
  writeVisits(kernel, BLOCKS, made(), Int32Array.of(2, 1));
  expect(visitsIn(2)).toEqual([2, 2, 0, liked(0)]);
  expect(weightsIn(2)).toEqual([7, 6]);
  const untouched = weightsIn(2);
  writeVisits(kernel, { ...BLOCKS, weights: 0 }, made(), Int32Array.of(0, 4));
  expect(visitsIn(2)).toEqual([3, liked(1), 1, liked(0)]);
  expect(weightsIn(2)).toEqual(untouched);
});

it.each([
  ["one thread, as they come", 1, [3, liked(1), 0, liked(0), 0, liked(1), 1, liked(0)], [5, 6, 8, 9]],
  ["two, by users", 2, [0, liked(0), 0, liked(1), 1, liked(0), 3, liked(1)], [6, 8, 9, 5]],
])("visits are laid out piece by piece: %s", (_, threads, visits, weights) => {
  const interactions = made();
  const layout = new VisitLayout(kernel, BLOCKS, WARP, interactions, dealOut(WARP, interactions, threads));
  expect([layout.next(2), layout.next(2), layout.next(2)]).toEqual([true, true, false]);
  expect(visitsIn(4)).toEqual(visits);
  expect(weightsIn(4)).toEqual(weights);
});

it.each<[string, (changed: Interactions) => void]>([
  ["a user beyond the last", ({ userIds }) => (userIds[4] = 5)],
  ["an item beyond the last", ({ itemIds }) => (itemIds[4] = 3)],
  ["a user below 0", ({ userIds }) => (userIds[4] = -1)],
  ["an item below 0", ({ itemIds }) => (itemIds[4] = -1)],
])("interactions with %s are refused", (_, change) => {
  const interactions = made();
  const layout = new VisitLayout(kernel, BLOCKS, WARP, interactions, dealOut(WARP, interactions, 1));
  change(interactions);
  expect(() => writeVisits(kernel, BLOCKS, interactions, Int32Array.of(0, 4))).toThrow(CHANGED);
  expect(() => layout.next(5)).toThrow(CHANGED);
});

it("interactions that have a like less since are refused at the end", () => {
  const interactions = made();
  const layout = new VisitLayout(kernel, BLOCKS, WARP, interactions, dealOut(WARP, interactions, 1));
  interactions.values[4] = 0;
  expect(layout.next(4)).toBe(true);
  expect(() => layout.next(1)).toThrow(CHANGED);
});
