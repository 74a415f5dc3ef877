import { bestIndex, decimals } from "../../../../ui/plot/curveOptions.ts";
import { count, timeLeft } from "../../../../ui/words.ts";
import type { Trial, TuningPoint } from "../../api.ts";

/** The best by AUC and precision at 10 together; null if there is none. */
export function bestPoint(points: TuningPoint[]): TuningPoint | null {
  return (
    points[
      bestIndex(
        points.map(({ auc, precisionAt10 }) => auc + precisionAt10),
        "higher",
      )
    ] ?? null
  );
}

export function aboutPoint(
  figure: string,
  points: TuningPoint[],
  value: (point: TuningPoint) => number,
): string {
  const best = points[bestIndex(points.map(value), "higher")];
  return `Best ${figure}: ${decimals(value(best))}, after ${count(best.epochs, "epoch")}.`;
}

export function aboutTuning({ epochs, auc, precisionAt10 }: TuningPoint, points: TuningPoint[]): string {
  const alike = points.filter((point) => !point.isBeaten && point.epochs !== epochs);
  const noise =
    alike.length === 0 ? "" : ` Within noise of it: ${alike.map((point) => point.epochs).join(", ")} epochs.`;
  return `Best overall: ${count(epochs, "epoch")}, with AUC ${decimals(auc)} and precision at 10 of ${decimals(precisionAt10)}.${noise} “Use” retrains “For you” with ${count(epochs, "epoch")}.`;
}

export function aboutSearch({ number, auc, precisionAt10 }: Trial, tried: number): string {
  const which = number === 1 ? "the defaults still lead" : `number ${number} leads`;
  return `Of ${count(tried, "setting")}, ${which}: AUC ${decimals(auc)}, precision at 10 of ${decimals(precisionAt10)}. “Use” retrains “For you” with these settings.`;
}

export function statusWords(stopped: boolean, found: number): string {
  if (!stopped) return "";
  return found === 0 ? "Stopped." : "Stopped. Showing the best so far.";
}

export function progressWords(progress: { secondsLeft: number | null } | null): string[] {
  if (progress === null) return ["Preparing…"];
  return progress.secondsLeft === null ? ["Started"] : timeLeft(progress);
}
