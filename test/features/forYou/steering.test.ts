import fc from "fast-check";
import { expect, test } from "vitest";
import { NEUTRAL } from "../../../src/features/forYou/neutral.ts";
import {
  fromAddress,
  isNeutral,
  SORTINGS,
  toAddress,
  withNextState,
} from "../../../src/features/forYou/page/steering/steering.ts";

const percent = (min: number) => fc.integer({ min, max: 100 }).map((value) => value / 100);
const steering = fc.record({
  popularity: percent(-100),
  variety: percent(0),
  familiarity: percent(-100),
  genres: fc.uniqueArray(fc.string({ minLength: 1 })),
  withoutGenres: fc.uniqueArray(fc.string({ minLength: 1 })),
  withoutSequels: fc.boolean(),
  onlyWatchlist: fc.boolean(),
  decades: fc.uniqueArray(fc.constantFrom(1950, 1980, 1990)),
  sorting: fc.constantFrom(...SORTINGS),
});

test("settings come back from their address", () => {
  fc.assert(
    fc.property(steering, (given) => {
      expect(fromAddress(toAddress(given))).toEqual(given);
    }),
  );
});

test("an address that says nothing, or nonsense, is neutral or as near as can be", () => {
  for (const address of ["", "#/", "#/training", "#/?popularity=x&decades=1993&sorting=x"]) {
    expect(isNeutral(fromAddress(address))).toBe(true);
  }
  expect(fromAddress("#/?variety=-30&popularity=900")).toEqual({ ...NEUTRAL, popularity: 1 });
});

test("a genre goes from any to only to none and back", () => {
  const only = withNextState(NEUTRAL, "Comedy");
  expect(only.genres).toEqual(["Comedy"]);
  const none = withNextState(only, "Comedy");
  expect(none).toEqual({ ...NEUTRAL, withoutGenres: ["Comedy"] });
  expect(withNextState(none, "Comedy")).toEqual(NEUTRAL);
});
