import { expect, it } from "vitest";
import { recommendedFor } from "../../src/model/recommended.ts";

function sizeFor(users: number, items: number, likes: number) {
  const { hyperparameters, epochs } = recommendedFor({ users, items, likes });
  return [hyperparameters.noComponents, epochs];
}

it("gives sparse data more components and epochs, and little or dense data no more", () => {
  expect(sizeFor(671, 9_066, 82_000)).toEqual([32, 30]);
  expect(sizeFor(1_900, 17_600, 90_000)).toEqual([64, 60]);
  expect(sizeFor(671, 9_066, 20_000)).toEqual([32, 30]);
  expect(sizeFor(200_000, 20_000, 9_000_000)).toEqual([32, 30]);
});

it("learns a few things that many like with less, so that it does not know them by heart", () => {
  expect(sizeFor(5_000, 100, 170_000)).toEqual([8, 5]);
  expect(sizeFor(32_711, 285, 98_654)).toEqual([15, 10]);
  expect(sizeFor(300, 100, 10_000)).toEqual([8, 10]);
  expect(sizeFor(943, 1_682, 82_520)).toEqual([32, 30]);
  expect(sizeFor(100, 50, 1_000)).toEqual([32, 30]);
});
