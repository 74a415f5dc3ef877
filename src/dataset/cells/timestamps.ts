import { inCentury, inWords } from "./monthNames.ts";
import { isUnrated } from "./ratingOf.ts";
import { utcSeconds } from "./utcSeconds.ts";

/** How a column of moments is written. */
export type TimeFormat =
  | keyof typeof UNITS
  /** "20140513" */
  | "digits"
  | "year"
  /** Since 1900, as spreadsheets count them. */
  | "days"
  | "date"
  | "day first"
  | "month first";

/** How many of them are a second. */
const UNITS = { seconds: 1, milliseconds: 1e3, microseconds: 1e6, nanoseconds: 1e9 } as const;
/** No rating was given so late that its count of the next larger unit reaches this. */
const UNITS_FROM = [
  ["nanoseconds", 1e17],
  ["microseconds", 1e14],
  ["milliseconds", 1e11],
] as const;

/** So large a share of the dates has to be read. */
const ENOUGH = 0.95;
/** Unix seconds of the last moment that a `Date` can hold. */
const LAST_SECOND = 8.64e12;
const ISO =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/;
const PARTS =
  /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s*([ap])\.?m\.?)?)?$/i;
/** "20140513", "20140513083000" */
const DIGITS = /^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:([01]\d|2[0-3])([0-5]\d)([0-5]\d))?$/;
/** "05 13, 2014", as Amazon's reviews have it. */
const SPACED = /^(\d{1,2}) (\d{1,2}), (\d{4})$/;
/** Days since 1900, as spreadsheets count them: those of 1970 to 2064. */
const SHEET_DAYS = { from: 25_569, to: 60_000 };
const YEAR = /^(?:19|20)\d\d$/;
/** "Jun 5, 2014", "Thu 5 June 2014": engines would read a date into nearly anything. */
const WRITTEN_OUT = /^(?=.*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))(?=.*\b\d{4}\b)/i;

/** How most of these moments are written; null where they are not moments. */
export function guessTimeFormat(values: readonly string[]): TimeFormat | null {
  const given = values.map((value) => value.trim()).filter((value) => !isUnrated(value));
  // Where some have none, their rows would be lost.
  if (given.length === 0 || given.length < values.length * ENOUGH) return null;
  const areMost = (some: readonly unknown[]) => some.length > given.length / 2;
  const areAll = (pattern: RegExp) => given.every((value) => pattern.test(value));
  if (areAll(DIGITS)) return "digits";
  if (areAll(YEAR)) return "year";
  const numbers = given.map(Number).filter(Number.isFinite);
  if (areMost(numbers)) {
    const most = numbers.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0);
    if (numbers.every((value) => value >= SHEET_DAYS.from && value < SHEET_DAYS.to)) return "days";
    return UNITS_FROM.find(([, from]) => most >= from)?.[0] ?? "seconds";
  }
  const parts = partsOf(given);
  if (areMost(parts)) return isDayFirst(parts) ? "day first" : "month first";
  const dates = given.filter((value) => Number.isFinite(toSeconds(value, "date")));
  // Where many cannot be read, none is: their rows would be lost.
  return dates.length > given.length * ENOUGH ? "date" : null;
}

/** Whether a day above 12 shows that dates such as 3/4/2020 have the day or the month in front; null where none does. */
export function dayOrMonthFirst(values: readonly string[]): "day" | "month" | null {
  const parts = partsOf(values);
  if (isDayFirst(parts)) return "day";
  return parts.some(([, , , second]) => Number(second) > 12) ? "month" : null;
}

/** The parts of those that are such dates. */
function partsOf(values: readonly string[]): RegExpExecArray[] {
  return values.map((value) => PARTS.exec(value.trim())).filter((found) => found !== null);
}

function isDayFirst(parts: readonly string[][]): boolean {
  return parts.some(([, first, sign]) => Number(first) > 12 || sign === ".");
}

/** Unix seconds; NaN where the text is no such moment. What has no zone is taken for UTC. */
export function toSeconds(text: string, format: TimeFormat): number {
  const value = text.trim();
  if (value === "") return Number.NaN;
  if (format in UNITS) {
    const seconds = Number(value) / UNITS[format as keyof typeof UNITS];
    return Math.abs(seconds) <= LAST_SECOND ? seconds : Number.NaN;
  }
  if (format === "days") return (Number(value) - SHEET_DAYS.from) * 86_400;
  if (format === "year") return YEAR.test(value) ? utcSeconds(value, 1, 1) : Number.NaN;
  if (format === "digits") return utcSeconds(...(DIGITS.exec(value)?.slice(1) ?? []));
  if (format === "date") return isoSeconds(value) ?? spacedSeconds(value) ?? writtenOut(value);
  const [, first, , second, year, hour = 0, minute, sec, half] = PARTS.exec(value) ?? [];
  const [day, month] = format === "day first" ? [first, second] : [second, first];
  return utcSeconds(inCentury(Number(year)), month, day, inDay(Number(hour), half), minute, sec);
}

function inDay(hour: number, half: string | undefined): number {
  return half === undefined ? hour : (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

function spacedSeconds(value: string): number | null {
  const [, month, day, year] = SPACED.exec(value) ?? [];
  return year === undefined ? null : utcSeconds(year, month, day);
}

function writtenOut(value: string): number {
  if (WRITTEN_OUT.test(value) && /^[\x20-\x7e]*$/.test(value)) {
    const parsed = Date.parse(`${value} UTC`) / 1000;
    if (Number.isFinite(parsed)) return parsed;
  }
  return inWords(value);
}

function isoSeconds(value: string): number | null {
  const found = ISO.exec(value);
  if (!found) return null;
  const [, year, , month, day, hour, minute, second, zone = "Z"] = found;
  return utcSeconds(year, month, day, hour, minute, second) - zoneSeconds(zone);
}

function zoneSeconds(zone: string): number {
  if (/^[A-Z]/.test(zone)) return 0;
  const [hours, minutes] = [zone.slice(1, 3), zone.slice(-2)].map(Number);
  return (zone[0] === "-" ? -1 : 1) * (hours * 3600 + minutes * 60);
}
