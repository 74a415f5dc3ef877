import { expect, test } from "vitest";
import { duration, megabytes, ordinal } from "../../src/ui/words.ts";

test("times, sizes and places are said as people say them", () => {
  const spoken = (seconds: number) => duration(seconds).replaceAll("\u00a0", " ");
  expect([0.04, 9.94, 48.2, 59.4, 59.6, 60, 200].map(spoken)).toEqual([
    ...["0.0 s", "9.9 s", "48 s", "59 s", "1 min 0 s", "1 min 0 s", "3 min 20 s"],
  ]);
  expect([850_000, 999_999, 2_400_000].map(megabytes)).toEqual(["850 kB", "1000 kB", "2.4 MB"]);
  expect([1, 2, 3, 11, 12, 13, 21, 102, 1003].map(ordinal)).toEqual([
    ...["1st", "2nd", "3rd", "11th", "12th", "13th", "21st", "102nd", "1,003rd"],
  ]);
});
