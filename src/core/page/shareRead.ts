import type { ReadingProgress } from "../api/DatasetSummary.ts";

/** How far a file is read, or once it is, how far its rows are checked: 0 to 1. */
export function shareRead({ bytes, totalBytes, checked }: ReadingProgress): number {
  return checked ?? (totalBytes === 0 ? 0 : bytes / totalBytes);
}
