import { box, circle, HEIGHT, polygon, type Shape, WIDTH } from "../geometry.ts";
import { between } from "../traits.ts";
import type { Family } from "./Family.ts";

/** Table mountains before a low sun. */
export const mesa: Family = (trait) => {
  const r = between(trait(0), 38, 66);
  const horizon = between(trait(1), 138, 164);
  const butte = (x: number, width: number, top: number): string =>
    polygon(
      [x - width * 0.5, top],
      [x + width * 0.5, top],
      [x + width * 0.56, top + (horizon - top) * 0.55],
      [x + width * 0.9, horizon + 1],
      [x - width * 0.9, horizon + 1],
      [x - width * 0.56, top + (horizon - top) * 0.55],
    );
  const shapes: Shape[] = [
    {
      d: circle(between(trait(2), 50, WIDTH - 50), horizon - r * between(trait(3), 0, 0.8), r),
      ink: "spark",
    },
    {
      d: butte(between(trait(4), 10, 80), between(trait(5), 34, 60), between(trait(6), 74, 112)),
      ink: "second",
    },
    {
      d: butte(between(trait(7), 110, 195), between(trait(8), 40, 76), between(trait(9), 56, 100)),
      ink: "main",
    },
    { d: box(0, horizon, WIDTH, HEIGHT - horizon), ink: "main" },
  ];
  for (let i = 0; i < 3; i++) {
    const y = horizon + 14 + i * 17;
    shapes.push({
      d: box(between(trait(10 + i), -60, 60), y, between(trait(i), 90, 150), 4 + i),
      ink: "second",
    });
  }
  return shapes;
};
