import { ArgumentError } from "../errors.ts";
import { type Interval, Z } from "./intervals.ts";
import { checkFigures, type PerUser } from "./rankMetrics.ts";

const Z2 = Z ** 2;

/**
 * The share of users for whom something is true, with its 95% interval (Wilson 1927). Unlike resampling, it gives an
 * interval even if it is true for nobody: 0 to 3.7% for none of 100 users.
 * @param figures 1 if it is true, 0 if not; NaN for users it does not apply to
 * @throws ArgumentError if a figure is none of these
 */
export function proportionInterval(figures: PerUser): Interval {
  checkFigures("figures", figures);
  const known = Array.from(figures).filter((figure) => !Number.isNaN(figure));
  const other = known.find((figure) => figure !== 0 && figure !== 1);
  if (other !== undefined) throw new ArgumentError(`figures must hold 1, 0 or NaN, not ${other}.`);
  const users = known.length;
  const mean = known.reduce((sum, figure) => sum + figure, 0) / users;
  return { mean, ...wilsonBounds(mean, users), users };
}

/** @param users how many the share is of; they need not be whole */
export function wilsonBounds(share: number, users: number): { low: number; high: number } {
  const centre = (share + Z2 / (2 * users)) / (1 + Z2 / users);
  const half = Math.sqrt((Z2 * share * (1 - share)) / users + (Z2 / (2 * users)) ** 2) / (1 + Z2 / users);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
