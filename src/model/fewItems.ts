/** The size of the data that a model is to learn. */
export interface DataSize {
  users: number;
  items: number;
  likes: number;
}

/** From this many items on, or with this few likes of each, they are too many to be memorised. */
const MANY_ITEMS = 1800;
const LIKES_OF_AN_ITEM = 33;
/** With this many users per item, the usual training is enough. */
const USERS_TO_AN_ITEM = 4;

/** From 0 to 1: 1 if few items are liked by very many, and 0 if items are many, or liked by few. */
export function fewness({ items, likes }: Pick<DataSize, "items" | "likes">): number {
  return Math.max(0, 1 - Math.max(items / MANY_ITEMS, (LIKES_OF_AN_ITEM * items) / likes));
}

/**
 * What data takes of the usual learning, or more than 1 if it takes more. Where many users share few items, what each likes
 * is soon learnt by heart, and what they have not met yet is then taken for what they do not like (`docs/quality.md`).
 */
export function shareToLearn({ users, items }: Pick<DataSize, "users" | "items">): number {
  return Math.max(Math.min(1, items / MANY_ITEMS), Math.sqrt((USERS_TO_AN_ITEM * items) / users));
}
