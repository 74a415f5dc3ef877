import { verdictOn } from "../../evaluation/intervals.ts";
import type { HitShares } from "../hitRates.ts";
import { change, figure, inWords, turned } from "./format.ts";

/** Whether it helps to keep learning, on the same users, each counting once. */
export function replaySentence({ learningLess }: Pick<HitShares, "learningLess">): string {
  const { foldIn, popularity } = learningLess;
  const { low, high } = foldIn;
  const beyondFoldIn = {
    better: `Keeping on learning beats folding in alone by ${inWords(foldIn, figure)}.`,
    worse: `Keeping on learning does worse than folding in alone by ${inWords(turned(foldIn), figure)}.`,
    "within noise": `Keeping on learning is within noise of folding in alone${Number.isNaN(low) ? "" : ` (${change(low)} to ${change(high)})`}.`,
  }[verdictOn(foldIn)];
  const versus = { better: "better than", worse: "worse than", "within noise": "within noise of" };
  return `${beyondFoldIn} It is ${versus[verdictOn(popularity)]} popularity.`;
}
