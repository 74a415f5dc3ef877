import type { CatalogueItem } from "./Catalogue.ts";

/** So many times as many items are looked at as are wanted: the most rated ones. */
const CHOICE = 20;
/** How much it counts against an item that its genres and its decade are there already. */
const SPREAD = 1.5;
/** How much less an item of a series counts of which another is there. */
const SEQUEL = 0.1;

/**
 * Rows of well-known items that differ: the most rated first, then always the one that is rated most for how
 * often its genres, its decade and its series have been taken already. The same for the same data.
 *
 * @param counts how many ratings each item has
 */
export function startingSet(items: readonly CatalogueItem[], counts: Int32Array, count: number): number[] {
  const byFame = [...counts.keys()].sort((a, b) => counts[b] - counts[a]);
  const rest = new Map(
    byFame
      .slice(0, count * CHOICE)
      .map((row) => [row, { traits: traitsOf(items[row]), from: seriesOf(items[row]) }]),
  );
  const taken = new Map<string, number>();
  const series = new Set<string>();
  const chosen: number[] = [];
  while (chosen.length < count && rest.size > 0) {
    let best = -1;
    let bestWorth = -1;
    for (const [row, { traits, from }] of rest) {
      const seen = traits.reduce((sum, trait) => sum + (taken.get(trait) ?? 0), 0) / traits.length;
      const worth = (counts[row] / (1 + seen) ** SPREAD) * (series.has(from) ? SEQUEL : 1);
      if (worth > bestWorth) [best, bestWorth] = [row, worth];
    }
    for (const trait of traitsOf(items[best])) taken.set(trait, (taken.get(trait) ?? 0) + 1);
    series.add(seriesOf(items[best]));
    rest.delete(best);
    chosen.push(best);
  }
  return chosen;
}

/** Genres and decade: what questions and starting sets vary over. */
export function traitsOf({ genres, year }: CatalogueItem): string[] {
  return [...genres, year === null ? "undated" : `${Math.floor(year / 10)}0s`];
}

/** "Star Wars" of "Star Wars: Episode IV", "Shrek" of "Shrek 2", "Rocky" of "Rocky II", "Alien" of "Alien³". */
export function seriesOf({ title }: Pick<CatalogueItem, "title">): string {
  return title.split(/:| \d| [IVX]+\b|[²³]/)[0];
}
