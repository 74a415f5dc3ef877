import { expect, it } from "vitest";
import { adviceOn, whoDoesBest } from "../../src/experiment/advice.ts";
import type { TakingIn } from "../../src/experiment/compareWays.ts";

const interval = (low: number, high: number) => ({ mean: (low + high) / 2, low, high, users: 60 });
const figures = (low: number, high: number) => ({
  auc: interval(low, high),
  precisionAt10: interval(low, high),
  ndcgAt10: interval(low, high),
});
const AHEAD = figures(0.01, 0.03);
const BEHIND = figures(-0.03, -0.01);
const NOISE = figures(-0.01, 0.01);

/** A comparison with these differences for new users; those for old users are noise if not said otherwise. */
function compared(
  newUsers: Record<"partialRetrain" | "partialFold" | "retrainFold", typeof NOISE>,
  oldUsers = NOISE,
): TakingIn {
  const hits = { likes: 100, likesOfNewItems: 29, hits: 10, hitsOfNewItems: 0 };
  const way = { seconds: 1, oldUsersHits: hits, oldUsers: { auc: 0.8, precisionAt10: 0.037 } };
  return {
    best: {
      ...way,
      epochs: 20,
      oldUsersHits: { ...hits, hitsOfNewItems: 33 },
      drift: { precisionAt10: -0.002, intervals: NOISE },
    },
    foldIn: way,
    retrained: { ...way, seconds: 27 },
    thenUpdated: { ...way, oldUsers: { auc: 0.9, precisionAt10: 0.07 } },
    differences: {
      fitPartialLessRetrain: { newUsers: newUsers.partialRetrain, oldUsers },
      fitPartialLessFoldIn: { newUsers: newUsers.partialFold, oldUsers: NOISE },
      retrainLessFoldIn: { newUsers: newUsers.retrainFold, oldUsers: NOISE },
      thenUpdatedLessRetrain: { newUsers: NOISE, oldUsers },
    },
  } as unknown as TakingIn;
}

it("calls a way best only if it is ahead of both others beyond noise", () => {
  const first = (partialRetrain: typeof NOISE, partialFold: typeof NOISE, retrainFold: typeof NOISE) =>
    whoDoesBest(compared({ partialRetrain, partialFold, retrainFold }).differences);
  expect(first(AHEAD, AHEAD, NOISE)).toBe("Here updating does best for new users.");
  expect(first(BEHIND, NOISE, AHEAD)).toContain("Here retraining does best for new users.");
  expect(first(NOISE, AHEAD, AHEAD)).toContain("Here updating and retraining are within noise of each other");
  expect(first(NOISE, NOISE, NOISE)).toContain("updating, folding in and retraining are within noise");
});

it("explains why old users do worse after retraining, and what to do, where it is so", () => {
  const newUsers = { partialRetrain: NOISE, partialFold: NOISE, retrainFold: NOISE };
  const [update, ...rest] = adviceOn(compared(newUsers, AHEAD));
  expect(update).toBe("Update as ratings arrive: 20 epochs, 1.00 s (27x faster than retraining).");
  const explained = rest.join(" ");
  expect(explained).toContain("29% of what they like next is new");
  expect(explained).toContain("0 made a top ten after retraining and 33 after updating");
  expect(explained).toContain("rises from 0.037 to 0.070");
  expect(adviceOn(compared(newUsers)).join(" ")).not.toContain("latest ratings");
});
