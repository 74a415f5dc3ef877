import { arch, box, circle, HEIGHT, type Shape, WIDTH } from "../geometry.ts";
import type { Ink } from "../palettes.ts";
import { between, choose } from "../traits.ts";
import type { Family } from "./Family.ts";

const ORDERS: readonly Ink[][] = [
  ["main", "ground", "second", "band"],
  ["second", "main", "ground", "band"],
  ["band", "second", "main", "ground"],
];

/** Door within door, and something small waiting in the last. */
export const arches: Family = (trait) => {
  const inks = choose(trait(0), ORDERS);
  const count = choose(trait(1), [3, 4, 4]);
  const x = between(trait(2), 84, WIDTH - 84);
  const width = between(trait(3), 150, 186);
  const height = between(trait(4), 168, 204);
  const drift = between(trait(5), -12, 12);
  const shrink = between(trait(6), 0.66, 0.76);
  const shapes: Shape[] = [];
  let [w, h, middle] = [width, height, x];
  for (let i = 0; i < count; i++) {
    shapes.push({ d: arch(middle, HEIGHT, w, h), ink: inks[i % inks.length] });
    middle += drift * 0.8 ** i;
    w *= shrink;
    h *= between(trait(7), 0.7, 0.84);
  }
  const last = middle - drift * 0.8 ** (count - 1);
  const r = Math.max(7, w * between(trait(8), 0.2, 0.34));
  if (trait(9) > 0.5) shapes.push({ d: circle(last, HEIGHT - h * 0.72, r), ink: "spark" });
  else shapes.push({ d: box(last - r * 0.5, HEIGHT - h * 0.9, r, h * 0.9), ink: "spark" });
  return shapes;
};
