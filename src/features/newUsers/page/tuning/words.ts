import type { Interval } from "../../../../evaluation/intervals.ts";
import { merit } from "../../../../experiment/heldOut.ts";
import {
  choiceSentence,
  examinedSentence,
  searchExaminedSentence,
  searchSentence,
} from "../../../../experiment/report/choiceSentences.ts";
import { bestIndex, decimals } from "../../../../ui/plot/curveOptions.ts";
import { count, timeLeft } from "../../../../ui/words.ts";
import type { Examined, Trial, TuningPoint } from "../../api.ts";

/** The best by AUC and precision at 10 together; null if there is none. */
export function bestPoint(points: TuningPoint[]): TuningPoint | null {
  return points[bestIndex(points.map(merit), "higher")] ?? null;
}

export function aboutPoint(
  figure: string,
  points: TuningPoint[],
  interval: (point: TuningPoint) => Interval,
): string {
  const best =
    points[
      bestIndex(
        points.map(interval).map(({ mean }) => mean),
        "higher",
      )
    ];
  const { mean, low, high } = interval(best);
  return `Highest ${figure}: ${decimals(mean)}, after ${count(best.epochs, "epoch")}; 95% interval over users ${decimals(low)} to ${decimals(high)}, shaded.`;
}

/** What tuning is for, how far it is, and in the end how good what it chose is. */
export function tuningClaim(best: TuningPoint | null, examined: Examined | null, stopped: boolean): string {
  if (best === null) return "Settings chosen on some ratings have to prove themselves on others.";
  if (examined !== null) return examinedSentence(examined.figures, examined.difference);
  const how = stopped ? "stopped before they were tested" : "not tested yet";
  const lead = best.epochs === 1 ? "leads" : "lead";
  return `${count(best.epochs, "epoch")} ${lead} on the hold-out they are chosen by; ${how}.`;
}

export function aboutTuning(best: TuningPoint, points: TuningPoint[]): string {
  return `${choiceSentence(best, points)} “Use these epochs” retrains “For you” with ${count(best.epochs, "epoch")}.`;
}

export function aboutSearch(
  { number, settings, intervals }: Trial,
  tried: number,
  examined: Examined | null,
  stopped: boolean,
): string {
  return [
    searchSentence({ number, epochs: settings.epochs, intervals }, tried),
    ...(examined ? [searchExaminedSentence(number, examined.figures, examined.difference)] : []),
    ...(number !== 1 && examined === null ? [unexaminedSentence(stopped)] : []),
    "“Use these settings” retrains “For you” with them.",
  ].join(" ");
}

function unexaminedSentence(stopped: boolean): string {
  const why = stopped ? "The search was stopped before it was tested" : "It is tested at the end";
  return `${why}: the lead may be chance.`;
}

export function statusWords(stopped: boolean, found: number): string {
  if (!stopped) return "";
  return found === 0 ? "Stopped." : "Stopped. Showing the best so far.";
}

export function progressWords(progress: { secondsLeft: number | null } | null): string[] {
  if (progress === null) return ["Preparing…"];
  return progress.secondsLeft === null ? ["Started"] : timeLeft(progress);
}
