import type { LightFM } from "../model/LightFM.ts";
import type { FeatureWeights } from "./defaults.ts";
import { type Fold, type FoldRun, type Folds, type TakenIn, takenIn } from "./Folds.ts";
import { learnAlong } from "./learnAlong.ts";
import { learnToBest } from "./learnToBest.ts";
import type { TimeSplit } from "./TimeSplit.ts";
import { partOf, type Work } from "./Work.ts";

export interface PartialPoint extends TakenIn {
  /** Epochs of `fitPartial` over the new interactions. */
  epochs: number;
}

export interface TakenInByFitPartial {
  /** With the number of epochs that each fold chose on its inner hold-out; `epochs` is the middle one. */
  chosen: PartialPoint & { chosenEpochs: number[] };
  /** After each number of epochs that all folds came to, to look at: nothing was chosen by it. */
  points: PartialPoint[];
}

export interface FitPartialOptions extends Work {
  featureWeights: FeatureWeights;
  /** Ascending. */
  epochs: readonly number[];
  /** The most epochs that the grid is widened to while its last is best. */
  widenTo: number;
  seed: number;
}

/** The share of a fold's time that goes into choosing. */
const CHOOSING = 0.5;

/**
 * Takes in the new part by training on with it alone, fold by fold, each time from a clone of the model. The
 * number of epochs is chosen within the fold, on a share of what it takes in, before its test likes are seen.
 * @param model has learnt the current part; it stays as it is
 */
export async function takeInByFitPartial(
  split: TimeSplit,
  folds: Folds,
  model: LightFM,
  options: FitPartialOptions,
): Promise<TakenInByFitPartial> {
  const { whole } = split.features(options.featureWeights);
  const runs: Run[][] = [];
  for (const [i, fold] of folds.all.entries()) {
    const of = (from: number, to: number) =>
      partOf(options, (i + from) / folds.all.length, (i + to) / folds.all.length);
    const grid = await chooseEpochs(folds, fold.inner(options.seed), model, {
      ...options,
      ...whole,
      ...of(0, CHOOSING),
    });
    const clone = model.clone();
    const examined: Run[] = [];
    for await (const { epochs, seconds } of learnAlong(clone, fold.train, {
      ...whole,
      epochs: grid,
      ...of(CHOOSING, 1),
    })) {
      const ranks = await clone.predictRank(fold.test, { train: fold.known });
      examined.push({ epochs, ...folds.examine(ranks, seconds) });
    }
    runs.push(examined);
  }
  const chosenRuns = runs.map((examined) => examined[examined.length - 1]);
  const chosenEpochs = chosenRuns.map(({ epochs }) => epochs);
  const common = Math.min(...runs.map(({ length }) => length));
  return {
    chosen: { ...takenIn(split, chosenRuns), epochs: middleOf(chosenEpochs), chosenEpochs },
    points: runs[0].slice(0, common).map(({ epochs }, i) => ({
      ...takenIn(
        split,
        runs.map((examined) => examined[i]),
      ),
      epochs,
    })),
  };
}

type Run = FoldRun & { epochs: number };

/** @returns the numbers of epochs that were tried, up to the best */
async function chooseEpochs(
  folds: Folds,
  inner: Fold,
  model: LightFM,
  options: Omit<FitPartialOptions, "featureWeights" | "seed">,
): Promise<number[]> {
  const clone = model.clone();
  const examine = async () => {
    const ranks = await clone.predictRank(inner.test, { train: inner.known });
    return { merit: folds.merit(ranks) };
  };
  const tried: number[] = [];
  let best = { epochs: 0, merit: Number.NEGATIVE_INFINITY };
  const score = ({ merit }: { merit: number }) => merit;
  for await (const point of learnToBest(clone, inner.train, { ...options, examine, score })) {
    tried.push(point.epochs);
    if (point.merit > best.merit) best = point;
  }
  return tried.filter((epochs) => epochs <= best.epochs);
}

/** The one in the middle of the sorted numbers. */
export function middleOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
