import { circle, HEIGHT, type Point, polar, type Shape, WIDTH } from "../geometry.ts";
import { between } from "../traits.ts";
import type { Family } from "./Family.ts";

/** Two large discs that meet; where they overlap, both become a third. */
export const discs: Family = (trait) => {
  const r = between(trait(0), 54, 76);
  const angle = between(trait(1), -1.3, 1.3);
  const apart = r * between(trait(2), 0.55, 1.35);
  const x = between(trait(3), 86, WIDTH - 86);
  const y = between(trait(4), 96, HEIGHT - 96);
  const one: Point = polar(x, y, -apart / 2, angle);
  const other: Point = polar(x, y, apart / 2, angle);
  const shapes: Shape[] = [
    { d: circle(one[0], one[1], r), ink: "main" },
    { d: circle(other[0], other[1], r), ink: "second" },
    { d: lens(x, y, r, apart, angle), ink: "spark" },
  ];
  const small = between(trait(5), -6, 20);
  if (small > 5) {
    const [sx, sy] = polar(x, y, r + 34, angle + (trait(6) > 0.5 ? Math.PI / 2 : -Math.PI / 2));
    shapes.push({ d: circle(sx, sy, small), ink: "band" });
  }
  return shapes;
};

function lens(x: number, y: number, r: number, apart: number, angle: number): string {
  const half = Math.sqrt(r * r - (apart / 2) ** 2);
  const top = polar(x, y, half, angle - Math.PI / 2);
  const foot = polar(x, y, half, angle + Math.PI / 2);
  const at = (p: Point) => `${p[0].toFixed(2)} ${p[1].toFixed(2)}`;
  return `M${at(top)}A${r.toFixed(2)} ${r.toFixed(2)} 0 0 1 ${at(foot)}A${r.toFixed(2)} ${r.toFixed(2)} 0 0 1 ${at(top)}Z`;
}
