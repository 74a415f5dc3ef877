import type { Timeline } from "../../timelineApi.ts";

/** Less than a tenth to learn from, or less than a hundredth to take in, would show nothing. */
export const LEAST_CUT = 100;
export const LAST_CUT = 990;
const STEP = 10;
const STRIDE = 100;

/** What a line between current and new parts. */
export interface Parted {
  /** Unix seconds of the first new interaction. */
  seconds: number;
  current: number;
  new: number;
  currentUsers: number;
  newUsers: number;
  byNewUsers: number;
}

export function partedAt(cut: number, { users, interactions, cuts }: Timeline): Parted {
  const current = cuts.current[cut];
  const currentUsers = cuts.currentUsers[cut];
  return {
    seconds: cuts.seconds[cut],
    current,
    new: interactions - current,
    currentUsers,
    newUsers: users - currentUsers,
    byNewUsers: cuts.byNewUsers[cut],
  };
}

/** The line that lies nearest to a moment. */
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

/** Where a key moves the line, as sliders do; null where it is no key of theirs. */
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
