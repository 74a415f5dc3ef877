import { box, circle, HEIGHT, type Shape, WIDTH } from "../geometry.ts";
import { between } from "../traits.ts";
import type { Family } from "./Family.ts";

/** A great sun going down behind bands of sea. */
export const sunset: Family = (trait) => {
  const r = between(trait(0), 52, 80);
  const x = between(trait(1), 66, WIDTH - 66);
  const y = between(trait(2), 78, 112);
  const sea = y + r * between(trait(3), -0.1, 0.5);
  const sun = trait(4) > 0.5 ? "main" : "spark";
  const waves: Shape[] = [];
  const glints: Shape[] = [];
  const count = Math.round(between(trait(5), 4, 6));
  const step = (HEIGHT - sea) / count;
  for (let i = 0; i < count; i++) {
    const thick = step * between(i / count, 0.18, 0.5);
    const glint = r * (1.25 - 0.6 * Math.abs(Math.sin(i * 1.9 + trait(6) * 3)));
    const top = sea + i * step + step * 0.3;
    waves.push({ d: box(0, top, WIDTH, thick), ink: "ground" });
    glints.push({ d: box(x - glint, top, glint * 2, thick), ink: sun });
  }
  return [
    { d: circle(x, y, r), ink: sun },
    { d: box(0, sea, WIDTH, HEIGHT - sea), ink: "second" },
    ...waves,
    ...glints,
  ];
};
