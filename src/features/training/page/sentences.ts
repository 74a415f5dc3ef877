import type { DatasetSummary, Nouns } from "../../../core/api/DatasetSummary.ts";
import type { EpochReport, Metrics } from "../../../core/api/training.ts";
import type { ModelSummary } from "../../../core/page/WorkspaceStore.ts";
import type { Interval } from "../../../evaluation/intervals.ts";
import { RECOMMENDED, recommendedFor, type Shape } from "../../../model/recommended.ts";
import { NEIGHBOUR_WEIGHT, type WeightReason } from "../../../model/scorer/neighbourWeightFor.ts";
import { bestIndex, decimals } from "../../../ui/plot/curveOptions.ts";
import { a, count, duration } from "../../../ui/words.ts";
import type { TrainingProgress } from "../api.ts";
import type { TrainingRun } from "./TrainingStore.ts";

const UNEVALUATED =
  "No accuracy figures: too few ratings, or an imported model whose training data is unknown.";

/** Whether a report has figures other than the loss. */
export const isEvaluated = ({ auc }: EpochReport) => !Number.isNaN(auc);

export const pausedAfter = ({ epoch, lastEpoch }: TrainingProgress) =>
  `Paused after epoch ${epoch} of ${lastEpoch}`;

/** The state of a training under way. */
export function training(run: Pick<TrainingRun, "resumedAfter" | "pauseAsked" | "progress"> | null): string {
  if (run?.pauseAsked) {
    return run.progress?.isPaused ? `${pausedAfter(run.progress)}.` : "Pausing once this epoch is over…";
  }
  const after = run?.resumedAfter ?? null;
  return after === null ? "Training…" : `Training continues from epoch ${after}, where it was interrupted.`;
}

/** The state of the model, in a sentence. */
export function standing(model: ModelSummary | null): string {
  if (model === null) return "Not trained yet. Press Train.";
  const { history, epochsDone, seconds, stopped, origin } = model;
  if (origin === "imported") return "Imported model. “Continue training” trains it further.";
  const planned = history.at(-1)?.lastEpoch ?? epochsDone;
  if (stopped) {
    return `Stopped after ${count(epochsDone, "epoch")}. “For you” uses this shorter training.`;
  }
  if (epochsDone < planned) {
    return `Interrupted after ${epochsDone} of ${count(planned, "epoch")}; that model is in use.`;
  }
  const time = seconds === null ? "" : ` in ${duration(seconds)}`;
  const where = origin === "earlier" ? ", on an earlier visit" : "";
  return `Trained for ${count(epochsDone, "epoch")}${time}${where}.`;
}

/** What the defaults are, and why. */
export function chosenFor({ users, items, positives, nouns, hasTastes }: DatasetSummary): string {
  const { hyperparameters, epochs, shape } = recommendedFor({ users, items, likes: positives }, hasTastes);
  const likes = `${count(Math.round(positives / users))} of ${count(items, nouns.one, nouns.many)}`;
  const why: Record<Shape, string> = {
    crowded: `With ${count(users, "person", "people")} and only ${count(items, nouns.one, nouns.many)}, more training would just memorise their likes.`,
    dense: `People like ${likes} on average. That is plenty: more of either would gain nothing.`,
    small: `With ${count(positives, "like")} in all, more of either would gain nothing.`,
    sparse: `People like only ${likes} on average, so it takes more of both.`,
    popular:
      "Here popularity predicts what people like better than their other likes do, so there is little to learn.",
    large: `With ${count(positives, "like")}, more of either would take too long.`,
  };
  const { noComponents, itemAlpha } = hyperparameters;
  return [
    `Defaults for this data: ${noComponents} components, ${count(epochs, "epoch")}. ${why[shape]}`,
    ...(itemAlpha < RECOMMENDED.itemAlpha
      ? [
          `L2 penalties are ${percent(itemAlpha / RECOMMENDED.itemAlpha)} of the usual, as they apply at every step.`,
        ]
      : []),
  ].join(" ");
}

/** How much neighbours count beside the model, and why. */
export function neighboursFor({ neighbours, positives, nouns }: DatasetSummary): string {
  if (neighbours === null) {
    return positives === 0 ? "" : `With ${count(positives, "like")}, lists come from the model alone.`;
  }
  const { weight, weightOfMany, reasons, isShortened } = neighbours;
  const why: Record<WeightReason, string> = {
    scattered: `few people like the same ${nouns.many}`,
    short: `people like few ${nouns.many} each, which tells the model little`,
    crowded: `very many people like each ${nouns.one}, so what they share is hardly chance`,
  };
  const figure = Math.round(weight);
  const most = Math.round(weightOfMany);
  const usual = figure === NEIGHBOUR_WEIGHT ? ", the usual" : ` (usually ${NEIGHBOUR_WEIGHT})`;
  const because =
    reasons.length > 0 ? `, because ${reasons.map((reason) => why[reason]).join(", and ")}` : "";
  const cause = isShortened
    ? `; with ${count(positives, "like")}, only the main tastes are compared`
    : `${usual}${because}`;
  return [
    `Lists also draw on what people with the same likes like: the neighbour score, with a weight of ${figure}${cause}.`,
    ...(most > figure ? [`It grows towards ${most} for people with many known likes.`] : []),
  ].join(" ");
}

const percent = (share: number) => `${(share * 100).toPrecision(2)}%`;

export function aboutLoss(history: EpochReport[]): string {
  const last = history.at(-1);
  if (last === undefined) return "How much the model still gets wrong. Lower is better.";
  const { epoch, meanLoss } = last;
  const now = decimals(meanLoss);
  const change = Math.round((1 - meanLoss / history[0].meanLoss) * 100);
  if (change === 0) return `Loss is ${now} after ${count(epoch, "epoch")}. Lower is better.`;
  const moved = change > 0 ? `fell ${change}%` : `rose ${-change}%`;
  return `Loss ${moved} to ${now} over ${count(epoch, "epoch")}. Lower is better.`;
}

export function aboutAuc(history: EpochReport[], popularity: Metrics | null, nouns: Nouns): string {
  const last = history.at(-1);
  if (last === undefined) return "AUC: 0.5 is chance, 1 is a perfect order.";
  if (!isEvaluated(last)) return UNEVALUATED;
  return [
    `AUC ${decimals(last.auc)}${within(last.intervals?.auc)} after ${count(last.epoch, "epoch")}${beside(last.auc, popularity?.auc)}.`,
    `Of 100 pairs of ${a(nouns)} someone liked and one they did not rate, ${Math.round(last.auc * 100)} are in the right order.`,
    peak(history, (report) => report.auc),
  ].join(" ");
}

export function aboutPrecision(history: EpochReport[], popularity: Metrics | null, nouns: Nouns): string {
  const last = history.at(-1);
  if (last === undefined) return `Precision at 10: how many of the top ten ${nouns.many} the person liked.`;
  if (!isEvaluated(last)) return UNEVALUATED;
  return [
    `Precision at 10 of ${decimals(last.precisionAt10)}${within(last.intervals?.precisionAt10)} after ${count(last.epoch, "epoch")}${beside(last.precisionAt10, popularity?.precisionAt10)}.`,
    `On average ${(last.precisionAt10 * 10).toFixed(1)} of the top ten are ${nouns.many} the person liked and the model had not seen.`,
    peak(history, (report) => report.precisionAt10),
  ].join(" ");
}

/** How sure a figure of a sample is. */
function within(interval: Interval | undefined): string {
  if (interval === undefined || Number.isNaN(interval.low)) return "";
  const { low, high, users } = interval;
  return ` (95% interval ${decimals(low)} to ${decimals(high)}, ${count(users, "person", "people")})`;
}

function beside(value: number, popularity: number | undefined): string {
  if (popularity === undefined) return "";
  return value >= popularity
    ? `; popularity reaches ${decimals(popularity)}`
    : `; popularity does better, with ${decimals(popularity)}`;
}

function peak(history: EpochReport[], figure: (report: EpochReport) => number): string {
  const best = history[bestIndex(history.map(figure), "higher")];
  const last = history[history.length - 1];
  return decimals(figure(best)) === decimals(figure(last))
    ? ""
    : `Best after epoch ${best.epoch}: ${decimals(figure(best))}.`;
}
