import type { Interval } from "../../../../evaluation/intervals.ts";
import { decimals } from "../../../../ui/plot/curveOptions.ts";
import { count, day } from "../../../../ui/words.ts";
import type { DriftPoint, UpdateResult } from "../../api.ts";

/** "0.942", or a dash where there was nobody to evaluate it on. */
export const figure = (value: number) => (Number.isNaN(value) ? "–" : decimals(value));

/** "0.931 to 0.952", or a dash where too few were evaluated to say. */
export function between({ low, high }: Interval): string {
  return Number.isNaN(low) ? "–" : `${figure(low)} to ${figure(high)}`;
}

/** What the three ways stand beside. */
export function aboutPopularity({ newUsers, oldUsers }: UpdateResult): string {
  return `Recommending the most liked instead: new users AUC ${figure(newUsers.auc)}, precision at 10 ${figure(newUsers.precisionAt10)}; old users ${figure(oldUsers.auc)} and ${figure(oldUsers.precisionAt10)}.`;
}

/** "+0.003", "−0.012", "0.000". */
export function change(value: number): string {
  if (Number.isNaN(value)) return "–";
  const rounded = decimals(Math.abs(value));
  if (Number(rounded) === 0) return rounded;
  return `${value > 0 ? "+" : "\u2212"}${rounded}`;
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
