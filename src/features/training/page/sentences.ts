import type { DatasetSummary, EpochReport, Metrics } from "../../../core/api.ts";
import type { TrainingState } from "../../../core/page/session/Session.ts";
import { bestIndex, decimals } from "../../../ui/plot/curveOptions.ts";
import { a } from "../../../ui/words.ts";

type Nouns = DatasetSummary["nouns"];

export const epochs = (count: number) => (count === 1 ? "1 epoch" : `${count} epochs`);

/** "1.9 s", "48 s", "3 min 20 s". */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)}\u00a0s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole}\u00a0s` : `${Math.floor(whole / 60)}\u00a0min ${whole % 60}\u00a0s`;
}

/** Where no likes were held back, there is nothing to examine a model on. */
const UNEXAMINED =
  "This model cannot be examined on likes held back from it: there are too few, or it was brought along and nobody knows what it has learnt from.";

/** Whether a report has figures of its own besides the loss. */
export const isExamined = ({ auc }: EpochReport) => !Number.isNaN(auc);

/** Where training stands, in a sentence or two. */
export function standing(training: TrainingState): string {
  const { running, history, epochsDone, seconds, stopped, origin } = training;
  if (running) return "Learning, in this tab.";
  if (origin === "brought") return "This model was brought along. Train on, and it goes on from there.";
  if (epochsDone === 0) return "Nothing learnt yet. Press Train, and watch the curves grow.";
  const planned = history.at(-1)?.lastEpoch ?? epochsDone;
  const where = origin === "earlier" ? "on an earlier visit" : "in this tab";
  const time = seconds === null ? "" : ` The last run took ${duration(seconds)}, ${where}.`;
  if (stopped) {
    return `Stopped after ${epochs(epochsDone)}. What it has learnt so far is in use; train on to go further.`;
  }
  if (epochsDone < planned) {
    return `It broke off after ${epochs(epochsDone)} of ${planned}. What it had learnt by then is in use.`;
  }
  return `Learnt for ${epochs(epochsDone)}.${time}`;
}

export function aboutLoss(history: EpochReport[]): string {
  const last = history.at(-1);
  if (last === undefined) return "The loss is what the model still gets wrong; it should fall.";
  const first = history[0].meanLoss;
  const now = `After ${epochs(last.epoch)} the mean loss is ${decimals(last.meanLoss)}`;
  if (history.length === 1) return `${now}: how much the model still gets wrong. It should fall from here.`;
  const change = Math.round((1 - last.meanLoss / first) * 100);
  if (change === 0) return `${now}, as it was after the first.`;
  const moved = change > 0 ? `${change} % less` : `${-change} % more`;
  return `${now}, ${moved} than after the first: how much the model still gets wrong.`;
}

export function aboutAuc(history: EpochReport[], popularity: Metrics | null, nouns: Nouns): string {
  const last = history.at(-1);
  if (last === undefined) return "AUC: 0.5 would be chance, 1 a perfect order.";
  if (!isExamined(last)) return UNEXAMINED;
  return [
    `After ${epochs(last.epoch)}: AUC ${decimals(last.auc)}${beside(last.auc, popularity?.auc)}.`,
    `Of 100 pairs of ${a(nouns)} someone liked and one they did not rate, ${Math.round(last.auc * 100)} are in the right order.`,
    peak(history, (report) => report.auc),
  ].join(" ");
}

export function aboutPrecision(history: EpochReport[], popularity: Metrics | null, nouns: Nouns): string {
  const last = history.at(-1);
  if (last === undefined)
    return `Precision at 10: how many of the first ten ${nouns.many} were liked indeed.`;
  if (!isExamined(last)) return UNEXAMINED;
  return [
    `After ${epochs(last.epoch)}: precision at 10 of ${decimals(last.precisionAt10)}${beside(last.precisionAt10, popularity?.precisionAt10)}.`,
    `Of ten ${nouns.many} recommended, ${(last.precisionAt10 * 10).toFixed(1)} on average are among those held back that the person liked.`,
    peak(history, (report) => report.precisionAt10),
  ].join(" ");
}

function beside(value: number, popularity: number | undefined): string {
  if (popularity === undefined) return "";
  return value >= popularity
    ? `; popularity alone reaches ${decimals(popularity)}`
    : `; popularity alone does better, with ${decimals(popularity)}`;
}

function peak(history: EpochReport[], figure: (report: EpochReport) => number): string {
  const best = history[bestIndex(history.map(figure), "higher")];
  const last = history[history.length - 1];
  return decimals(figure(best)) === decimals(figure(last))
    ? ""
    : `It was best after epoch ${best.epoch}, with ${decimals(figure(best))}.`;
}
