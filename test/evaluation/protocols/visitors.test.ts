import { describe, expect, it } from "vitest";
import { measureForTwo } from "../../../src/evaluation/protocols/forTwo.ts";
import { measureStart, newcomersOf } from "../../../src/evaluation/protocols/gettingStarted.ts";
import { strangersOf } from "../../../src/evaluation/protocols/strangers.ts";
import { measureAges, measureSeen } from "../../../src/evaluation/protocols/toldBeside.ts";
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

describe("what is told beside likes", () => {
  const strangers = strangersOf(interactions, { folds: 1, fold: 0, seed: 1 });

  it("is as many seen items as likes, which need not be found and which the recommender is told by weight", async () => {
    const asked = new Set<string>();
    const figures = await measureSeen(interactions, strangers, { told: 3, seed: 1 }, async (stranger) => {
      asked.add(Array.from(stranger.weights ?? []).join());
      return byNumber.forStranger();
    });
    // The best ten by number are liked by both, whatever is told.
    for (const own of Object.values(figures)) expect([...own]).toEqual([1, 1]);
    expect([...asked]).toEqual(["1,1,1", "1,1,1,0.25,0.25,0.25", "1,1,1,0.5,0.5,0.5", "1,1,1,1,1,1"]);
  });

  it("is the age of each like, beside the newest", async () => {
    const DAY = 86_400;
    const times = Uint32Array.from(interactions.itemIds, (item) => item * 30 * DAY);
    const weights: number[][] = [];
    const { likes } = strangers;
    await measureAges(
      interactions,
      times,
      { ...strangers, likes: new Map([...likes].slice(0, 1)) },
      3,
      async (stranger) => {
        weights.push(Array.from(stranger.weights ?? []));
        return byNumber.forStranger();
      },
    );
    const [known] = [...likes.values()].map((own) => own.subarray(0, 3));
    const newest = Math.max(...known);
    expect(weights[0]).toEqual([1, 1, 1]);
    weights[3].forEach((weight, i) => {
      expect(weight).toBeCloseTo(Math.max(0.01, 2 ** (known[i] - newest)), 6);
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
