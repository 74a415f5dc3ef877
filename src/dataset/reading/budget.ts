import { DataFileError } from "../../errors.ts";
import { ofText } from "../../matrix/pseudoRandom.ts";
import { placeOf } from "../columns/TableForm.ts";
import type { Table } from "../columns/understand.ts";

/** The most memory a rating takes on its way into the model (docs/big-files.md). */
const BYTES_A_RATING = 45;

const ROUGHLY = new Intl.NumberFormat("en-US", {
  notation: "compact",
  compactDisplay: "long",
  maximumSignificantDigits: 2,
});

/** A table's rows, estimated from its size and the length of its first rows. */
export function estimateRows({ head: { source, bytesARow } }: Table): number {
  return Math.round(source.size / bytesARow);
}

/** The share of users that fits into memory, rounded down; 1 if all of them do. */
export function fittingShare(ratings: Table, bytes: number): number {
  const share = bytes / (estimateRows(ratings) * BYTES_A_RATING);
  return share >= 1 ? 1 : Math.max(1, Math.floor(share * 100)) / 100;
}

/**
 * @param share of the users, to be read
 * @throws DataFileError if they would not fit; says how much memory they need and which share would fit.
 */
export function checkBudget(ratings: Table, share: number, bytes: number): void {
  const fits = fittingShare(ratings, bytes);
  if (share <= fits || placeOf(ratings.form.columns, "user") < 0) return;
  const rows = estimateRows(ratings) * share;
  const inGigabytes = (value: number) => `${(value / 2 ** 30).toFixed(1)} GB`;
  throw new DataFileError(
    `${ratings.head.source.name} has about ${ROUGHLY.format(rows)} ratings. Learning from them takes about ${inGigabytes(rows * BYTES_A_RATING)} of memory, and about ${inGigabytes(bytes)} is free. A random ${Math.round(fits * 100)}% of the users would fit, or slightly more with fewer components.`,
  );
}

/** Whether a user is in the share that is read: a pseudo-random choice, the same on every visit. */
export function isSampled(userId: string, share: number): boolean {
  return ofText(userId) < share;
}
