const NUMBER = new Intl.NumberFormat("en-US");
const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** "100,004", or with a noun "1 user" and "60 users". */
export function count(value: number, noun?: string): string {
  const figure = NUMBER.format(value);
  if (noun === undefined) return figure;
  return value === 1 ? `${figure} ${noun}` : `${figure} ${noun}s`;
}

/** "16 October 2016", of Unix seconds. */
export const day = (seconds: number) => DAY.format(seconds * 1000);

/** "2.4 MB", and for small files "850 kB". */
export const megabytes = (bytes: number) =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
