import { expect, test } from "vitest";
import { hitRatesOf, WINDOW } from "../../../src/features/newUsers/page/replay/hitRates.ts";

test("a hit rate is of the last predictions before a point", () => {
  const at = (predicted: number, learning: number) => ({
    replayed: predicted,
    time: 0,
    predicted,
    byNewUsers: 0,
    hits: { learning, frozen: 0, foldIn: 0, popularity: predicted },
  });
  const rates = hitRatesOf([at(0, 0), at(WINDOW, WINDOW / 2), at(2 * WINDOW, WINDOW / 2)]);
  expect(rates.replayed).toEqual([WINDOW, 2 * WINDOW]);
  expect(rates.learning).toEqual([0.5, 0]);
  expect(rates.frozen).toEqual([0, 0]);
  expect(rates.popularity).toEqual([1, 1]);
});
