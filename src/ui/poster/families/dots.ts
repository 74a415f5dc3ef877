import { byInk, circle, HEIGHT, type Shape, WIDTH } from "../geometry.ts";
import { between } from "../traits.ts";
import type { Family } from "./Family.ts";

/** A grid of dots that swell and fade across the sheet. */
export const dots: Family = (trait) => {
  const columns = Math.round(between(trait(0), 4, 6));
  const cell = WIDTH / columns;
  const rows = Math.ceil(HEIGHT / cell);
  const across = between(trait(1), -1.6, 1.6);
  const down = between(trait(2), -1.6, 1.6);
  const phase = trait(3) * 6;
  const shapes: Shape[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const swell = 0.5 + 0.5 * Math.sin(column * across + row * down + phase);
      const r = cell * between(swell, 0.16, 0.47);
      const ink = swell > 0.62 ? "main" : swell < 0.18 ? "spark" : "second";
      shapes.push({ d: circle((column + 0.5) * cell, (row + 0.5) * cell, r), ink });
    }
  }
  return byInk(shapes);
};
