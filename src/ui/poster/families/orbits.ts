import { byInk, circle, ellipse, HEIGHT, polar, type Shape, WIDTH } from "../geometry.ts";
import { between } from "../traits.ts";
import type { Family } from "./Family.ts";

/** Tilted orbits round a star, a planet on each. */
export const orbits: Family = (trait) => {
  const x = between(trait(0), 60, WIDTH - 60);
  const y = between(trait(1), 80, HEIGHT - 80);
  const tilt = between(trait(2), -50, 50);
  const flat = between(trait(3), 0.34, 0.9);
  const count = Math.round(between(trait(4), 3, 5));
  const first = between(trait(5), 34, 48);
  const lines: Shape[] = [];
  const planets: Shape[] = [];
  for (let i = count - 1; i >= 0; i--) {
    const rx = first + i * 34;
    lines.push({ d: ellipse(x, y, rx, rx * flat, tilt), ink: i % 2 === 0 ? "second" : "main", width: 3.2 });
  }
  const lean = (tilt * Math.PI) / 180;
  for (let i = 0; i < count; i++) {
    const rx = first + i * 34;
    const [px, py] = polar(0, 0, 1, trait(7 + i) * 2 * Math.PI);
    const along = px * rx;
    const off = py * rx * flat;
    const planetX = x + along * Math.cos(lean) - off * Math.sin(lean);
    const planetY = y + along * Math.sin(lean) + off * Math.cos(lean);
    planets.push({ d: circle(planetX, planetY, 7 + 4 * i), ink: i % 2 === 0 ? "main" : "second" });
  }
  const star: Shape = { d: circle(x, y, between(trait(6), 14, 24)), ink: "spark" };
  return [...byInk(lines), star, ...byInk(planets)];
};
