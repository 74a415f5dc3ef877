import type { Timestamps } from "../../dataset/RatingsTable.ts";
import type { Interactions } from "../../matrix/Interactions.ts";
import { SeededRandom } from "../../matrix/random.ts";
import { toRows } from "../../matrix/rows.ts";
import { indicesIn } from "../../model/neighbours/likes.ts";
import type { Stranger } from "../../model/scorer/Scorer.ts";
import { ndcg, type PerUser } from "../rankMetrics.ts";
import { type Case, rankCases } from "./rankCases.ts";
import { type Strangers, visitorCases } from "./strangers.ts";

/** What counts for how much, and what the other ways are compared with, first. */
const SEEN_WEIGHTS = [0, 0.25, 0.5, 1];
const HALF_LIVES = [Number.POSITIVE_INFINITY, 3 * 365, 365, 30];
const SECONDS_A_DAY = 86_400;

type Score = (stranger: Stranger) => Promise<Float32Array>;

/**
 * Visitors who have seen as many items as they are known to like, whose stars stay hidden: at random among what else
 * they rated.
 * @returns nDCG at 10 by how much a seen item counts beside a like
 */
export async function measureSeen(
  interactions: Interactions,
  strangers: Strangers,
  { told, seed }: { told: number; seed: number },
  score: Score,
): Promise<Record<string, PerUser>> {
  const rated = toRows(interactions);
  const cases = visitorCases(strangers, told).map((one) =>
    withSeen(one, indicesIn(rated, one.user), told, seed),
  );
  const found: Record<string, PerUser> = {};
  for (const weight of SEEN_WEIGHTS) {
    const asked = ({ known, leftOut }: Case): Stranger => {
      const itemIds = weight === 0 ? known : leftOut;
      return { itemIds, weights: Array.from(itemIds, (_, i) => (i < known.length ? 1 : weight)) };
    };
    found[weight === 0 ? "seen tells nothing" : `seen counts ${weight}`] = await measure(
      interactions,
      cases,
      (one) => score(asked(one)),
    );
  }
  return found;
}

/** @returns nDCG at 10 of visitors by the days in which a like loses half its weight, beside their newest */
export async function measureAges(
  interactions: Interactions,
  timestamps: Timestamps,
  strangers: Strangers,
  told: number,
  score: Score,
): Promise<Record<string, PerUser>> {
  const times = new Map<number, Map<number, number>>();
  for (const user of strangers.likes.keys()) times.set(user, new Map());
  interactions.userIds.forEach((user, i) => {
    times.get(user)?.set(interactions.itemIds[i], timestamps[i]);
  });
  const found: Record<string, PerUser> = {};
  for (const halfLife of HALF_LIVES) {
    const asked = ({ user, known }: Case): Stranger => {
      const own = Array.from(known, (item) => times.get(user)?.get(item) as number);
      const newest = Math.max(...own);
      return {
        itemIds: known,
        weights: own.map((time) => Math.max(0.01, 2 ** ((time - newest) / SECONDS_A_DAY / halfLife))),
      };
    };
    const name = Number.isFinite(halfLife) ? `half in ${halfLife} days` : "all alike";
    found[name] = await measure(interactions, visitorCases(strangers, told), (one) => score(asked(one)));
  }
  return found;
}

/** What was seen follows what is liked in `leftOut`. */
function withSeen(one: Case, rated: Int32Array, told: number, seed: number): Case {
  const isKnown = new Set(one.known);
  const others = rated.filter((item) => !isKnown.has(item));
  new SeededRandom(seed + one.user).shuffle(others);
  const seen = others.subarray(0, told);
  const isSeen = new Set(seen);
  return {
    ...one,
    leftOut: Int32Array.from([...one.known, ...seen]),
    wanted: one.wanted.filter((item) => !isSeen.has(item)),
  };
}

async function measure(
  shape: { users: number; items: number },
  cases: readonly Case[],
  score: (one: Case) => Promise<Float32Array>,
): Promise<PerUser> {
  const toFind = cases.filter(({ wanted }) => wanted.length > 0);
  return ndcg(await rankCases(shape, toFind, score), 10);
}
