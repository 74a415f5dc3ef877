import { type FigureIntervals, verdictOnBoth } from "../heldOut.ts";
import { inWords, listed } from "./format.ts";

/** A number of epochs that tuning tried, on the inner hold-out. */
export interface TriedEpochs {
  epochs: number;
  intervals: Intervals;
  /** Whether the chosen one is better, beyond noise. */
  isBeaten: boolean;
}

type Intervals = Pick<FigureIntervals, "auc" | "precisionAt10">;

/**
 * What tuning chose, and how surely.
 * @param mostEpochs the largest number that was tried, if it is not among the points
 */
export function choiceSentence(
  { epochs, intervals }: Omit<TriedEpochs, "isBeaten">,
  points: readonly TriedEpochs[],
  mostEpochs = 0,
): string {
  const alike = points.filter((point) => !point.isBeaten && point.epochs !== epochs);
  const last = points.reduce((most, point) => Math.max(most, point.epochs), mostEpochs);
  const noise =
    alike.length === 0
      ? " The others are worse, beyond noise."
      : ` Within noise of it: ${listed(alike.map((point) => String(point.epochs)))}.`;
  return [
    `Chosen on the inner hold-out: ${epochsOf(epochs)}, ${accuracyInWords(intervals)}.`,
    points.length > 1 ? noise : "",
    points.length > 1 && epochs === last ? " It is the last number tried, so more may do better." : "",
  ].join("");
}

/** What was chosen, on likes that had no say in it. */
export function examinedSentence(figures: Intervals, lessPopularity: Intervals): string {
  return `Tested once on the hold-out: ${accuracyInWords(figures)}, ${against(lessPopularity, "popularity")}.`;
}

/** What leads in a search, which is number 1 if nothing is ahead of the settings it began with. */
export function searchSentence(
  { number, epochs, intervals }: Omit<TriedEpochs, "isBeaten"> & { number: number },
  tried: number,
): string {
  const which = number === 1 ? "the settings it began with lead" : `number ${number} leads`;
  return `Of ${tried} ${tried === 1 ? "setting" : "settings"}, ${which} on the inner hold-out after ${epochsOf(epochs)}: ${accuracyInWords(intervals)}.`;
}

/** The best of a search beside what it began with, on likes that had no say in the choice. */
export function searchExaminedSentence(number: number, best: Intervals, lessFirst: Intervals): string {
  return `Tested once on the hold-out: ${accuracyInWords(best)}. Number ${number} is ${against(lessFirst, "the settings it began with")}, trained for as many epochs.`;
}

function accuracyInWords({ auc, precisionAt10 }: Intervals): string {
  return `AUC of ${inWords(auc, figure)} and precision at 10 of ${inWords(precisionAt10, figure)}`;
}

function against(difference: Intervals, other: string): string {
  const words = { better: "better than", worse: "worse than", "within noise": "within noise of" };
  return `${words[verdictOnBoth(difference)]} ${other}`;
}

const figure = (value: number) => value.toFixed(3);

function epochsOf(epochs: number): string {
  return `${epochs} ${epochs === 1 ? "epoch" : "epochs"}`;
}
