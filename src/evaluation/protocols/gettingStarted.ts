import type { Interactions } from "../../matrix/Interactions.ts";
import { SeededRandom } from "../../matrix/random.ts";
import { toRows } from "../../matrix/rows.ts";
import { indicesIn } from "../../model/neighbours/likes.ts";
import type { Said } from "../../ranking/Interview.ts";
import { ndcg, type PerUser } from "../rankMetrics.ts";
import type { Learnt } from "./Contestant.ts";
import { type Case, rankCases } from "./rankCases.ts";

/** A held-out user who is asked one item after the other. */
export interface Newcomer {
  user: number;
  /** What they would say of what they know; everything else is unseen. */
  says: ReadonlyMap<number, Said>;
  /** Likes that they are not asked about, to be found. */
  wanted: Int32Array;
}

/** What to ask next, by the answers so far; null to ask nothing more. */
export type Asking = (answers: ReadonlyMap<number, Said>) => number | null;

export interface StartFigures {
  /** nDCG at 10 after a number of answers, or of questions. */
  afterAnswers: PerUser;
  afterQuestions: PerUser;
  /** Questions that it took to get that many answers, or the most that are asked if these were too few. */
  questions: PerUser;
}

/** The share of what somebody rated that is kept from being asked about. */
const KEPT = 0.25;
const FEWEST_WANTED = 5;
const MOST_QUESTIONS = 60;

/** Users of whom enough is known to ask some and find the rest. */
export function newcomersOf(
  interactions: Interactions,
  users: Iterable<number>,
  { answers, seed }: { answers: number; seed: number },
): Newcomer[] {
  const likes = toRows(interactions, "likes");
  const dislikes = toRows(interactions, "dislikes");
  const newcomers: Newcomer[] = [];
  for (const user of users) {
    const liked = indicesIn(likes, user).slice();
    const disliked = indicesIn(dislikes, user);
    new SeededRandom(seed + user).shuffle(liked);
    const kept = Math.floor(liked.length * KEPT);
    const says = new Map<number, Said>();
    for (const item of liked.subarray(kept)) says.set(item, "liked");
    for (const item of disliked) says.set(item, "disliked");
    if (kept < FEWEST_WANTED || says.size < 2 * answers) continue;
    newcomers.push({ user, says, wanted: liked.subarray(0, kept) });
  }
  return newcomers;
}

/** Asks every newcomer in one way, and ranks the rest of what they like by their answers. */
export async function measureStart(
  shape: { users: number; items: number },
  newcomers: readonly Newcomer[],
  asking: Asking,
  recommender: Pick<Learnt, "forStranger">,
  { answers, questions }: { answers: number; questions: number },
): Promise<StartFigures> {
  const byAnswers: Case[] = [];
  const byQuestions: Case[] = [];
  const took = new Float32Array(shape.users).fill(Number.NaN);
  for (const newcomer of newcomers) {
    const told = new Map<number, Said>();
    let known = 0;
    let answered: Case | null = null;
    let asked: Case | null = null;
    while (told.size < MOST_QUESTIONS && (answered === null || asked === null)) {
      const item = asking(told);
      if (item === null) break;
      const said = newcomer.says.get(item) ?? "unseen";
      told.set(item, said);
      if (said !== "unseen") known++;
      if (answered === null) took[newcomer.user] = told.size;
      if (known === answers) answered ??= caseOf(newcomer, told);
      if (told.size === questions) asked = caseOf(newcomer, told);
    }
    byAnswers.push(answered ?? caseOf(newcomer, told));
    byQuestions.push(asked ?? caseOf(newcomer, told));
  }
  const examine = async (cases: Case[]) =>
    ndcg(await rankCases(shape, cases, ({ known }) => recommender.forStranger(known)), 10);
  return {
    afterAnswers: await examine(byAnswers),
    afterQuestions: await examine(byQuestions),
    questions: took,
  };
}

/** Whatever way they are asked, the same items are ranked. */
function caseOf({ user, says, wanted }: Newcomer, told: ReadonlyMap<number, Said>): Case {
  const liked = [...told].filter(([, said]) => said === "liked").map(([item]) => item);
  return { user, known: Int32Array.from(liked), leftOut: Int32Array.from(says.keys()), wanted };
}
