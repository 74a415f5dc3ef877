import { circle, HEIGHT, polygon, type Shape, WIDTH } from "../geometry.ts";
import { between } from "../traits.ts";
import type { Family } from "./Family.ts";

/** Mountains with a lit and a shaded side. */
export const peaks: Family = (trait) => {
  const shapes: Shape[] = [];
  const r = between(trait(0), 14, 30);
  shapes.push({ d: circle(between(trait(1), 30, WIDTH - 30), between(trait(2), 30, 66), r), ink: "spark" });
  const mountain = (x: number, top: number, spread: number, lit: "second" | "main" | "band") => {
    const foot = HEIGHT + 1;
    const lean = between(trait(9), -0.3, 0.3) * spread;
    shapes.push({ d: polygon([x - spread, foot], [x, top], [x + lean, foot]), ink: lit });
    shapes.push({ d: polygon([x + lean, foot], [x, top], [x + spread, foot]), ink: "band" });
  };
  mountain(between(trait(3), 110, 175), between(trait(4), 60, 110), between(trait(5), 90, 130), "second");
  mountain(between(trait(6), 20, 90), between(trait(7), 84, 140), between(trait(8), 76, 120), "main");
  mountain(between(trait(10), 110, 200), between(trait(11), 140, 176), between(trait(12), 50, 84), "second");
  return shapes;
};
