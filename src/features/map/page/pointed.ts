import type { MapLayout } from "../api.ts";
import { type Camera, type Size, toMap } from "./camera.ts";

type Point = readonly [x: number, y: number];

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

/** All items between two corners on the map. */
export function itemsWithin({ positions }: Pick<MapLayout, "positions">, one: Point, other: Point): number[] {
  const [left, right] = [one[0], other[0]].sort((a, b) => a - b);
  const [top, bottom] = [one[1], other[1]].sort((a, b) => a - b);
  const items: number[] = [];
  for (let item = 0; item < positions.length / 2; item++) {
    const [x, y] = [positions[2 * item], positions[2 * item + 1]];
    if (x >= left && x <= right && y >= top && y <= bottom) items.push(item);
  }
  return items;
}
