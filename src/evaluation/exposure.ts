import type { RecommendationLists } from "./lists.ts";

/** How often each item is recommended. */
export type Exposure = Int32Array;

export function exposureOf(lists: RecommendationLists, items: number): Exposure {
  const exposure = new Int32Array(items);
  for (const list of lists) for (const item of list) exposure[item]++;
  return exposure;
}

/** The share of all items that is recommended to anybody. */
export function shareReached(exposure: Exposure): number {
  let reached = 0;
  for (const count of exposure) if (count > 0) reached++;
  return reached / exposure.length;
}

/** The Gini coefficient, those never recommended included; counted rather than sorted, since counts are small. */
export function giniOf(exposure: Exposure): number {
  const items = exposure.length;
  let most = 0;
  for (const count of exposure) if (count > most) most = count;
  const itemsWith = new Int32Array(most + 1);
  for (const count of exposure) itemsWith[count]++;
  let total = 0;
  let weighted = 0;
  let below = 0;
  for (let count = 0; count <= most; count++) {
    const alike = itemsWith[count];
    total += alike * count;
    // Their places in the order are below + 1 to below + alike.
    weighted += count * (alike * below + (alike * (alike + 1)) / 2);
    below += alike;
  }
  return (2 * weighted) / (items * total) - (items + 1) / items;
}
