import { expect, it } from "vitest";
import type { DatasetSummary } from "../../../src/core/api/DatasetSummary.ts";
import { chosenFor, neighboursFor } from "../../../src/features/training/page/sentences.ts";
import type { NeighbourChoice } from "../../../src/model/scorer/neighbourChoice.ts";

const chosen = (users: number, items: number, positives: number, hasTastes = true) =>
  chosenFor({ users, items, positives, hasTastes, nouns: { one: "film", many: "films" } } as DatasetSummary);

it("says what was chosen for the data, and why", () => {
  expect(chosen(671, 9_066, 82_170)).toBe(
    "Defaults for this data: 32 components, 30 epochs. People like 122 of 9,066 films on average. That is plenty: more of either would gain nothing.",
  );
  expect(chosen(6_040, 3_260, 998_539)).toMatch(
    /L2 penalties are 30% of the usual, as they apply at every step\.$/,
  );
  expect(chosen(20_000, 12_000, 108_000, false)).toBe(
    "Defaults for this data: 16 components, 15 epochs. Here popularity predicts what people like better than their other likes do, so there is little to learn.",
  );
});

it("says how much neighbours count, and why", () => {
  const said = (neighbours: NeighbourChoice | null, positives = 82_170) =>
    neighboursFor({ neighbours, positives, nouns: { one: "book", many: "books" } } as DatasetSummary);
  const usual: NeighbourChoice = { weight: 12, weightOfMany: 12, reasons: [], isShortened: false };
  expect(said(usual)).toBe(
    "Lists also draw on what people with the same likes like: the neighbour score, with a weight of 12, the usual.",
  );
  expect(said({ ...usual, weight: 24, weightOfMany: 72, reasons: ["scattered"] })).toBe(
    "Lists also draw on what people with the same likes like: the neighbour score, with a weight of 24 (usually 12), because few people like the same books. It grows towards 72 for people with many known likes.",
  );
  expect(said({ ...usual, weight: 6, weightOfMany: 6, isShortened: true }, 998_539)).toMatch(
    /with a weight of 6; with 998,539 likes, only the main tastes are compared\.$/,
  );
  expect(said(null, 20_000_263)).toBe("With 20,000,263 likes, lists come from the model alone.");
});
