import type { Scorer } from "../../../src/index.ts";
import { nextTaskIfDue } from "../../../src/nextTask.ts";

/** Likes that are left out in turn: for more, an answer would take too long. */
const MOST_LEFT_OUT = 60;

/** What an item scores for somebody who likes these items, and what each of them adds to that. */
export interface Contributions {
  score: number;
  /** The largest first. */
  likes: { item: number; contribution: number }[];
}

/**
 * Folds the user in again without each like in turn (leave one out).
 * @param likes rows of items; of more than 60, those that are most like the item
 * @param likeness of an item to the one that is explained
 */
export async function contributions(
  scorer: Scorer,
  likes: readonly number[],
  item: number,
  likeness: (other: number) => number,
): Promise<Contributions> {
  const scoreOf = async (itemIds: readonly number[]) => (await scorer.scoresOfStranger({ itemIds }))[item];
  const score = await scoreOf(likes);
  const nearest = likes
    .map((other) => ({ other, near: likeness(other) }))
    .sort((a, b) => b.near - a.near)
    .slice(0, MOST_LEFT_OUT);
  const found: Contributions["likes"] = [];
  for (const { other } of nearest) {
    await nextTaskIfDue();
    const without = await scoreOf(likes.filter((like) => like !== other));
    found.push({ item: other, contribution: score - without });
  }
  found.sort((a, b) => b.contribution - a.contribution);
  return { score, likes: found };
}
