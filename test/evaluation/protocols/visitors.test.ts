import { describe, expect, it } from "vitest";
import { measureForTwo } from "../../../src/evaluation/protocols/forTwo.ts";
import { measureStart, newcomersOf } from "../../../src/evaluation/protocols/gettingStarted.ts";
import { Interactions } from "../../../src/matrix/Interactions.ts";

const ITEMS = 60;
/** Two users like items 0 to 29, and item 59 is disliked by both; the rest is unknown to them. */
const known = [...Array(30).keys(), 59];
const interactions = new Interactions(
  2,
  ITEMS,
  [...known.map(() => 0), ...known.map(() => 1)],
  [...known, ...known],
  [...known, ...known].map((item) => (item === 59 ? -1 : 1)),
);
const newcomers = newcomersOf(interactions, [0, 1], { answers: 2, seed: 1 });
/** Recommends what is numbered low, however much it is told. */
const byNumber = { forStranger: () => Float32Array.from({ length: ITEMS }, (_, item) => -item) };
const downwards = (answers: ReadonlyMap<number, unknown>) => ITEMS - 1 - answers.size;

describe("getting started", () => {
  it("keeps a quarter of the likes to be found, and asks about all else", () => {
    for (const { says, wanted } of newcomers) {
      expect(wanted).toHaveLength(7);
      expect(says.size).toBe(known.length - 7);
      expect(says.get(59)).toBe("disliked");
      for (const item of wanted) expect(says.has(item)).toBe(false);
    }
  });

  it("counts questions until so many answers are given, and ranks the same items after each", async () => {
    const { questions, afterAnswers, afterQuestions } = await measureStart(
      interactions,
      newcomers,
      downwards,
      byNumber,
      { answers: 2, questions: 3 },
    );
    newcomers.forEach(({ user, says }) => {
      // The first answer is the dislike of 59; the second is of the highest item that they may be asked about.
      const second = Math.max(...[...says.keys()].filter((item) => item < 59));
      expect(questions[user]).toBe(ITEMS - second);
      expect(afterAnswers[user]).toBe(1);
      expect(afterQuestions[user]).toBe(1);
    });
  });
});

it("a list for two is examined by what each of them has left to be found", async () => {
  const figures = await measureForTwo(interactions, newcomers, byNumber, 3);
  for (const { both, worse } of Object.values(figures)) {
    expect(both[0]).toBeGreaterThanOrEqual(worse[0]);
    expect(worse[0]).toBeGreaterThan(0);
    expect(both[1]).toBeNaN();
  }
});
