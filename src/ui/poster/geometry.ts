import type { Ink } from "./palettes.ts";

/** The picture's part of a poster, above the band; everything is drawn in these units and cut at the edge. */
export const WIDTH = 200;
export const HEIGHT = 220;

/** One flat area, or one line where it has a width. */
export interface Shape {
  d: string;
  ink: Ink;
  width?: number;
}

/** Shapes that do not overlap may be drawn ink after ink. */
export function byInk(shapes: Shape[]): Shape[] {
  return shapes.toSorted((one, other) => (one.ink < other.ink ? -1 : one.ink > other.ink ? 1 : 0));
}

export type Point = readonly [x: number, y: number];

/** Two decimals are finer than any screen and keep the paths short. */
const short = (n: number): string => String(Math.round(n * 100) / 100);
const at = ([x, y]: Point): string => `${short(x)} ${short(y)}`;

export function polygon(...points: Point[]): string {
  return `M${points.map(at).join("L")}Z`;
}

export function box(x: number, y: number, width: number, height: number): string {
  return polygon([x, y], [x + width, y], [x + width, y + height], [x, y + height]);
}

export function circle(x: number, y: number, r: number): string {
  return ellipse(x, y, r, r, 0);
}

/** Cut out of what is drawn around it in the same path. */
export function hole(x: number, y: number, r: number): string {
  const arc = (to: Point) => `A${short(r)} ${short(r)} 0 1 0 ${at(to)}`;
  return `M${at([x - r, y])}${arc([x + r, y])}${arc([x - r, y])}Z`;
}

/** `tilt` in degrees. */
export function ellipse(x: number, y: number, rx: number, ry: number, tilt: number): string {
  const end = polar(x, y, rx, (tilt * Math.PI) / 180);
  const start: Point = [2 * x - end[0], 2 * y - end[1]];
  const arc = (to: Point) => `A${short(rx)} ${short(ry)} ${short(tilt)} 1 1 ${at(to)}`;
  return `M${at(start)}${arc(end)}${arc(start)}Z`;
}

/** A quarter disc from its corner towards `angle` and a quarter turn on. */
export function quarterDisc(x: number, y: number, r: number, angle: number): string {
  const from = polar(x, y, r, (angle * Math.PI) / 180);
  const to = polar(x, y, r, ((angle + 90) * Math.PI) / 180);
  return `M${at([x, y])}L${at(from)}A${short(r)} ${short(r)} 0 0 1 ${at(to)}Z`;
}

/** A door with a round top, standing at `bottom`. */
export function arch(x: number, bottom: number, width: number, height: number): string {
  const r = width / 2;
  const spring = bottom - height + r;
  return `M${at([x - r, bottom])}L${at([x - r, spring])}A${short(r)} ${short(r)} 0 0 1 ${at([x + r, spring])}L${at([x + r, bottom])}Z`;
}

/** The area below a smooth line through these heights, evenly spread from edge to edge. */
export function below(heights: readonly number[]): string {
  const step = WIDTH / (heights.length - 1);
  let d = `M${at([0, HEIGHT])}L${at([0, heights[0]])}`;
  for (let i = 1; i < heights.length; i++) {
    const middle = (i - 0.5) * step;
    d += `C${at([middle, heights[i - 1]])} ${at([middle, heights[i]])} ${at([i * step, heights[i]])}`;
  }
  return `${d}L${at([WIDTH, HEIGHT])}Z`;
}

export function polar(x: number, y: number, r: number, angle: number): Point {
  return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
}
