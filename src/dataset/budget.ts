import { DataFileError } from "../errors.ts";
import { placeOf } from "./TableForm.ts";
import type { Table } from "./understand.ts";

/** What a rating takes at most on its way into the model, see docs/big-files.md. */
const BYTES_A_RATING = 100;

const ROUGHLY = new Intl.NumberFormat("en-US", {
  notation: "compact",
  compactDisplay: "long",
  maximumSignificantDigits: 2,
});

/** Rows that a table has, by its size and the length of its first ones. */
export function estimateRows({ head: { source, bytesARow } }: Table): number {
  return Math.round(source.size / bytesARow);
}

/** The share of the users that memory has room for, rounded down; 1 where it is all of them. */
export function fittingShare(ratings: Table, bytes: number): number {
  const share = bytes / (estimateRows(ratings) * BYTES_A_RATING);
  return share >= 1 ? 1 : Math.max(1, Math.floor(share * 100)) / 100;
}

/**
 * @param share of the users that are to be read
 * @throws DataFileError before anything is read that would not fit, with what was needed and what would do.
 */
export function checkBudget(ratings: Table, share: number, bytes: number): void {
  const fits = fittingShare(ratings, bytes);
  if (share <= fits || placeOf(ratings.form.columns, "user") < 0) return;
  const rows = estimateRows(ratings) * share;
  const inGigabytes = (value: number) => `${(value / 2 ** 30).toFixed(1)} GB`;
  throw new DataFileError(
    `${ratings.head.source.name} has about ${ROUGHLY.format(rows)} ratings. Learning from them takes about ${inGigabytes(rows * BYTES_A_RATING)} of memory, and this tab has about ${inGigabytes(bytes)}. ${Math.round(fits * 100)} % of the users would fit, taken at random; with fewer components some more.`,
  );
}

/** Whether a user is among the share that is read: the same ones on every visit, as good as at random. */
export function isSampled(userId: string, share: number): boolean {
  let hash = 0x811c9dc5;
  for (let i = 0; i < userId.length; i++) hash = Math.imul(hash ^ userId.charCodeAt(i), 0x01000193);
  // The last letters would decide too little of the high bits otherwise.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32 < share;
}
