import { placeInTime } from "./TimelineDrawing.ts";

const MONTH = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const DAYS = 86_400;

export interface Tick {
  label: string;
  /** From 0 to 1 along the axis. */
  place: number;
}

/** Ticks under the time axis, at most `most`: at the turn of years, or of months or days where time is short. */
export function ticksOf(from: number, to: number, most: number): Tick[] {
  const starts = startsOfYears(from, to);
  if (starts.length >= 2) {
    const step = [1, 2, 5, 10, 20, 50].find((years) => starts.length / years <= most) ?? 100;
    return starts
      .filter((year) => year % step === 0)
      .map((year) => ({ label: String(year), place: placeInTime(Date.UTC(year, 0) / 1000, from, to) }));
  }
  const format = to - from > 60 * DAYS ? MONTH : DAY;
  const ends = to > from ? [0, 1] : [0];
  return ends.map((place) => ({ label: format.format((from + place * (to - from)) * 1000), place }));
}

function startsOfYears(from: number, to: number): number[] {
  const first = new Date(from * 1000).getUTCFullYear() + 1;
  const last = new Date(to * 1000).getUTCFullYear();
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
