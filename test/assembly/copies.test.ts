import { expect, it } from "vitest";
import {
  PLAN_BYTES,
  PLAN_COPIED,
  PLAN_COPIED_COUNT,
  PLAN_COPIES,
  PLAN_COPY_BASES,
  PLAN_ITEMS,
  PLAN_ROW_BYTES,
  SIDE_MOMENTA,
  SIDE_ONE,
  SIDE_SUMS,
  SIDE_VALUES,
} from "../../assembly/layout.ts";
import { Allocator } from "../../src/model/memory/Allocator.ts";
import { Kernel } from "../../src/model/memory/Kernel.ts";

/** Three features of four numbers, of which 2 and 0 are shared, and two threads' copies behind them. */
async function twoThreads(schedule: "adagrad" | "adadelta" = "adagrad") {
  const memory = new Allocator();
  const plans = [memory.block(PLAN_BYTES), memory.block(PLAN_BYTES)];
  const copied = memory.block(2 * 4);
  const [values, sums, momenta] = [memory.block(7 * 16), memory.block(7 * 16), memory.block(7 * 16)];
  const bases = plans.map(() => memory.block(2 * 3 * 16));
  const kernel = await Kernel.create(memory.bytes);
  kernel.u32(copied, 2).set([2, 0]);
  plans.forEach((plan, i) => {
    const fields = kernel.u32(plan, PLAN_BYTES / 4);
    fields[PLAN_ROW_BYTES / 4] = 16;
    fields[PLAN_COPIED / 4] = copied;
    fields[PLAN_COPIED_COUNT / 4] = 2;
    fields[PLAN_COPIES / 4] = 2 + 2 * i;
    fields[PLAN_COPY_BASES / 4] = bases[i];
    fields[(PLAN_ITEMS + SIDE_VALUES) / 4] = values;
    fields[(PLAN_ITEMS + SIDE_SUMS) / 4] = sums;
    fields[(PLAN_ITEMS + SIDE_MOMENTA) / 4] = schedule === "adadelta" ? momenta : 0;
    fields[(PLAN_ITEMS + SIDE_ONE) / 4] = 12;
  });
  const row = (table: number, feature: number) => kernel.f32(table + feature * 16, 4);
  for (let feature = 0; feature < 3; feature++) {
    row(values, feature).set([feature, 10, 20, 0]);
    row(sums, feature).set([1, 1, 1, Number.POSITIVE_INFINITY]);
  }
  const exchange = (thread: number) => kernel.run.exchange(plans[thread]);
  return {
    exchange,
    values: (i: number) => row(values, i),
    sums: (i: number) => row(sums, i),
    momenta: (i: number) => row(momenta, i),
  };
}

it("adds up what threads learn of shared features by themselves, and tells each of the other's", async () => {
  const { exchange, values, sums } = await twoThreads();
  exchange(0);
  exchange(1);
  expect([...values(3), ...values(4)]).toEqual([2, 10, 20, 0, 0, 10, 20, 0]);
  expect([...values(5), ...sums(5)]).toEqual([2, 10, 20, 0, 1, 1, 1, Number.POSITIVE_INFINITY]);

  values(3)[1] += 0.5;
  sums(3)[1] += 4;
  values(5)[1] += 0.25;
  values(6)[2] -= 1;
  exchange(0);
  exchange(1);
  exchange(0);
  for (const own of [2, 3, 5]) expect([...values(own)]).toEqual([2, 10.75, 20, 0]);
  for (const own of [0, 4, 6]) expect([...values(own)]).toEqual([0, 10, 19, 0]);
  for (const own of [2, 3, 5]) expect([...sums(own)]).toEqual([1, 5, 1, Number.POSITIVE_INFINITY]);
  expect([...values(1)]).toEqual([1, 10, 20, 0]);
});

it("merges adadelta's averages as if one thread had learnt after the other", async () => {
  const { exchange, sums, momenta } = await twoThreads("adadelta");
  sums(2)[0] = 8;
  exchange(0);
  exchange(1);
  // Each takes a step that leaves a quarter of what was; the second gains 3. Added up they would be 8 - 6 - 3 < 0.
  const [own, other] = [3, 5];
  for (const [copy, gained] of [
    [own, 0],
    [other, 3],
  ]) {
    sums(copy)[0] = 8 / 4 + gained;
    momenta(copy)[3] /= 4;
  }
  exchange(0);
  expect(sums(2)[0]).toBe(8 / 4);
  exchange(1);
  exchange(0);
  for (const copy of [2, own, other]) expect(sums(copy)[0]).toBe(8 / 4 / 4 + 3);
});
