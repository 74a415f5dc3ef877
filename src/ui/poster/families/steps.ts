import { box, HEIGHT, type Shape, WIDTH } from "../geometry.ts";
import type { Ink } from "../palettes.ts";
import { between } from "../traits.ts";
import type { Family } from "./Family.ts";

/** A city of plain blocks, a far row and a near one. */
export const steps: Family = (trait) => {
  const shapes: Shape[] = [];
  const row = (count: number, top: number, foot: number, first: number, inks: readonly Ink[]) => {
    const width = WIDTH / count;
    for (let i = 0; i < count; i++) {
      const y = between(trait(first + i), top, foot);
      shapes.push({ d: box(i * width, y, width + 0.3, HEIGHT - y), ink: inks[i % inks.length] });
    }
  };
  const near = trait(11) > 0.5 ? 7 : 6;
  row(5, 34, 130, 0, ["second"]);
  row(near, 90, 186, 5, trait(12) > 0.5 ? ["main", "band"] : ["main"]);

  const lit = Math.min(near - 1, Math.floor(trait(13) * near));
  const width = WIDTH / near;
  for (let y = between(trait(5 + lit), 90, 186) + 12; y < HEIGHT - 12; y += 20) {
    shapes.push({ d: box((lit + 0.5) * width - 4, y, 8, 10), ink: "spark" });
  }
  return shapes;
};
