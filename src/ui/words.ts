import type { DatasetSummary } from "../core/api.ts";

const NUMBER = new Intl.NumberFormat("en-US");
const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** "100,004", or with a noun "1 user" and "60 users". */
export function count(value: number, noun?: string): string {
  const figure = NUMBER.format(value);
  if (noun === undefined) return figure;
  return value === 1 ? `${figure} ${noun}` : `${figure} ${noun}s`;
}

/** "a film", "an item". */
export const a = ({ one }: DatasetSummary["nouns"]) => (/^[aeiou]/.test(one) ? `an ${one}` : `a ${one}`);

/** "Films" of "films". */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "1 film", "60 films". */
export const countOf = (value: number, { one, many }: DatasetSummary["nouns"]) =>
  `${count(value)} ${value === 1 ? one : many}`;

/** "3 stars" of 5, "6" of a longer scale. */
export const stars = (rating: number, { histogram }: Pick<DatasetSummary, "histogram">) =>
  isInStars({ histogram }) ? `${rating} ${rating === 1 ? "star" : "stars"}` : `${rating}`;

/** Ratings up to 5 are what people call stars. */
export function isInStars({ histogram }: Pick<DatasetSummary, "histogram">): boolean {
  const highest = histogram[histogram.length - 1].rating;
  return highest > 1 && highest <= 5;
}

/** Whether the data knows likes only: every row is one. */
export const knowsLikesOnly = ({ histogram }: Pick<DatasetSummary, "histogram">) =>
  histogram.length === 1 && histogram[0].rating === 1;

/** What counts as a like, in a few words. */
export function likesAre(dataset: Pick<DatasetSummary, "histogram" | "likedFrom">): string {
  return knowsLikesOnly(dataset) ? "each row is one" : `${stars(dataset.likedFrom, dataset)} and up`;
}

/** "16 October 2016", of Unix seconds. */
export const day = (seconds: number) => DAY.format(seconds * 1000);

/** "2.4 MB", and for small files "850 kB". */
export const megabytes = (bytes: number) =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
