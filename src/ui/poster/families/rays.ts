import { byInk, circle, HEIGHT, polar, polygon, type Shape, WIDTH } from "../geometry.ts";
import { between } from "../traits.ts";
import type { Family } from "./Family.ts";

const BEYOND = 340;

/** Rays from one point to every edge. */
export const rays: Family = (trait) => {
  const x = between(trait(0), 30, WIDTH - 30);
  const y = between(trait(1), 40, HEIGHT - 20);
  const count = 2 * Math.round(between(trait(2), 6, 10));
  const turn = trait(3) * Math.PI;
  const width = between(trait(4), 0.42, 0.62);
  const sway = between(trait(5), 0, 0.35);
  const step = (2 * Math.PI) / count;
  const shapes: Shape[] = [];
  for (let i = 0; i < count; i++) {
    const angle = turn + i * step + sway * step * Math.sin(i * 2.1);
    const half = (step * width) / 2;
    shapes.push({
      d: polygon([x, y], polar(x, y, BEYOND, angle - half), polar(x, y, BEYOND, angle + half)),
      ink: i % 2 === 0 ? "main" : "second",
    });
  }
  const r = between(trait(6), -14, 34);
  return r > 8 ? [...byInk(shapes), { d: circle(x, y, r), ink: "spark" }] : byInk(shapes);
};
