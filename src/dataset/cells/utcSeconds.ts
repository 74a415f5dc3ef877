type Part = string | number | undefined;

/** Unix seconds of a date whose month counts from 1, and of midnight where no time is given; NaN where there is no such day. */
export function utcSeconds(...parts: readonly Part[]): number {
  const [year, month, day, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    part === undefined ? part : Number(part),
  ) as [number, number, number, number?, number?, number?];
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return isDay ? Date.UTC(year, month - 1, day, hour, minute, second) / 1000 : Number.NaN;
}
