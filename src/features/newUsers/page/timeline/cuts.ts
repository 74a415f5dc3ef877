import type { Timeline } from "../../api.ts";

/** With less than a tenth known or a hundredth new there would be nothing to see. */
export const LEAST_CUT = 100;
export const LAST_CUT = 990;
const STEP = 10;
const STRIDE = 100;

/** What is on either side of the line. */
export interface Sides {
  /** Unix seconds of the first new interaction. */
  seconds: number;
  known: number;
  new: number;
  knownUsers: number;
  newUsers: number;
  byNewUsers: number;
}

export function sidesAt(cut: number, { users, interactions, cuts }: Timeline): Sides {
  const known = cuts.known[cut];
  const knownUsers = cuts.knownUsers[cut];
  return {
    seconds: cuts.seconds[cut],
    known,
    new: interactions - known,
    knownUsers,
    newUsers: users - knownUsers,
    byNewUsers: cuts.byNewUsers[cut],
  };
}

/** The line nearest to a moment. */
export function cutNearest(seconds: number, { cuts }: Timeline): number {
  let low = LEAST_CUT;
  let high = LAST_CUT;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts.seconds[middle] < seconds) low = middle + 1;
    else high = middle;
  }
  const before = Math.max(LEAST_CUT, low - 1);
  return seconds - cuts.seconds[before] < cuts.seconds[low] - seconds ? before : low;
}

/** Where a key moves the line, as sliders do; null for other keys. */
export function cutAfterKey(key: string, cut: number): number | null {
  const moves: Record<string, number> = {
    ArrowLeft: cut - STEP,
    ArrowDown: cut - STEP,
    ArrowRight: cut + STEP,
    ArrowUp: cut + STEP,
    PageDown: cut - STRIDE,
    PageUp: cut + STRIDE,
    Home: LEAST_CUT,
    End: LAST_CUT,
  };
  const to = moves[key];
  return to === undefined ? null : Math.min(LAST_CUT, Math.max(LEAST_CUT, to));
}
