import type { Interval } from "../../evaluation/intervals.ts";
export const count = (number: number) => number.toLocaleString("en");
/** AUC, precision and the like; a dash where there is nobody to measure on. */
export const figure = (number: number) => (Number.isNaN(number) ? "–" : number.toFixed(4));
export const seconds = (number: number) => `${number.toFixed(number < 10 ? 2 : 1)} s`;
export const change = (number: number) =>
  Number.isNaN(number) ? "–" : `${number < 0 ? "−" : "+"}${Math.abs(number).toFixed(4)}`;
/** Where a control stands. */
export const position = (value: number) => `${value < 0 ? "−" : ""}${Math.abs(value)}`;
export const share = (number: number, digits = 1) => `${(number * 100).toFixed(digits)}%`;
export const day = (unixSeconds: number) => new Date(unixSeconds * 1000).toISOString().slice(0, 10);
/** A mean and its 95% interval. */
export const interval = ({ mean, low, high }: Interval) =>
  `${figure(mean)} [${figure(low)}, ${figure(high)}]`;
/** A difference, its 95% interval, and a mark where it is more than noise. */
export const difference = ({ mean, low, high }: Interval) =>
  `${change(mean)} [${change(low)}, ${change(high)}]${low > 0 || high < 0 ? " *" : ""}`;
