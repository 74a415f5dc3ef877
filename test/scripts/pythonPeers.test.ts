import { afterAll, expect, it } from "vitest";
import { pythonPeers } from "../../scripts/quality/pythonPeers.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";

/** 20 users and 20 items: the even ones like even items, the odd ones odd items, four of five of them each. */
const pairs = Array.from({ length: 400 }, (_, cell) => [cell % 20, Math.floor(cell / 20)]).filter(
  ([user, item]) => (user + item) % 2 === 0 && (user * 7 + item * 3) % 5 !== 0,
);
const tastes = new Interactions(
  20,
  20,
  Int32Array.from(pairs, ([user]) => user),
  Int32Array.from(pairs, ([, item]) => item),
  new Float32Array(pairs.length).fill(1),
);

const { entrants, missing, close } = pythonPeers();
afterAll(close);
const isOwnTaste = (scores: Float32Array, odd: number) =>
  [...scores.keys()]
    .sort((a, b) => scores[b] - scores[a])
    .slice(0, 10)
    .every((item) => item % 2 === odd);

// Where Python lacks a library, it is left out: PYTHON names one that has both.
it.skipIf(missing.length > 0)("other libraries learn and answer for users and strangers", async () => {
  for (const { choices, knownUsersOnly } of entrants) {
    const learnt = await choices[0].learn(tastes, { seed: 1 });
    expect(isOwnTaste(await learnt.forUser(3, new Int32Array()), 1)).toBe(true);
    if (!knownUsersOnly) expect(isOwnTaste(await learnt.forStranger(Int32Array.of(0, 4)), 0)).toBe(true);
  }
});
