import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DatasetSummary } from "../../src/core/api/DatasetSummary.ts";

const CORES = 12;

/** What data with so many ratings is trained with, in a page that may share memory between threads or may not. */
async function threadsFor(interactions: number, isIsolated: boolean): Promise<number> {
  vi.stubGlobal("crossOriginIsolated", isIsolated);
  const { defaultSettings } = await import("../../src/core/page/defaultSettings.ts");
  const data = { users: 5_000, items: 4_000, positives: interactions / 2, interactions };
  return defaultSettings(data as DatasetSummary).threads;
}

describe("the threads that a model is trained with unless the person chooses otherwise", () => {
  beforeEach(() => {
    vi.resetModules();
    vi.stubGlobal("navigator", { hardwareConcurrency: CORES });
  });
  afterEach(() => vi.unstubAllGlobals());

  it("are as many as the machine has cores from a million ratings on", async () => {
    expect(await threadsFor(1_000_000, true)).toBe(CORES);
  });

  it("are one below that, so that the same seed gives the same model", async () => {
    expect(await threadsFor(999_999, true)).toBe(1);
  });

  it("are one where the page may not share memory", async () => {
    expect(await threadsFor(32_000_204, false)).toBe(1);
  });
});
