import { together, WAYS, type Way } from "../../ranking/together.ts";
import { ndcg, type PerUser } from "../rankMetrics.ts";
import type { Learnt } from "./Contestant.ts";
import type { Newcomer } from "./gettingStarted.ts";
import { type Case, rankCases } from "./rankCases.ts";

/** nDCG at 10 of one list for two, a figure a pair, at the first one's place. */
export interface PairFigures {
  /** The mean of the two. */
  both: PerUser;
  /** For the one whom it serves worse. */
  worse: PerUser;
}

/**
 * Pairs of held-out users choose together: `told` likes of each are known, and the list is examined by the likes
 * of each that are not. What either could have been asked about is left out.
 */
export async function measureForTwo(
  shape: { users: number; items: number },
  newcomers: readonly Newcomer[],
  recommender: Pick<Learnt, "forStranger">,
  told: number,
): Promise<Record<Way, PairFigures>> {
  const cases = { one: new Map<number, Case>(), other: new Map<number, Case>() };
  const scores = new Map<number, [Float32Array, Float32Array]>();
  for (let at = 0; at + 1 < newcomers.length; at += 2) {
    const pair = [newcomers[at], newcomers[at + 1]];
    const leftOut = Int32Array.from(new Set(pair.flatMap(({ says }) => [...says.keys()])));
    const known = pair.map(({ says }) => likesOf(says).subarray(0, told));
    const { user } = pair[0];
    const isOut = new Set(leftOut);
    const caseOf = (place: 0 | 1): Case => ({
      user,
      known: known[place],
      leftOut,
      wanted: pair[place].wanted.filter((item) => !isOut.has(item)),
    });
    const [one, other] = [caseOf(0), caseOf(1)];
    if (one.wanted.length === 0 || other.wanted.length === 0) continue;
    cases.one.set(user, one);
    cases.other.set(user, other);
    scores.set(user, [await recommender.forStranger(known[0]), await recommender.forStranger(known[1])]);
  }
  const figures = {} as Record<Way, PairFigures>;
  for (const way of WAYS) {
    const scoreOf = ({ user }: Case) => together(scores.get(user) ?? [], way);
    const one = ndcg(await rankCases(shape, [...cases.one.values()], scoreOf), 10);
    const other = ndcg(await rankCases(shape, [...cases.other.values()], scoreOf), 10);
    figures[way] = {
      both: one.map((figure, user) => (figure + other[user]) / 2),
      worse: one.map((figure, user) => Math.min(figure, other[user])),
    };
  }
  return figures;
}

function likesOf(says: Newcomer["says"]): Int32Array {
  return Int32Array.from([...says].filter(([, said]) => said === "liked").map(([item]) => item));
}
