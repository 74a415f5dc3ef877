import type { DatasetSummary, Nouns } from "../core/api/DatasetSummary.ts";

const NUMBER = new Intl.NumberFormat("en-GB");
const ORDINAL = new Intl.PluralRules("en-GB", { type: "ordinal" });
const SUFFIXES: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string } = {
  one: "st",
  two: "nd",
  few: "rd",
  other: "th",
};
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** "100,004", or with a noun "1 user" and "60 users", "2 matches". */
export function count(value: number, noun?: string, nouns = `${noun}s`): string {
  const figure = NUMBER.format(value);
  if (noun === undefined) return figure;
  return value === 1 ? `${figure} ${noun}` : `${figure} ${nouns}`;
}

/** "1st", "22nd", "113th". */
export const ordinal = (place: number) => `${count(place)}${SUFFIXES[ORDINAL.select(place)]}`;

/** "a film", "an item". */
export const a = ({ one }: Nouns) => (/^[aeiou]/.test(one) ? `an ${one}` : `a ${one}`);

/** "Films" of "films". */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "1 film", "60 films". */
export const countOf = (value: number, { one, many }: Nouns) => `${count(value)} ${value === 1 ? one : many}`;

/** "1 star", "4.5 stars". */
export const starCount = (stars: number) => `${stars} ${stars === 1 ? "star" : "stars"}`;

/** "3 stars" of 5, "6" of a longer scale. */
const onScale = (rating: number, { histogram }: Pick<DatasetSummary, "histogram">) =>
  isInStars({ histogram }) ? starCount(rating) : `${rating}`;

/** Whether people would call these ratings stars. */
export function isInStars({ histogram }: Pick<DatasetSummary, "histogram">): boolean {
  const highest = histogram[histogram.length - 1].rating;
  return highest > 1 && highest <= 5;
}

/** Whether every row is a like. */
export const knowsLikesOnly = ({ histogram }: Pick<DatasetSummary, "histogram">) =>
  histogram.length === 1 && histogram[0].rating === 1;

/** What counts as a like: "3 stars and up". */
export function likesAre(dataset: Pick<DatasetSummary, "histogram" | "likedFrom">): string {
  return knowsLikesOnly(dataset) ? "every row" : `${onScale(dataset.likedFrom, dataset)} and up`;
}

/** "16 October 2016", of Unix seconds. */
export const day = (seconds: number) => DAY.format(seconds * 1000);

/** "October 2016", of Unix seconds. */
export const month = (seconds: number) => MONTH.format(seconds * 1000);

/** "2.4 MB", and for small files "850 kB". */
export const megabytes = (bytes: number) =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** "1.9 s", "48 s", "3 min 20 s". */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)}\u00a0s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole}\u00a0s` : `${Math.floor(whole / 60)}\u00a0min ${whole % 60}\u00a0s`;
}

/** "4.2 s left" as a list, empty while nobody can tell. */
export function timeLeft(progress: { secondsLeft: number | null } | null): string[] {
  if (progress === null || progress.secondsLeft === null) return [];
  return [`${duration(progress.secondsLeft)} left`];
}
