import { box, byInk, circle, HEIGHT, quarterDisc, type Shape, WIDTH } from "../geometry.ts";
import type { Ink } from "../palettes.ts";
import { choose } from "../traits.ts";
import type { Family } from "./Family.ts";

const INKS: readonly Ink[] = ["main", "second", "main", "spark"];

/** Square tiles of quarter discs, each turned its own way. */
export const tiles: Family = (trait) => {
  const columns = choose(trait(0), [3, 4]);
  const cell = WIDTH / columns;
  const grounds: Shape[] = [];
  const shapes: Shape[] = [];
  for (let row = 0; row * cell < HEIGHT; row++) {
    for (let column = 0; column < columns; column++) {
      const own = trait(1 + ((row * columns + column) % 11));
      const turn = choose((own * 3 + row * 0.37 + column * 0.61) % 1, [0, 1, 2, 3]);
      const ink = INKS[(turn + row * 2 + column) % INKS.length];
      const [x, y] = [column * cell, row * cell];
      if ((row + column) % 3 === 0) grounds.push({ d: box(x, y, cell + 0.3, cell + 0.3), ink: "band" });
      if ((own * 7) % 1 > 0.84) shapes.push({ d: circle(x + cell / 2, y + cell / 2, cell * 0.34), ink });
      else {
        const corner = [
          [x, y],
          [x + cell, y],
          [x + cell, y + cell],
          [x, y + cell],
        ][turn];
        shapes.push({ d: quarterDisc(corner[0], corner[1], cell, turn * 90), ink });
      }
    }
  }
  return [...grounds, ...byInk(shapes)];
};
