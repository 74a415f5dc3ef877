import { expect, it } from "vitest";
import * as layout from "../../../assembly/layout.ts";
import { FeatureMatrix } from "../../../src/matrix/FeatureMatrix.ts";
import { SeededRandom } from "../../../src/matrix/random.ts";
import { beginEpoch, drawSeeds, meanLoss, regularize } from "../../../src/model/epoch.ts";
import { Allocator } from "../../../src/model/memory/Allocator.ts";
import { FeatureTable } from "../../../src/model/memory/FeatureTable.ts";
import { Kernel } from "../../../src/model/memory/Kernel.ts";
import { reserveMatrix, writeMatrix } from "../../../src/model/memory/matrixBlocks.ts";
import { reserveRows, writeRows, writeSorted } from "../../../src/model/memory/userRows.ts";
import { atOnce } from "../../../src/steps.ts";
import { interactionsOf } from "../../support/problems.ts";

const kernel = await Kernel.create(65_536);

it("of a matrix, the rows' ends lie in memory, and its entries with an empty one behind them", () => {
  const matrix = FeatureMatrix.fromRows(
    [
      [[4, 0.5]],
      [],
      [
        [0, 2],
        [3, -1],
      ],
    ],
    5,
  );
  const memory = new Allocator();
  const blocks = reserveMatrix(memory, matrix);
  expect([blocks, memory.bytes]).toEqual([{ indptr: 16, entries: 32 }, 64]);
  kernel.u32(16, 16).fill(7);
  writeMatrix(kernel, blocks, matrix);
  expect([...kernel.u32(16, 4)]).toEqual([0, 1, 1, 3]);
  expect([0, 2, 4, 6].map((at) => kernel.u32(32, 8)[at])).toEqual([4, 0, 3, 0]);
  expect([1, 3, 5, 7].map((at) => kernel.f32(32, 8)[at])).toEqual([0.5, 2, -1, 0]);
  expect(kernel.u32(64, 1)[0]).toBe(7);
  const wide = FeatureMatrix.fromRows(
    Array.from({ length: 8 }, () => []),
    5,
  );
  expect(reserveMatrix(new Allocator(), wide)).toEqual({ indptr: 16, entries: 64 });
});

it("an identity takes no memory, and writes nothing", () => {
  const memory = new Allocator();
  const blocks = reserveMatrix(memory, FeatureMatrix.identity(3));
  expect([blocks, memory.bytes]).toEqual([{ indptr: 0, entries: 0 }, 16]);
  kernel.u32(0, 8).fill(7);
  writeMatrix(kernel, blocks, FeatureMatrix.identity(3));
  expect([...kernel.u32(0, 8)]).toEqual(new Array(8).fill(7));
});

it("rows lie as they are, or are sorted where they are to lie", () => {
  const memory = new Allocator();
  const blocks = reserveRows(memory, 4, 9);
  expect([blocks, memory.bytes]).toEqual([{ indptr: 16, indices: 48 }, 96]);
  writeRows(kernel, blocks, { indptr: Int32Array.of(0, 0, 2), indices: Int32Array.of(5, 9) });
  expect([...kernel.u32(16, 3), ...kernel.u32(48, 2)]).toEqual([0, 0, 2, 5, 9]);
  const own = interactionsOf(4, 10, [
    [3, 9, 1],
    [1, 4, -1],
    [3, 0, 1],
    [0, 9, 1],
  ]);
  atOnce(writeSorted(kernel, blocks, own));
  expect([...kernel.u32(16, 5), ...kernel.u32(48, 4)]).toEqual([0, 1, 2, 2, 4, 9, 4, 0, 9]);
});

it.each([
  [0, 10],
  [1, -2],
  [2, 11],
  [3, -9],
])("rows with an item that is none are refused: entry %i is item %i", (entry, item) => {
  const own = interactionsOf(3, 10, [
    [0, 2, 1],
    [0, 9, 1],
    [2, 0, 1],
    [2, 9, 1],
  ]);
  own.itemIds[entry] = item;
  const sorting = () => atOnce(writeSorted(kernel, reserveRows(new Allocator(), 3, 4), own));
  expect(sorting).toThrow(
    "interactions were changed while the model was learning from them: train on a copy.",
  );
});

it("an epoch's seeds are the next three numbers", () => {
  const random = new SeededRandom(5);
  const [high, low, sampler] = Array.from({ length: 3 }, () => random.uint32());
  const from = new SeededRandom(5);
  expect(drawSeeds(from)).toEqual({
    shuffle: BigInt(high) * 2n ** 32n + BigInt(low),
    sampler: Math.floor(sampler / 2),
  });
  expect(from.state).toEqual(random.state);
});

it("an epoch begins with its seeds, and with nothing drawn, learnt or lost", () => {
  kernel.u32(1024, layout.PLAN_BYTES / 4).fill(7);
  beginEpoch(kernel, 1024, { shuffle: 2n ** 40n, sampler: 99 });
  const changed = new Map<number, number>();
  kernel.u32(1024, layout.PLAN_BYTES / 4).forEach((value, i) => {
    if (value !== 7) changed.set(4 * i, value);
  });
  expect(Object.fromEntries(changed)).toEqual({
    [layout.PLAN_SAMPLER_STATE]: 99,
    [layout.PLAN_NEXT]: 0,
    [layout.PLAN_DRAWN_COUNT]: 0,
    [layout.PLAN_LEARNT]: 0,
    [layout.PLAN_SHUFFLE_SEED]: 0,
    [layout.PLAN_SHUFFLE_SEED + 4]: 256,
    [layout.PLAN_LOSS]: 0,
    [layout.PLAN_LOSS + 4]: 0,
  });
});

it("the mean loss is over what all threads learnt from, and 0 of nothing", () => {
  const plans = [1024, 2048];
  const told = (losses: number[], learnt: number[]) => {
    plans.forEach((plan, i) => {
      kernel.f64(plan + layout.PLAN_LOSS, 1)[0] = losses[i];
      kernel.u32(plan + layout.PLAN_LEARNT, 1)[0] = learnt[i];
    });
    return meanLoss(kernel, plans);
  };
  expect(told([6, 1], [2, 5])).toBe(1);
  expect(told([0, 0], [0, 0])).toBe(0);
});

it("what threads owe to regularisation is settled at once, by the product of their scales", () => {
  const plans = [1024, 2048, 4096];
  const values = { [layout.PLAN_USERS]: 8192, [layout.PLAN_ITEMS]: 8256 };
  for (const [side, pointer] of Object.entries(values)) {
    const at = Number(side);
    plans.forEach((plan, i) => {
      kernel.u32(plan + at, layout.SIDE_BYTES / 4).fill(0);
      kernel.f64(plan + at + layout.SIDE_SCALE, 1)[0] = [2, 5, at === layout.PLAN_USERS ? 1 : 3][i];
      kernel.u32(plan + at + layout.SIDE_VALUES, 1)[0] = pointer;
      kernel.u32(plan + at + layout.SIDE_FEATURES, 1)[0] = 2;
    });
    kernel.f32(pointer, 12).fill(30);
  }
  kernel.u32(1024 + layout.PLAN_ROW_BYTES, 1)[0] = 16;
  regularize(kernel, plans);
  expect([...kernel.f32(8192, 12)]).toEqual([...new Array(8).fill(3), ...new Array(4).fill(30)]);
  expect([...kernel.f32(8256, 12)]).toEqual([...new Array(8).fill(1), ...new Array(4).fill(30)]);
  for (const plan of plans)
    for (const side of [layout.PLAN_USERS, layout.PLAN_ITEMS])
      expect(kernel.f64(plan + side + layout.SIDE_SCALE, 1)[0]).toBe(1);
});

it("a table's rows come apart into embeddings and biases, and together again", () => {
  const rows = { user: [1, 2, 3, 0, 4, 5, 6, 0], item: [1, 2, 0, 3, 4, 5, 0, 6] };
  const parts = { embeddings: Float32Array.of(1, 2, 4, 5), biases: Float32Array.of(3, 6) };
  for (const side of ["user", "item"] as const) {
    const table = FeatureTable.begin(side, 2, "adagrad");
    expect(table.split(Float32Array.from(rows[side]))).toEqual(parts);
    expect([...table.join(parts)]).toEqual(rows[side]);
    expect([...table.join(parts, 9)]).toEqual(rows[side].map((value) => value || 9));
  }
});

it("a table that is only read keeps its values, and a copy has arrays of its own", () => {
  for (const schedule of ["adagrad", "adadelta"] as const) {
    const table = FeatureTable.begin("item", 2, schedule).grown(3, new SeededRandom(1));
    const read = table.toRead();
    expect([read.values === table.values, read.sums.length, read.momenta?.length]).toEqual([
      true,
      0,
      schedule === "adadelta" ? 0 : undefined,
    ]);
    const copy = table.clone();
    expect(copy).toEqual(table);
    expect([copy.values === table.values, copy.sums === table.sums]).toEqual([false, false]);
    if (table.momenta) expect(copy.momenta).not.toBe(table.momenta);
    else expect(copy.momenta).toBe(null);
  }
});
