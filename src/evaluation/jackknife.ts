import { checkArray, checkFunction, checkOptions } from "../arguments.ts";
import { type Interval, studentQuantile } from "./intervals.ts";
import { checkFigures } from "./rankMetrics.ts";

/** Groups of users that are left out in turn. */
const GROUPS = 20;

/** The bounds of a figure. */
export interface Bounds {
  from: number;
  to: number;
}

const ANYTHING: Bounds = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
/** The bounds of a share, and of whatever else lies between 0 and 1. */
export const SHARE: Bounds = { from: 0, to: 1 };

/**
 * A figure of many users together that is not a mean over them, such as how much more popular lists are than
 * profiles, with its 95% interval: how much it would vary if as many other users of the same kind had been measured.
 * Groups of users are left out in turn (the delete-a-group jackknife; Kott 2001). In simulations it contains the true
 * figure 93 to 97 times in 100. For figures that saturate, such as the share of the catalogue that lists reach, it is
 * too wide, up to 99 times (Efron and Stein 1981): `coverageInterval` and `giniInterval` correct for that. Resampling
 * would not work there, because users drawn twice reach no more items than users drawn once.
 * @param users one entry for each, in an order unrelated to the figure
 * @param figureOf returns the figure for some of them
 * @param range the values the figure can have, which limit the interval; any if left out
 * @throws ArgumentError if `users` is not an array, `figureOf` is not a function or `range` is not a range
 */
export function jackknifeInterval<User>(
  users: readonly User[],
  figureOf: (some: readonly User[]) => number,
  range: Bounds = ANYTHING,
): Interval {
  checkArray("users", users);
  checkFunction("figureOf", figureOf);
  checkOptions(range, ["from", "to"], "range");
  checkFigures("range", [range.from, range.to]);
  const without = Array.from(groupsOf(users.length), (_, group) =>
    figureOf(users.filter((_, user) => groupOf(user) !== group)),
  );
  const figure = figureOf(users);
  checkFigures("What figureOf gives", [figure, ...without]);
  return intervalFrom(figure, without, users.length, range);
}

/** The group that a user is left out with. */
export function groupOf(user: number): number {
  return user % GROUPS;
}

/** As many groups as there are, each with a zero: fewer where users are few. */
export function groupsOf(users: number): Float64Array {
  return new Float64Array(Math.min(GROUPS, users));
}

/** @param without the figure with each group left out */
export function intervalFrom(
  mean: number,
  without: ArrayLike<number>,
  users: number,
  { from, to }: Bounds = ANYTHING,
): Interval {
  const known = Float64Array.from(without).filter((figure) => !Number.isNaN(figure));
  const groups = known.length;
  if (groups < 2 || Number.isNaN(mean)) return { mean, low: Number.NaN, high: Number.NaN, users };
  const centre = known.reduce((sum, figure) => sum + figure, 0) / groups;
  const squares = known.reduce((sum, figure) => sum + (figure - centre) ** 2, 0);
  const half = studentQuantile(groups - 1) * Math.sqrt(((groups - 1) / groups) * squares);
  return { mean, low: Math.max(from, mean - half), high: Math.min(to, mean + half), users };
}
