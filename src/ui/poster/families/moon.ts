import { circle, HEIGHT, polygon, type Shape, WIDTH } from "../geometry.ts";
import { between } from "../traits.ts";
import type { Family } from "./Family.ts";

/** A moon, full or waning, over pointed woods. */
export const moon: Family = (trait) => {
  const r = between(trait(0), 36, 62);
  const x = between(trait(1), r + 6, WIDTH - r - 6);
  const y = between(trait(2), r + 10, 104);
  const waning = between(trait(3), -0.5, 1.1);
  const shapes: Shape[] = [{ d: circle(x, y, r), ink: "main" }];
  if (waning > 0.2) shapes.push({ d: circle(x + r * (1.5 - waning), y - r * 0.25, r * 0.94), ink: "ground" });
  else shapes.push({ d: circle(x - r * 0.28, y + r * 0.2, r * 0.2), ink: "second" });
  const woods = (count: number, top: number, foot: number, first: number, ink: "second" | "band") => {
    const width = WIDTH / count;
    for (let i = -1; i <= count; i++) {
      const height = between(trait(first + ((i + 1) % 5)), 0, 46);
      const middle = (i + 0.5) * width;
      shapes.push({
        d: polygon([middle - width * 0.85, foot], [middle, top + height], [middle + width * 0.85, foot]),
        ink,
      });
    }
  };
  woods(Math.round(between(trait(4), 4, 7)), 112, HEIGHT, 5, "second");
  woods(Math.round(between(trait(10), 5, 9)), 150, HEIGHT, 11, "band");
  return shapes;
};
