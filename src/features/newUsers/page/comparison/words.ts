import type { Metrics } from "../../../../core/api/training.ts";
import { decimals } from "../../../../ui/plot/curveOptions.ts";
import { count, day, duration } from "../../../../ui/words.ts";
import type { Comparison, DriftPoint } from "../../api.ts";

/** "0.942", or a dash where there was nobody to evaluate it on. */
export const figure = (value: number) => (Number.isNaN(value) ? "–" : decimals(value));

/** "+0.003", "−0.012", "0.000". */
export function change(value: number): string {
  if (Number.isNaN(value)) return "–";
  const rounded = decimals(Math.abs(value));
  if (Number(rounded) === 0) return rounded;
  return `${value > 0 ? "+" : "\u2212"}${rounded}`;
}

const merit = ({ auc, precisionAt10 }: Metrics) => auc + precisionAt10;

/** Which way to update, and when. */
export function aboutWays({ fitPartial, foldIn, retrain }: Comparison): string {
  const ways = [
    { name: "updating", result: fitPartial },
    { name: "folding in", result: foldIn },
    { name: "retraining", result: retrain },
  ];
  if (Number.isNaN(merit(fitPartial.newUsers))) return "No new users to measure. Move the line to the left.";
  const best = ways.reduce((a, b) => (merit(b.result.newUsers) > merit(a.result.newUsers) ? b : a));
  const times = Math.round(retrain.seconds / Math.max(fitPartial.seconds, 0.001));
  const speed = times > 1 ? ` (${count(times)}x faster than retraining)` : "";
  return `Here ${best.name} does best for new users. Update as ratings arrive: ${count(fitPartial.epochs, "epoch")}, ${duration(fitPartial.seconds)}${speed}. Fold in for an instant answer that changes nobody else. Retrain (${duration(retrain.seconds)}) when drift exceeds your limit.`;
}

/** When drift passes the limit. */
export function aboutDrift(course: DriftPoint[], limit: number): string {
  const last = course.at(-1);
  if (last === undefined) return "There are no new ratings to drift by.";
  const past = course.find(({ drift }) => -drift.precisionAt10 > limit);
  if (past !== undefined) {
    return `Retrain after about ${count(past.interactions)} new ratings (here on ${day(past.time)}): by then inactive users have lost ${decimals(-past.drift.precisionAt10)} precision.`;
  }
  const lost = -last.drift.precisionAt10;
  const so = lost > 0.0005 ? `${decimals(lost)} precision` : "no precision";
  return `No need to retrain yet: after ${count(last.interactions)} new ratings inactive users have lost ${so}.`;
}
