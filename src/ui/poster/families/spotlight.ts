import { ellipse, HEIGHT, polygon, type Shape, WIDTH } from "../geometry.ts";
import { between } from "../traits.ts";
import type { Family } from "./Family.ts";

/** Beams of light crossing above a stage. */
export const spotlight: Family = (trait) => {
  const floor = between(trait(0), 176, 196);
  const beam = (from: number, to: number, wide: number, ink: "main" | "second"): Shape[] => [
    { d: polygon([from - 5, -4], [from + 5, -4], [to + wide, floor], [to - wide, floor]), ink },
    { d: ellipse(to, floor, wide, wide * 0.26, 0), ink: "spark" },
  ];
  const one = between(trait(1), 20, 80);
  const other = between(trait(2), 120, 180);
  const left = between(trait(3), 50, 96);
  const right = between(trait(4), 104, 160);
  const crossed = trait(5) > 0.4;
  const shapes: Shape[] = [
    { d: polygon([0, floor], [WIDTH, floor], [WIDTH, HEIGHT], [0, HEIGHT]), ink: "band" },
    ...beam(one, crossed ? right : left, between(trait(6), 26, 44), "second"),
    ...beam(other, crossed ? left : right, between(trait(7), 26, 44), "main"),
  ];
  if (trait(8) > 0.62) shapes.push(...beam(WIDTH / 2, between(trait(9), 80, 120), 22, "second"));
  return shapes;
};
