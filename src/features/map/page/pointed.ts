import type { MapLayout } from "../api.ts";
import { type Camera, type Size, toMap } from "./camera.ts";
import { type Area, isWithin, type Point } from "./lasso.ts";

/** The item nearest to a point of the screen, of those within `reach` pixels; null if there is none. */
export function nearestItem(
  { positions }: Pick<MapLayout, "positions">,
  camera: Camera,
  size: Size,
  at: Point,
  reach: number,
): number | null {
  const [x, y] = toMap(camera, size, at);
  let nearest: number | null = null;
  let least = (reach / camera.scale) ** 2;
  for (let item = 0; item < positions.length / 2; item++) {
    const square = (positions[2 * item] - x) ** 2 + (positions[2 * item + 1] - y) ** 2;
    if (square < least) {
      least = square;
      nearest = item;
    }
  }
  return nearest;
}

/** All items in an area of the map. */
export function itemsWithin({ positions }: Pick<MapLayout, "positions">, area: Area): number[] {
  const items: number[] = [];
  for (let item = 0; item < positions.length / 2; item++) {
    if (isWithin(area, [positions[2 * item], positions[2 * item + 1]])) items.push(item);
  }
  return items;
}
