import { expect, it } from "vitest";
import { areTitles } from "../../src/dataset/reading/describeItems.ts";

it("tells titles from codes, however long they are", () => {
  expect(areTitles(["Heat", "The Matrix", "Toy Story", "Up in the Air"])).toBe(true);
  expect(areTitles(["tt0113277", "B00ABC", "a-b", "Heat"])).toBe(false);
  // Looked for from each letter on, this took minutes.
  expect(areTitles(Array<string>(20).fill("x".repeat(1_000_000)))).toBe(false);
});
