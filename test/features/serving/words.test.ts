import { expect, test } from "vitest";
import { servingClaim } from "../../../src/features/serving/page/words.ts";

test("how much faster the database is stands in words", () => {
  const batch = { epochs: 20 } as Parameters<typeof servingClaim>[0];
  const times = (median: number) => ({ median, percentile95: median, calls: 50 });
  const measure = { onDemand: times(4), batch: times(0.002), epochs: 20, stale: 0 } as Parameters<
    typeof servingClaim
  >[1];
  expect(servingClaim(batch, measure)).toBe(
    "Over 50 look-ups, the database is about 2,000 times as fast as the model, and its lists are still the model’s own.",
  );
});
