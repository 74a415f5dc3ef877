import { expect, it } from "vitest";
import { CallTimes } from "../../../src/features/serving/worker/CallTimes.ts";

it("times every call, and says the middle and the slow end of all", async () => {
  let now = 0;
  let calls = 0;
  const times = new CallTimes(() => now);
  // 200 calls of 1 to 200 ms, the slow ones first.
  for (let milliseconds = 200; milliseconds > 0; milliseconds--) {
    const answer = await times.time(async () => {
      now += milliseconds;
      return ++calls;
    });
    expect(answer).toBe(calls);
    now += 1000;
  }
  expect(times.latency).toEqual({ calls: 200, median: 100, percentile95: 190 });
  expect(calls).toBe(200);
});

it("does not count a call that failed", async () => {
  const times = new CallTimes();
  await expect(times.time(() => Promise.reject(new Error("gone")))).rejects.toThrow("gone");
  await times.time(() => 1);
  expect(times.latency.calls).toBe(1);
});
