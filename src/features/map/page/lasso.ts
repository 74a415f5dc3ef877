export type Point = readonly [x: number, y: number];

/** Corners of a part of the map in turn; the last one is joined to the first. */
export type Area = readonly Point[];

/** Of the way between its ends, how far a line that a hand means to be straight strays. */
const STRAIGHT = 0.15;
/** Corners that an address has room for. */
const MOST_CORNERS = 32;

/** What a drag encloses: all that it went around or, where it went straight across, the box between its ends. */
export function enclosed(path: readonly Point[]): Area {
  return isStraight(path) ? boxBetween(path[0], path[path.length - 1]) : path;
}

export function boxBetween(from: Point, to: Point): Area {
  return [from, [to[0], from[1]], to, [from[0], to[1]]];
}

/** Whether a ray from the point meets the outline an odd number of times. */
export function isWithin(area: Area, [x, y]: Point): boolean {
  let within = false;
  let [lastX, lastY] = area[area.length - 1];
  for (const [cornerX, cornerY] of area) {
    const crosses = cornerY > y !== lastY > y;
    if (crosses && x < cornerX + ((y - cornerY) / (lastY - cornerY)) * (lastX - cornerX)) within = !within;
    [lastX, lastY] = [cornerX, cornerY];
  }
  return within;
}

function isStraight(path: readonly Point[]): boolean {
  const [from, to] = [path[0], path[path.length - 1]];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const square = dx * dx + dy * dy;
  return path.every(([x, y]) => Math.abs(dx * (y - from[1]) - dy * (x - from[0])) < STRAIGHT * square);
}

/** Some of its corners, evenly chosen: as many as there is room for. */
export function thinned(area: Area): Area {
  if (area.length <= MOST_CORNERS) return area;
  return Array.from({ length: MOST_CORNERS }, (_, i) => area[Math.floor((i * area.length) / MOST_CORNERS)]);
}
