import { expect, it } from "vitest";
import { fuzz, type Tally } from "../support/fuzz/fuzz.ts";
import { SEEDS } from "../support/fuzz/seeds.ts";

/** Some twelve seconds of one core; `npm run fuzz` reads as many as one likes. */
const RUNS = 10_000;

it("refuses in a sentence, or reads what adds up, whatever fault is in a file", async () => {
  const tallies = new Map<string, Tally>();
  await fuzz(tallies, 1, 0, RUNS);
  expect([...tallies.values()].flatMap(({ failures }) => failures)).toEqual([]);
  expect(tallies.size).toBe(SEEDS.length);
  // Files of which hardly any could be read would try little of the readers.
  const refused = [...tallies.values()].reduce((sum, tally) => sum + tally.refused, 0);
  expect(refused / RUNS).toBeLessThan(0.7);
});
