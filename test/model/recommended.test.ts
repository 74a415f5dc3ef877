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

it("gives half as much to sparse data whose likes follow popularity alone", () => {
  const sizeOf = (likes: number) => {
    const { hyperparameters, epochs } = recommendedFor({ users: 20_000, items: 12_000, likes }, false);
    return [hyperparameters.noComponents, epochs];
  };
  expect(sizeOf(108_000)).toEqual([16, 15]);
  expect(sizeOf(20_000)).toEqual([32, 30]);
});

it("learns what many people share with less, so that it does not know it by heart", () => {
  expect(sizeFor(5_000, 100, 170_000)).toEqual([8, 9]);
  expect(sizeFor(32_711, 285, 98_654)).toEqual([15, 6]);
  expect(sizeFor(11_376, 1_015, 132_981)).toEqual([51, 18]);
  expect(sizeFor(11_350, 3_600, 70_489)).toEqual([64, 34]);
  expect(sizeFor(70_000, 10_700, 8_000_000)).toEqual([32, 30]);
  expect(sizeFor(943, 1_682, 82_520)).toEqual([32, 30]);
  expect(sizeFor(300, 100, 6_300)).toEqual([8, 30]);
});

it("says what decided", () => {
  const shapeOf = (users: number, items: number, likes: number) =>
    recommendedFor({ users, items, likes }).shape;
  expect(shapeOf(671, 9_066, 20_000)).toBe("small");
  expect(shapeOf(1_900, 17_600, 90_000)).toBe("sparse");
  expect(shapeOf(671, 9_066, 82_000)).toBe("dense");
  expect(shapeOf(200_000, 20_000, 9_000_000)).toBe("large");
  expect(shapeOf(11_376, 1_015, 132_981)).toBe("crowded");
});

it("takes the same from all by an epoch, however many likes there are", () => {
  const penaltiesOf = (likes: number) => {
    const { itemAlpha, userAlpha } = recommendedFor({
      users: 60_000,
      items: 9_000,
      likes,
    }).hyperparameters;
    return [itemAlpha, userAlpha];
  };
  expect(penaltiesOf(80_000)).toEqual([1e-4, 4e-4]);
  expect(penaltiesOf(300_000)).toEqual([1e-4, 4e-4]);
  const [itemAlpha, userAlpha] = penaltiesOf(6_000_000);
  expect(itemAlpha).toBeCloseTo(5e-6, 12);
  expect(userAlpha).toBeCloseTo(2e-5, 12);
});
