/** How a column of moments is written. */
export type TimeFormat = "seconds" | "milliseconds" | "date" | "day first" | "month first";

/** Unix seconds of the last moment that a `Date` can hold. */
const LAST_SECOND = 8.64e12;
/** No rating was given so late that its seconds reach this, nor so early that its milliseconds do not. */
const MILLISECONDS_FROM = 1e11;
const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/;
const PARTS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
/** "Jun 5, 2014", "Thu 5 June 2014": engines would read a date into nearly anything. */
const WRITTEN_OUT = /^(?=.*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))(?=.*\b\d{4}\b)/i;

/** How most of these moments are written; null where they are no moments. */
export function guessTimeFormat(values: readonly string[]): TimeFormat | null {
  const given = values.map((value) => value.trim()).filter((value) => value !== "");
  const areMost = (some: readonly unknown[]) => some.length > given.length / 2;
  const numbers = given.map(Number).filter(Number.isFinite);
  if (areMost(numbers)) {
    return numbers.some((value) => Math.abs(value) >= MILLISECONDS_FROM) ? "milliseconds" : "seconds";
  }
  const parts = given.flatMap((value) => [PARTS.exec(value) ?? []].filter(({ length }) => length > 0));
  if (areMost(parts)) {
    const dayFirst = parts.some(([, first, sign]) => Number(first) > 12 || sign === ".");
    return dayFirst ? "day first" : "month first";
  }
  const dates = given.filter((value) => Number.isFinite(toSeconds(value, "date")));
  return areMost(dates) ? "date" : null;
}

/** Unix seconds; NaN where the text is no such moment. What has no zone is taken for UTC. */
export function toSeconds(text: string, format: TimeFormat): number {
  const value = text.trim();
  if (value === "") return Number.NaN;
  if (format === "seconds" || format === "milliseconds") {
    const seconds = Number(value) / (format === "seconds" ? 1 : 1000);
    return Math.abs(seconds) <= LAST_SECOND ? seconds : Number.NaN;
  }
  if (format === "date")
    return isoSeconds(value) ?? (WRITTEN_OUT.test(value) ? Date.parse(`${value} UTC`) / 1000 : Number.NaN);
  const found = PARTS.exec(value);
  if (!found) return Number.NaN;
  const [, first, , second, year, hour = "0", minute = "0", sec = "0"] = found;
  const [day, month] = format === "day first" ? [first, second] : [second, first];
  return utcSeconds([year, month, day, hour, minute, sec].map(Number));
}

function isoSeconds(value: string): number | null {
  const found = ISO.exec(value);
  if (!found) return null;
  const [, year, month, day, hour = "0", minute = "0", sec = "0", zone = "Z"] = found;
  const seconds = utcSeconds([year, month, day, hour, minute, sec].map(Number));
  return seconds - zoneSeconds(zone);
}

function utcSeconds([year, month, day, hour, minute, second]: number[]): number {
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return isDay ? Date.UTC(year, month - 1, day, hour, minute, second) / 1000 : Number.NaN;
}

function zoneSeconds(zone: string): number {
  if (/^[A-Z]/.test(zone)) return 0;
  const [hours, minutes] = [zone.slice(1, 3), zone.slice(-2)].map(Number);
  return (zone[0] === "-" ? -1 : 1) * (hours * 3600 + minutes * 60);
}
