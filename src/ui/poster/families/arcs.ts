import { circle, HEIGHT, type Shape, WIDTH } from "../geometry.ts";
import type { Ink } from "../palettes.ts";
import { between, choose } from "../traits.ts";
import type { Family } from "./Family.ts";

const ORDERS: readonly Ink[][] = [
  ["main", "second", "ground", "spark"],
  ["second", "ground", "main", "spark"],
  ["main", "ground", "spark", "second"],
];

/** A rainbow rising from the foot of the picture or hanging from its top. */
export const arcs: Family = (trait) => {
  const x = between(trait(0), -10, WIDTH + 10);
  const y = choose(trait(1), [HEIGHT, HEIGHT, 0]);
  const inks = choose(trait(2), ORDERS);
  const inner = between(trait(4), 14, 40);
  const count = Math.round(between(trait(5), 4, 7));
  const band = (between(trait(3), 120, 210) - inner) / count;
  const shapes: Shape[] = [];
  for (let i = count; i >= 0; i--) {
    shapes.push({ d: circle(x, y, inner + i * band), ink: inks[(count - i) % inks.length] });
  }
  const sunX = x > WIDTH / 2 ? between(trait(6), 24, 60) : WIDTH - between(trait(6), 24, 60);
  const outside = Math.hypot(sunX - x, HEIGHT - 70) > inner + count * band + 18;
  if (y === HEIGHT && outside) shapes.push({ d: circle(sunX, between(trait(7), 30, 48), 16), ink: "spark" });
  return shapes;
};
