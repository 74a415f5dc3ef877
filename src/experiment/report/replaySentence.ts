import { verdictOn } from "../../evaluation/intervals.ts";
import type { HitShares } from "../hitRates.ts";
import { change, count, figure, inWords, turned } from "./format.ts";

/** Whether it helps to keep learning, on the same users, each counting once. */
export function replaySentence({ learningLess }: Pick<HitShares, "learningLess">): string {
  const { foldIn, popularity } = learningLess;
  const beyondFoldIn = {
    better: `beats fold-in alone by ${inWords(foldIn, figure)} in hit rate at 10`,
    worse: `is behind fold-in alone by ${inWords(turned(foldIn), figure)} in hit rate at 10`,
    "within noise": `is within noise of fold-in alone: ${inWords(foldIn, change)} in hit rate at 10`,
  }[verdictOn(foldIn)];
  const beyondPopularity = {
    better: `beats popularity by ${inWords(popularity, figure)}`,
    worse: `is behind popularity by ${inWords(turned(popularity), figure)}`,
    "within noise": `is within noise of popularity: ${inWords(popularity, change)}`,
  }[verdictOn(popularity)];
  return `Over ${count(foldIn.users)} users, learning from each rating ${beyondFoldIn}. It ${beyondPopularity}.`;
}
