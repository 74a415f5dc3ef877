import type { MapItems, MapLayout } from "../../api.ts";
import { type Camera, type Size, zoomOf } from "../camera.ts";
import type { Colouring } from "../colours.ts";

/** What the dots follow from. */
export interface DotsScene {
  items: MapItems;
  layout: MapLayout;
  colouring: Colouring;
  /** Places within the chosen area; null where there is none. */
  selected: ReadonlySet<number> | null;
}

/** How opaque dots outside the chosen area are. */
export const FADED = 0.15;
/** Radius in pixels of what few, some and many have rated. */
const RADII = [1.6, 2.4, 3.6];

/** The items of a map from the least to the best known, so that the best known are on top, and their radii. */
export interface Fame {
  items: MapItems;
  order: Int32Array;
  radii: Float32Array;
}

export function fameOf(items: MapItems): Fame {
  const { ratings } = items;
  const order = Int32Array.from(ratings.keys()).sort((a, b) => ratings[a] - ratings[b]);
  const radii = new Float32Array(ratings.length);
  order.forEach((item, place) => {
    radii[item] = RADII[place < 0.6 * order.length ? 0 : place < 0.93 * order.length ? 1 : 2];
  });
  return { items, order, radii };
}

/** How much larger dots are from nearby. */
export function growthOf(camera: Camera, size: Size): number {
  return Math.min(2.2, zoomOf(camera, size) ** 0.35);
}
