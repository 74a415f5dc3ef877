import { byInk, HEIGHT, polygon, type Shape, WIDTH } from "../geometry.ts";
import { between } from "../traits.ts";
import type { Family } from "./Family.ts";

/** Light through a blind: slanted stripes that grow and shrink. */
export const slats: Family = (trait) => {
  const count = Math.round(between(trait(0), 6, 10));
  const slope = between(trait(1), -70, 70);
  const step = (HEIGHT + Math.abs(slope)) / count;
  const bright = Math.floor(trait(2) * count);
  const shapes: Shape[] = [];
  for (let i = 0; i < count; i++) {
    const swell = 0.5 + 0.5 * Math.sin(i * between(trait(3), 0.5, 1.3) + trait(4) * 6);
    const left = i * step + Math.min(0, -slope) + step * 0.2;
    const thick = step * between(swell, 0.26, 0.66);
    const taper = step * between(trait(5), 0.2, 0.8) * 0.5;
    shapes.push({
      d: polygon([0, left], [WIDTH, left + slope], [WIDTH, left + slope + taper], [0, left + thick]),
      ink: i === bright ? "spark" : i % 3 === 1 ? "second" : "main",
    });
  }
  return byInk(shapes);
};
