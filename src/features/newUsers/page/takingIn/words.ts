import type { Metrics } from "../../../../core/api.ts";
import { decimals } from "../../../../ui/plot/curveOptions.ts";
import { count, day } from "../../../../ui/words.ts";
import { duration } from "../../../training/page/sentences.ts";
import type { Comparison, DriftPoint } from "../../api.ts";

/** "0.942", or that there was nobody to examine it on. */
export const figure = (value: number) => (Number.isNaN(value) ? "nobody" : decimals(value));

/** "+0.003", "-0.012", "none". */
export function change(value: number): string {
  if (Number.isNaN(value)) return "nobody";
  const rounded = decimals(Math.abs(value));
  if (Number(rounded) === 0) return "none";
  return `${value > 0 ? "+" : "\u2212"}${rounded}`;
}

const merit = ({ auc, precisionAt10 }: Metrics) => auc + precisionAt10;

/** Which of the ways to use when, of what was measured. */
export function aboutWays({ fitPartial, foldIn, retrain }: Comparison): string {
  const ways = [
    { name: "Going on", way: fitPartial },
    { name: "Fold-in", way: foldIn },
    { name: "Training anew", way: retrain },
  ];
  if (Number.isNaN(merit(fitPartial.newUsers))) {
    return "Nobody new has likes to be examined on here. Move the line to an earlier time to compare the ways.";
  }
  const best = ways.reduce((a, b) => (merit(b.way.newUsers) > merit(a.way.newUsers) ? b : a));
  const times = Math.round(retrain.seconds / Math.max(fitPartial.seconds, 0.001));
  const pace = times > 1 ? `about ${count(times)} times as fast as` : "at about the pace of";
  const going = `Go on (${count(fitPartial.epochs, "epoch")}, ${duration(fitPartial.seconds)}) as ratings come in: ${pace} training anew`;
  return `${best.name} serves new users best here. ${going}. Fold somebody in who waits for an answer: nobody else’s list moves. Train anew (${duration(retrain.seconds)}) when the drift below has grown too far.`;
}

/** When the drift of learning along passes what somebody puts up with. */
export function aboutDrift(course: DriftPoint[], threshold: number): string {
  const last = course.at(-1);
  if (last === undefined) return "There are no new ratings to drift by.";
  const past = course.find(({ drift }) => -drift.precisionAt10 > threshold);
  if (past !== undefined) {
    return `Train anew after about ${count(past.interactions)} new ratings, here by ${day(past.time)}: by then learning along has cost users who did nothing new ${decimals(-past.drift.precisionAt10)} of precision at 10.`;
  }
  const lost = -last.drift.precisionAt10;
  const so =
    lost > 0.0005
      ? `has cost users who did nothing new ${decimals(lost)} of precision at 10`
      : "has cost users who did nothing new no precision";
  return `No need to train anew yet: after ${count(last.interactions)} new ratings learning along ${so}.`;
}
