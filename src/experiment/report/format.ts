import type { Interval } from "../../evaluation/intervals.ts";
/** Means over seeds are rounded. */
export const count = (number: number) => Math.round(number).toLocaleString("en");
/** AUC, precision and the like; a dash if there is nobody to measure on. */
export const figure = (number: number) => (Number.isNaN(number) ? "–" : minus(number.toFixed(4)));
const minus = (text: string) => text.replace("-", "−");
/** With its sign, unless nothing is left of it at the last digit. */
const signed = (number: number, write: (size: number) => string) => {
  const size = write(Math.abs(number));
  if (Number.isNaN(number) || Number.parseFloat(size) === 0) return size;
  return `${number < 0 ? "−" : "+"}${size}`;
};
export const seconds = (number: number) => `${number.toFixed(number < 10 ? 2 : 1)} s`;
export const change = (number: number) => signed(number, figure);
/** Where a control stands. */
export const position = (value: number) => `${value < 0 ? "−" : ""}${Math.abs(value)}`;
export const share = (number: number, digits = 1) =>
  Number.isNaN(number) ? "–" : minus(`${(number * 100).toFixed(digits)}%`);
export const changeOfShare = (number: number) => signed(number, share);
/** A change of a share, in percentage points; of less than one with a digit more. */
export const points = (number: number) =>
  signed(number, (size) => (Number.isNaN(size) ? "–" : (100 * size).toFixed(size < 0.01 ? 2 : 1)));
export const day = (unixSeconds: number) => new Date(unixSeconds * 1000).toISOString().slice(0, 10);
/** A mean with its 95% interval in brackets, or alone where too few were examined to say. */
const intervalIn =
  (write: (number: number) => string) =>
  ({ mean, low, high }: Interval) =>
    Number.isNaN(low) ? write(mean) : `${write(mean)} [${write(low)}, ${write(high)}]`;
export const interval = intervalIn(figure);
/** The same of figures well above 1, such as bits or numbers of users. */
const coarse = (number: number) => (Number.isNaN(number) ? "–" : number.toFixed(number < 10 ? 2 : 1));
export const coarseInterval = intervalIn(coarse);
export const shareInterval = intervalIn((number) => share(number));
const differenceIn =
  (write: (number: number) => string) =>
  ({ mean, low, high }: Interval) =>
    Number.isNaN(low)
      ? write(mean)
      : `${write(mean)} [${write(low)}, ${write(high)}]${low > 0 || high < 0 ? " *" : ""}`;
/** A mean with its 95% interval as it stands in a sentence. */
export const inWords = ({ mean, low, high }: Interval, write: (number: number) => string) =>
  Number.isNaN(low) ? write(mean) : `${write(mean)} (${write(low)} to ${write(high)})`;
/** What is lost: the same with its sign turned. */
export const turned = ({ mean, low, high, users }: Interval): Interval => ({
  mean: -mean,
  low: -high,
  high: -low,
  users,
});
/** A difference, its 95% interval, and a mark if it is more than noise. */
export const difference = differenceIn(change);
export const coarseDifference = differenceIn((number) => signed(number, coarse));
/** Relative: by how much of the second the first is more. */
export const relativeDifference = differenceIn(changeOfShare);
/** The difference of two shares, in percentage points. */
export const pointsDifference = differenceIn(points);

/** "updating, folding in and retraining" */
export const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
