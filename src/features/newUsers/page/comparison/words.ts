import { verdictOn } from "../../../../evaluation/intervals.ts";
import { count, day } from "../../../../ui/words.ts";
import type { DriftPoint } from "../../api.ts";
import { difference } from "../intervals/words.ts";

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
  const sofar = `after ${count(last.interactions)} new ratings inactive users’ ${lost(last)}`;
  return -last.drift.precisionAt10.low > limit
    ? `A loss beyond your limit is neither shown nor ruled out: ${sofar}.`
    : `No need to retrain yet: ${sofar}.`;
}
