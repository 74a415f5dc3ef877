import type { CatalogueItem } from "../dataset/Catalogue.ts";
import type { LightFM } from "../model/LightFM.ts";
import type { TimeSplit } from "./TimeSplit.ts";

/** Somebody whose first interaction is in the new part. */
export interface NewUser {
  /** As the catalogue has it. */
  id: string;
  interactions: number;
  likes: number;
}

/** Most likes first. */
export function newUsersOf(split: TimeSplit): NewUser[] {
  const { userIds } = split.catalogue.ratings;
  const newcomers = Array.from({ length: split.users - split.currentUsers }, (_, i) => ({
    id: userIds[split.userRow(split.currentUsers + i)],
    interactions: 0,
    likes: 0,
  }));
  split.added.userIds.forEach((user, i) => {
    if (!split.isNew(user)) return;
    const newcomer = newcomers[user - split.currentUsers];
    newcomer.interactions++;
    if (split.added.values[i] > 0) newcomer.likes++;
  });
  return newcomers.sort((a, b) => b.likes - a.likes);
}

/** What a user liked, rows of the catalogue, best rated first. */
export function likedBy({ catalogue }: TimeSplit, id: string): { item: number; rating: number }[] {
  const { userIds, users, items, ratings } = catalogue.ratings;
  const row = userIds.indexOf(id);
  const liked: { item: number; rating: number }[] = [];
  users.forEach((user, i) => {
    if (user === row && ratings[i] >= catalogue.likedFrom) liked.push({ item: items[i], rating: ratings[i] });
  });
  return liked.sort((a, b) => b.rating - a.rating);
}

/**
 * The best for a user, rows of the catalogue. What they have rated is left out, and a title stands once:
 * some data sets have the same film under several ids.
 * @param model knows all users and items
 */
export async function recommendTo(
  split: TimeSplit,
  model: LightFM,
  id: string,
  count: number,
): Promise<number[]> {
  const { items } = split.catalogue;
  const user = split.userOf(id);
  const rated = new Set<number>();
  for (const { userIds, itemIds } of [split.current, split.added]) {
    userIds.forEach((other, i) => {
      if (other === user) rated.add(itemIds[i]);
    });
  }
  const nameOf = (item: number) => nameOfItem(items[split.itemRow(item)]);
  const seen = new Set(Array.from(rated, nameOf));
  const ranked = await model.recommend(user, { n: split.items, exclude: rated });
  const best: number[] = [];
  for (const item of ranked.items) {
    if (best.length === count) break;
    if (seen.has(nameOf(item))) continue;
    seen.add(nameOf(item));
    best.push(split.itemRow(item));
  }
  return best;
}

/** Title and year, as a film is known. */
export function nameOfItem({ title, year }: CatalogueItem): string {
  return year === null ? title : `${title} (${year})`;
}
