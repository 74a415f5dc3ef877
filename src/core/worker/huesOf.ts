import type { CatalogueItem } from "../../dataset/Catalogue.ts";
import { seriesOf } from "../../dataset/startingSet.ts";
import { principalAxes } from "../../matrix/principalAxes.ts";

/**
 * Each item's place on the colour circle, from 0 to 1: the angle at which its vector lies in the plane in which the vectors
 * spread most, so that items the model finds alike lie close together. Angles are stretched until every stretch of the circle
 * has as many ratings as any other. Items of one series have the place of the one that is rated most.
 *
 * @param counts how many ratings each item has
 */
export function huesOf(
  items: readonly CatalogueItem[],
  vectors: readonly Float32Array[],
  counts: Int32Array,
): Float32Array {
  const positions = principalAxes(vectors);
  const angles = Float32Array.from(items, (_, row) => Math.atan2(positions[2 * row + 1], positions[2 * row]));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const hues = new Float32Array(items.length);
  let passed = 0;
  for (const row of Uint32Array.from(items.keys()).sort((a, b) => angles[a] - angles[b])) {
    hues[row] = passed / (total + 1);
    passed += counts[row];
  }
  const leads = new Map<string, number>();
  items.forEach((item, row) => {
    const lead = leads.get(seriesOf(item));
    if (lead === undefined || counts[row] > counts[lead]) leads.set(seriesOf(item), row);
  });
  return Float32Array.from(items, (item, row) => hues[leads.get(seriesOf(item)) ?? row]);
}
