import { auc, mean, ndcg, type PerUser, precision } from "../evaluation/rankMetrics.ts";
import type { TestRanks } from "../model/rankTestItems.ts";

/** NaN where none of the users has a like held out. */
export interface Accuracy {
  auc: number;
  precisionAt10: number;
}

/** How well held-out likes are ranked: means over users. */
export interface HeldOutFigures extends Accuracy {
  ndcgAt10: number;
}

/** Of the users for whom `who` holds. */
export function figuresOf(ranks: TestRanks, who: (user: number) => boolean = () => true): HeldOutFigures {
  const over = (figures: PerUser) => mean(figures.filter((_, user) => who(user)));
  return {
    auc: over(auc(ranks)),
    precisionAt10: over(precision(ranks, 10)),
    ndcgAt10: over(ndcg(ranks, 10)),
  };
}

export function accuracy({ auc, precisionAt10 }: Accuracy): Accuracy {
  return { auc, precisionAt10 };
}

/** What the experiment chooses by: the higher, the better on the whole list and at its top together. */
export function merit({ auc, precisionAt10 }: Accuracy): number {
  return auc + precisionAt10;
}

/** The one of the greatest merit, the first of equals; undefined where there is none. */
export function bestOf<Point extends Accuracy>(points: readonly Point[]): Point | undefined {
  return points.reduce<Point | undefined>(
    (best, point) => (best === undefined || merit(point) > merit(best) ? point : best),
    undefined,
  );
}
