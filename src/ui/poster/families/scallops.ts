import { byInk, circle, HEIGHT, hole, type Shape, WIDTH } from "../geometry.ts";
import type { Ink } from "../palettes.ts";
import { between, choose } from "../traits.ts";
import type { Family } from "./Family.ts";

const INKS: readonly Ink[] = ["main", "second", "ground", "spark", "second", "main"];

/** Rows of scales, each lapping over the one above. */
export const scallops: Family = (trait) => {
  const columns = choose(trait(0), [3, 3, 4]);
  const r = WIDTH / columns / 2;
  const rise = r * between(trait(1), 0.62, 1);
  const across = Math.round(between(trait(2), 1, 3));
  const start = Math.floor(trait(3) * INKS.length);
  const core = between(trait(4), 0.3, 0.62);
  const shapes: Shape[] = [];
  const rows = Math.ceil(HEIGHT / rise) + 1;
  for (let row = 0; row < rows; row++) {
    const scales: Shape[] = [];
    const cores: Shape[] = [];
    for (let column = -1; column <= columns; column++) {
      const x = (column + (row % 2 === 0 ? 0.5 : 1)) * 2 * r;
      const y = HEIGHT + r * 0.2 - (rows - 1 - row) * rise;
      const ink = INKS[(start + row + across * (column + 1)) % INKS.length];
      const inner = ink === "main" ? "second" : "main";
      cores.push({ d: circle(x, y, r * core), ink: ink === "ground" ? "spark" : inner });
      // Round the core, and its eye: both are of one ink.
      scales.push({ d: circle(x, y, r) + hole(x, y, r * core) + circle(x, y, r * core * 0.5), ink });
    }
    shapes.push(...byInk(cores), ...byInk(scales));
  }
  return shapes;
};
