import { rowName } from "./rowName.ts";

/** Findings of several seeds as one of the same shape: numbers are means, bounds of intervals too. */
export function meanOverSeeds<Found>(seeds: readonly Found[]): Found {
  return pool(seeds) as Found;
}

/** Rows in the order of the lists: as many as all of them have. */
export function byPlace<Row>(lists: readonly (readonly Row[])[]): Row[] {
  const length = Math.min(...lists.map((list) => list.length));
  return lists[0].slice(0, length).map((_, place) => meanOverSeeds(lists.map((list) => list[place])));
}

export function meanOf(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}

function pool(values: readonly unknown[]): unknown {
  const [first] = values;
  if (typeof first === "number") return meanOf(values as number[]);
  if (Array.isArray(first)) return rows(values as unknown[][]);
  if (typeof first !== "object" || first === null) return [...new Set(values)].join(" / ") || first;
  return Object.fromEntries(
    Object.keys(first).map((key) => {
      const own = values.map((value) => (value as Record<string, unknown>)[key]);
      if (OF_THE_FIRST.includes(key) || own.includes(null)) return [key, own[0]];
      return [key, key === "users" ? Math.round(meanOf(own as number[])) : pool(own)];
    }),
  );
}

/** Figures whose mean makes no sense. */
const OF_THE_FIRST = ["roc", "target"];

/** By name; those that a seed lacks are left out. */
function rows(lists: readonly unknown[][]): unknown[] {
  const [first] = lists;
  if (first.some((row) => rowName(row) === "")) return byPlace(lists);
  return first.flatMap((row) => {
    const same = lists.flatMap((list) => list.filter((other) => rowName(other) === rowName(row)));
    return same.length === lists.length ? [pool(same)] : [];
  });
}
