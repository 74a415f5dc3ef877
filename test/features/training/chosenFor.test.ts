import { expect, it } from "vitest";
import type { DatasetSummary } from "../../../src/core/api/DatasetSummary.ts";
import { chosenFor } from "../../../src/features/training/page/sentences.ts";

const chosen = (users: number, items: number, positives: number) =>
  chosenFor({ users, items, positives, nouns: { one: "film", many: "films" } } as DatasetSummary);

it("says what was chosen for the data, and why", () => {
  expect(chosen(671, 9_066, 82_170)).toBe(
    "Defaults for this data: 32 components, 30 epochs. People like 122 of 9,066 films on average. That is plenty: more of either would gain nothing.",
  );
  expect(chosen(6_040, 3_260, 998_539)).toMatch(
    /L2 penalties are 30% of the usual, as they apply at every step\.$/,
  );
});
