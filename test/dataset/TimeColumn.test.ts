import { expect, it } from "vitest";
import { TimeColumn } from "../../src/dataset/reading/TimeColumn.ts";

const LAST = 2 ** 32 - 1;

it.each<[number[], typeof Uint32Array | typeof Float64Array]>([
  [[], Uint32Array],
  [[0, 1, LAST], Uint32Array],
  [[5, -1, 6], Float64Array],
  [[5, LAST + 1, 6], Float64Array],
  [[5, 0.5, 6], Float64Array],
])("keeps the times %j, one by one or at once", (times, Kind) => {
  const [single, atOnce, inTwo] = [new TimeColumn(), new TimeColumn(), new TimeColumn()];
  for (const time of times) single.push(time);
  atOnce.append(Float64Array.from(times), times.length);
  inTwo.append(Float64Array.from(times), Math.min(1, times.length));
  inTwo.append(Float64Array.from(times.slice(1)), Math.max(0, times.length - 1));
  for (const column of [single, atOnce, inTwo]) expect(column.finish()).toEqual(Kind.from(times));
});

it("appends no more than it is told to, behind what was there", () => {
  const times = new TimeColumn();
  times.push(1);
  times.append(Float64Array.of(2, 3, -4), 2);
  times.append(Float64Array.of(5, -6), 1);
  expect(times.finish()).toEqual(Uint32Array.of(1, 2, 3, 5));
});
