import { giveUp } from "../run.js";

/** The folds that `--folds` names, as in "0,2"; ends this process with a sentence and the usage if it is not such a list. */
export function readFolds(text: string, of: number, usage: string): number[] {
  const folds = text.split(",").map((fold) => (/^\d+$/.test(fold) ? Number(fold) : of));
  if (folds.every((fold) => fold < of) && new Set(folds).size === folds.length) return folds;
  return giveUp(
    `--folds must be numbers from 0 to ${of - 1}, each once, with commas between them, not ${JSON.stringify(text)}.\nUsage: ${usage}`,
    2,
  );
}
