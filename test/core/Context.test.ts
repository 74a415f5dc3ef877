import { expect, test } from "vitest";
import type { DatasetSummary } from "../../src/core/api/DatasetSummary.ts";
import { CancelledError } from "../../src/errors.ts";
import { pageInProcess } from "../support/pageInProcess.ts";

test("an answer about data that is no longer in use is dropped, and so is its failure", async () => {
  const { context } = pageInProcess([]);
  const { workspace } = context;
  const load = (name: string) => workspace.set({ dataset: { name } as DatasetSummary });
  load("films");
  expect(await context.forThisData(async () => 1)).toBe(1);
  await expect(context.forThisData(() => Promise.reject(new TypeError("Broken.")))).rejects.toThrow(
    "Broken.",
  );
  for (const outcome of [() => 1, () => Promise.reject(new TypeError("Broken."))]) {
    load("films");
    const asked = context.forThisData(async () => {
      load("books");
      return outcome();
    });
    await expect(asked).rejects.toThrow(CancelledError);
  }
});
