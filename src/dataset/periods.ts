import type { CatalogueItem } from "./Catalogue.ts";

/** A year that at least this share of the dated items is of stands for itself; the others share their decades. */
const OWN_YEAR_FROM = 0.01;

/** Whether a label says when an item came out. */
export const isPeriod = (label: string) => /^of (the \d{3}0s|\d{4})$/.test(label);

/**
 * When each item came out, as a label: its year, or its decade where the year has few items, too few to
 * learn anything of the year by itself. Null where nobody knows.
 */
export function periodsOf(items: readonly CatalogueItem[]): (string | null)[] {
  const dated = items.filter(({ year }) => year !== null).length;
  const counts = new Map<number, number>();
  for (const { year } of items) {
    if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return items.map(({ year }) => {
    if (year === null) return null;
    const count = counts.get(year) as number;
    return count >= OWN_YEAR_FROM * dated ? `of ${year}` : `of the ${Math.floor(year / 10)}0s`;
  });
}
