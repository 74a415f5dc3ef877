import { expect, it } from "vitest";
import { recommendedFor } from "../../src/model/recommended.ts";

it("gives sparse data more components and epochs, and little or dense data no more", () => {
  const sizeFor = (users: number, likes: number) => {
    const { hyperparameters, epochs } = recommendedFor({ users, likes });
    return [hyperparameters.noComponents, epochs];
  };
  expect(sizeFor(671, 82_000)).toEqual([32, 30]);
  expect(sizeFor(1_900, 90_000)).toEqual([64, 60]);
  expect(sizeFor(671, 20_000)).toEqual([32, 30]);
  expect(sizeFor(200_000, 9_000_000)).toEqual([32, 30]);
});
