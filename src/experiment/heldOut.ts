import {
  bootstrapInterval,
  type Interval,
  meanPerUser,
  pairedDifference,
  type Verdict,
  verdictOn,
} from "../evaluation/intervals.ts";
import { auc, mean, ndcg, type PerUser, precision } from "../evaluation/rankMetrics.ts";
import type { TestRanks } from "../model/rankTestItems.ts";

/** NaN if none of the users has a held-out like. */
export interface Accuracy {
  auc: number;
  precisionAt10: number;
}

/** How well held-out likes are ranked: means over users. */
export interface HeldOutFigures extends Accuracy {
  ndcgAt10: number;
}

/** The same figures for each user; NaN for users without a held-out like. */
export type FiguresPerUser = Record<keyof HeldOutFigures, PerUser>;

/** The same figures with their 95% intervals over users. */
export type FigureIntervals = Record<keyof HeldOutFigures, Interval>;

/** Which users a figure is of. */
export type Who = (user: number) => boolean;

const NAMES = ["auc", "precisionAt10", "ndcgAt10"] as const;

export function figuresPerUser(ranks: TestRanks): FiguresPerUser {
  return { auc: auc(ranks), precisionAt10: precision(ranks, 10), ndcgAt10: ndcg(ranks, 10) };
}

/** The figures of the users for whom `who` holds, or of all if left out. */
export function meanFigures(perUser: FiguresPerUser, who?: Who): HeldOutFigures {
  return each((name) => mean(of(perUser[name], who)));
}

export function intervalsOf(perUser: FiguresPerUser, who?: Who): FigureIntervals {
  return each((name) => bootstrapInterval(of(perUser[name], who)));
}

/** Figures of `a` less those of `b` for the same users. */
export function differencesOf(a: FiguresPerUser, b: FiguresPerUser, who?: Who): FigureIntervals {
  return each((name) => pairedDifference(of(a[name], who), of(b[name], who)));
}

/** Better by AUC or precision at 10 beyond noise and worse by neither, or the reverse. */
export function verdictOnBoth({
  auc,
  precisionAt10,
}: Pick<FigureIntervals, "auc" | "precisionAt10">): Verdict {
  const verdicts = [verdictOn(auc), verdictOn(precisionAt10)];
  const isOnly = (verdict: Verdict, other: Verdict) =>
    verdicts.includes(verdict) && !verdicts.includes(other);
  if (isOnly("better", "worse")) return "better";
  return isOnly("worse", "better") ? "worse" : "within noise";
}

/** Each user's means over runs, such as folds or seeds. */
export function pooled(runs: readonly FiguresPerUser[]): FiguresPerUser {
  return each((name) => meanPerUser(runs.map((run) => run[name])));
}

export function accuracy({ auc, precisionAt10 }: Accuracy): Accuracy {
  return { auc, precisionAt10 };
}

/** What the experiment chooses by, more is better: the whole list and its top together. */
export function merit({ auc, precisionAt10 }: Accuracy): number {
  return auc + precisionAt10;
}

function of(figures: PerUser, who: Who | undefined): PerUser {
  return who ? figures.filter((_, user) => who(user)) : figures;
}

function each<Figure>(
  figure: (name: (typeof NAMES)[number]) => Figure,
): Record<keyof HeldOutFigures, Figure> {
  return { auc: figure("auc"), precisionAt10: figure("precisionAt10"), ndcgAt10: figure("ndcgAt10") };
}
