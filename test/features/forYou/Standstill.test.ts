import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Standstill } from "../../../src/features/forYou/page/Standstill.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a change waits for a quiet moment, and only the latest happens", () => {
  const standstill = new Standstill();
  const done: string[] = [];
  standstill.hold();
  standstill.whenQuiet(() => done.push("first"));
  standstill.whenQuiet(() => done.push("second"));
  vi.advanceTimersByTime(1000);
  standstill.hold();
  vi.advanceTimersByTime(1000);
  expect(done).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(done).toEqual(["second"]);
});

test("a change happens at once where nobody is at work, or as soon as they leave", () => {
  const standstill = new Standstill();
  let changes = 0;
  standstill.whenQuiet(() => changes++);
  expect(changes).toBe(1);
  standstill.hold();
  standstill.whenQuiet(() => changes++);
  expect(changes).toBe(1);
  standstill.release();
  expect(changes).toBe(2);
});
