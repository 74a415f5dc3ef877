import type { Interactions } from "../matrix/Interactions.ts";
import type { Features } from "../model/fitting.ts";
import type { LightFM } from "../model/LightFM.ts";
import { learnAlong, type Milestone } from "./learnAlong.ts";
import type { Work } from "./Work.ts";

export interface CourseOptions<Point> extends Features, Work {
  /** Numbers of epochs to examine after, ascending. */
  epochs: readonly number[];
  /** The most epochs, which are doubled while the last point is the best; the grid is not widened if left out. */
  widenTo?: number;
  examine: () => Promise<Point>;
  /** More is better. */
  score: (point: Point) => number;
}

/**
 * One training run, examined at each of these numbers of epochs, and beyond them until the best is not the
 * last: a best at the edge of the grid says only that the grid is too small.
 */
export async function* learnToBest<Point>(
  model: LightFM,
  interactions: Interactions,
  { epochs, widenTo = 0, examine, score, onProgress, ...options }: CourseOptions<Point>,
): AsyncGenerator<Milestone & Point, void, undefined> {
  let done = 0;
  let seconds = 0;
  let best = { epochs: 0, score: Number.NEGATIVE_INFINITY };
  let grid = [...epochs];
  while (grid.length > 0) {
    const before = { done, seconds };
    const more = grid.map((count) => count - before.done);
    // Nobody can say how far the grid will be widened: until then the work counts as done.
    const work = { onProgress: (share: number) => onProgress?.(before.done === 0 ? share : 1) };
    for await (const milestone of learnAlong(model, interactions, { ...options, ...work, epochs: more })) {
      done = before.done + milestone.epochs;
      seconds = before.seconds + milestone.seconds;
      const point = await examine();
      if (score(point) > best.score) best = { epochs: done, score: score(point) };
      yield { ...milestone, epochs: done, seconds, ...point };
    }
    const next = 2 * done;
    grid = best.epochs === done && next <= widenTo ? [next] : [];
  }
}
