/** With as many items, or with as few likes of each, there are no longer few that many like. */
const MANY_ITEMS = 900;
const LIKES_OF_AN_ITEM = 33;

/**
 * What few items that many like take of the usual learning: 1, or more, where there are not few. They are soon learnt by
 * heart: what somebody has not met yet is then taken for what they do not like (`docs/quality.md`).
 */
export function shareToLearn({ items, likes }: { items: number; likes: number }): number {
  return Math.max(items / MANY_ITEMS, (LIKES_OF_AN_ITEM * items) / likes);
}
