/** What of the map is in view: the point in the middle, and pixels for a unit of the map. */
export interface Camera {
  x: number;
  y: number;
  scale: number;
}

export interface Size {
  width: number;
  height: number;
}

type Point = readonly [x: number, y: number];

/** Share of the view that the whole map takes. */
const FILLED = 0.92;
const FARTHEST = 0.7;
const NEAREST = 60;

/** All of the map. */
export function wholeMap({ width, height }: Size): Camera {
  return { x: 0, y: 0, scale: (FILLED * Math.min(width, height)) / 2 || 1 };
}

export function toScreen({ x, y, scale }: Camera, { width, height }: Size, [mapX, mapY]: Point): Point {
  return [(mapX - x) * scale + width / 2, (mapY - y) * scale + height / 2];
}

export function toMap({ x, y, scale }: Camera, { width, height }: Size, [left, top]: Point): Point {
  return [(left - width / 2) / scale + x, (top - height / 2) / scale + y];
}

/** How much nearer than the whole map this is. */
export function zoomOf(camera: Camera, size: Size): number {
  return camera.scale / wholeMap(size).scale;
}

/** Nearer or farther by a factor; the point of the map at `at` on the screen stays there. */
export function zoomed(camera: Camera, size: Size, factor: number, at: Point): Camera {
  const whole = wholeMap(size).scale;
  const scale = Math.min(Math.max(camera.scale * factor, FARTHEST * whole), NEAREST * whole);
  const [x, y] = toMap(camera, size, at);
  const ratio = camera.scale / scale;
  return withinReach({ x: x + (camera.x - x) * ratio, y: y + (camera.y - y) * ratio, scale });
}

/** Moved by pixels of the screen, as if the map were dragged. */
export function dragged(camera: Camera, dx: number, dy: number): Camera {
  return withinReach({ ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale });
}

/** Part of the way from one view to another; the zoom changes evenly to the eye. */
export function between(from: Camera, to: Camera, share: number): Camera {
  const scale = from.scale * (to.scale / from.scale) ** share;
  // What the zoom does to the way across, so that the goal does not rush past.
  const way =
    Math.abs(to.scale - from.scale) < 1e-6
      ? share
      : (1 / scale - 1 / from.scale) / (1 / to.scale - 1 / from.scale);
  return { x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way, scale };
}

/** The map cannot be lost: its edge stays within reach. */
function withinReach({ x, y, scale }: Camera): Camera {
  const clamp = (value: number) => Math.min(Math.max(value, -1.3), 1.3);
  return { x: clamp(x), y: clamp(y), scale };
}
