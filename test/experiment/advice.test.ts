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

/** A comparison with these differences for new users; those for old users and drift are noise if not said otherwise. */
function compared(
  newUsers: Record<"partialRetrain" | "partialFold" | "retrainFold", typeof NOISE>,
  oldUsers = NOISE,
  drift = NOISE,
): TakingIn {
  // 29 likes of new items: of retraining's none is a hit, of updating's one of each of seven users.
  const newItemsByUser = Array.from({ length: 29 }, () => ({ cases: 1, hits: 0 }));
  const hits = { likes: 100, likesOfNewItems: 29, hits: 10, hitsOfNewItems: 0, newItemsByUser };
  const updated = newItemsByUser.map(({ cases }, user) => ({ cases, hits: user < 7 ? 1 : 0 }));
  const way = { seconds: 1, oldUsersHits: hits, oldUsers: { auc: 0.8, precisionAt10: 0.037 } };
  return {
    best: {
      ...way,
      epochs: 20,
      oldUsersHits: { ...hits, hitsOfNewItems: 7, newItemsByUser: updated },
      drift: { intervals: drift },
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
  const byBoth = ", by AUC and by precision at 10.";
  expect(first(AHEAD, AHEAD, NOISE)).toBe(`For new users updating does best${byBoth}`);
  expect(first(BEHIND, NOISE, AHEAD)).toBe(`For new users retraining does best${byBoth}`);
  expect(first(NOISE, AHEAD, AHEAD)).toBe(
    `For new users updating and retraining are within noise of each other${byBoth}`,
  );
  expect(first(NOISE, NOISE, NOISE)).toContain("updating, folding in and retraining are within noise");
  expect(first({ ...AHEAD, precisionAt10: NOISE.precisionAt10 }, AHEAD, AHEAD)).toBe(
    "For new users updating does best by AUC; by precision at 10 updating and retraining are within noise of each other.",
  );
});

it("explains why old users do worse after retraining, and what to do, where it is so", () => {
  const newUsers = { partialRetrain: NOISE, partialFold: NOISE, retrainFold: NOISE };
  const [update, ...rest] = adviceOn(compared(newUsers, AHEAD));
  expect(update).toBe("Update as ratings arrive: 20 epochs, 1.00 s (27 times as fast as retraining).");
  const explained = rest.join(" ");
  expect(explained).toContain("29% of what they like next is new");
  expect(explained).toContain(
    "For the 60 users who were there before and rated again, updating beats retraining by 0.020 (0.010 to 0.030)",
  );
  expect(explained).toContain("of that, 0.0% (0.0% to 11.7%) made a top ten after retraining");
  const [, low, high] = /and 24\.1% \((\S+)% to (\S+)%\) after updating/.exec(explained) ?? [];
  expect(Number(low)).toBeGreaterThan(10);
  expect(Number(high)).toBeLessThan(45);
  expect(explained).toContain("rises from 0.037 to 0.070, by 0.020 (0.010 to 0.030).");
  expect(adviceOn(compared(newUsers)).join(" ")).not.toContain("latest ratings");
});

it("says what updating costs users who did nothing new, figure by figure", () => {
  const newUsers = { partialRetrain: NOISE, partialFold: NOISE, retrainFold: NOISE };
  const said = (drift: typeof NOISE) => adviceOn(compared(newUsers, NOISE, drift)).at(-1);
  expect(said(NOISE)).toBe(
    "Updating costs users who did nothing new neither precision at 10 nor AUC, beyond noise.",
  );
  expect(said({ ...NOISE, auc: BEHIND.auc })).toBe(
    "Updating costs users who did nothing new 0.0200 (0.0100 to 0.0300) of AUC, and no precision at 10 beyond noise.",
  );
  expect(said(BEHIND)).toMatch(
    /of precision at 10 and 0\.0200 .* of AUC; retrain when that exceeds your limit\.$/,
  );
});
