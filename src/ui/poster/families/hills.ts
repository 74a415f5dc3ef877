import { below, circle, HEIGHT, WIDTH } from "../geometry.ts";
import { between } from "../traits.ts";
import type { Family } from "./Family.ts";

/** Three rolling lines of hills under a sun. */
export const hills: Family = (trait) => {
  const line = (top: number, height: number, first: number) =>
    below([0, 1, 2, 3].map((i) => top + height * (trait(first + i) - 0.5)));
  const r = between(trait(12), 20, 40);
  return [
    {
      d: circle(between(trait(13), r + 10, WIDTH - r - 10), between(trait(14), r + 14, 84), r),
      ink: trait(15) > 0.5 ? "spark" : "main",
    },
    { d: line(HEIGHT * 0.5, 70, 0), ink: "second" },
    { d: line(HEIGHT * 0.68, 66, 4), ink: "main" },
    { d: line(HEIGHT * 0.86, 56, 8), ink: trait(15) > 0.5 ? "band" : "spark" },
  ];
};
