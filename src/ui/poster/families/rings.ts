import { circle, HEIGHT, type Shape, WIDTH } from "../geometry.ts";
import { between } from "../traits.ts";
import type { Family } from "./Family.ts";

/** Rings that draw the eye off centre, as in a dizzy spell. */
export const rings: Family = (trait) => {
  const turn = trait(0) * 2 * Math.PI;
  const count = Math.round(between(trait(1), 6, 10));
  const outer = between(trait(2), 120, 165);
  const pull = between(trait(3), 0.35, 0.8);
  const x = between(trait(4), 80, WIDTH - 80);
  const y = between(trait(5), 90, HEIGHT - 90);
  const step = outer / count;
  const shapes: Shape[] = [];
  for (let i = 0; i < count; i++) {
    const drift = i * step * pull;
    const ink = i === count - 1 ? "spark" : i % 2 === 0 ? "main" : i % 4 === 1 ? "ground" : "second";
    shapes.push({
      d: circle(x + drift * Math.cos(turn), y + drift * Math.sin(turn), outer - i * step),
      ink,
    });
  }
  return shapes;
};
