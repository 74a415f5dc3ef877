import { type Interval, verdictOn } from "../../../../evaluation/intervals.ts";
import { decimals } from "../../../../ui/plot/curveOptions.ts";
import { count, day } from "../../../../ui/words.ts";
import type { DriftPoint } from "../../api.ts";

/** "0.942", or a dash where there was nobody to evaluate it on. */
export const figure = (value: number) => (Number.isNaN(value) ? "–" : decimals(value));

/** "0.942 (0.931 to 0.952)", or without brackets where too few were evaluated to say. */
export function withInterval({ mean, low, high }: Interval): string {
  return Number.isNaN(low) ? figure(mean) : `${figure(mean)} (${figure(low)} to ${figure(high)})`;
}

/** "+0.003", "−0.012", "0.000". */
export function change(value: number): string {
  if (Number.isNaN(value)) return "–";
  const rounded = decimals(Math.abs(value));
  if (Number(rounded) === 0) return rounded;
  return `${value > 0 ? "+" : "\u2212"}${rounded}`;
}

/** "+0.003 (−0.001 to +0.007), within noise". */
export function difference(of: Interval): string {
  const { mean, low, high } = of;
  if (Number.isNaN(low)) return change(mean);
  const noise = verdictOn(of) === "within noise" && !(low === 0 && high === 0) ? ", within noise" : "";
  return `${change(mean)} (${change(low)} to ${change(high)})${noise}`;
}

/** Whether a drift is a loss beyond the limit, and beyond noise. */
export function isPast({ drift }: DriftPoint, limit: number): boolean {
  return -drift.precisionAt10.mean > limit && verdictOn(drift.precisionAt10) === "worse";
}

/** When drift passes the limit, beyond noise. */
export function aboutDrift(course: DriftPoint[], limit: number): string {
  const last = course.at(-1);
  if (last === undefined) return "There are no new ratings, so there is no drift to measure.";
  const lost = ({ drift: { precisionAt10 } }: DriftPoint) =>
    `precision at 10 changed by ${difference(precisionAt10)}`;
  const past = course.find((point) => isPast(point, limit));
  if (past !== undefined) {
    return `Retrain after about ${count(past.interactions)} new ratings (here on ${day(past.time)}): by then inactive users’ ${lost(past)}.`;
  }
  return `No need to retrain yet: after ${count(last.interactions)} new ratings inactive users’ ${lost(last)}.`;
}
