import { bestIndex, decimals } from "../../../../ui/plot/curveOptions.ts";
import { count } from "../../../../ui/words.ts";
import type { Trial, TuningPoint } from "../../api.ts";

/** The one that does best on the whole list and at its top together; null where there is none. */
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
  return `The highest ${figure} so far is ${decimals(value(best))}, after ${count(best.epochs, "epoch")}.`;
}

export function aboutTuning({ epochs, auc, precisionAt10 }: TuningPoint): string {
  return `Best together after ${count(epochs, "epoch")}: AUC ${decimals(auc)}, precision at 10 of ${decimals(precisionAt10)}. To use these is to train the model of “For you” anew with them.`;
}

export function aboutSearch({ number, auc, precisionAt10 }: Trial, tried: number): string {
  const which =
    number === 1 ? "The settings it began with are still the best" : `Number ${number} is the best`;
  return `${which} of ${count(tried)} tried: AUC ${decimals(auc)}, precision at 10 of ${decimals(precisionAt10)}. To use these is to train the model of “For you” anew with them.`;
}
