import { expect, onTestFinished, test, vi } from "vitest";
import { OpeningStore } from "../../../src/core/page/opening/OpeningStore.ts";
import { DataStore } from "../../../src/features/data/page/DataStore.ts";
import { pageInProcess } from "../../support/pageInProcess.ts";

test("what is read of a large file is shown ten times a second at most, and nothing of it once it is read", async () => {
  vi.stubGlobal("window", Object.assign(new EventTarget(), { location: { hash: "" } }));
  onTestFinished(() => void vi.unstubAllGlobals());
  const { context, stores } = pageInProcess([OpeningStore, DataStore]);
  const { workspace } = context;
  let shown = 0;
  let before = workspace.get().reading;
  workspace.subscribe(() => {
    const { reading } = workspace.get();
    if (reading && reading.rows > 0 && reading !== before) shown++;
    before = reading;
  });
  const lines = Array.from({ length: 400_000 }, (_, i) => `${i % 4000},${i % 977},${1 + (i % 5)}\n`);
  const began = performance.now();
  stores.get(OpeningStore).open([new File(["userId,movieId,rating\n", lines.join("")], "ratings.csv")]);
  await workspace.until(({ dataset }) => dataset !== null);
  const tenths = (performance.now() - began) / 100;
  expect(shown).toBeGreaterThan(0);
  // One more at the beginning, and the last may follow sooner.
  expect(shown).toBeLessThan(tenths + 2);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(workspace.get().reading).toBeNull();
});
