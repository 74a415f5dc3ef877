import type { Skipped } from "../../../src/files/SkippedRows.ts";

/** Which rows of tables could not be read, and why; nothing if all could. */
export function skippedTold({ count, examples }: Skipped): string[] {
  if (count === 0) return [];
  const rows = count === 1 ? "1 row could not be read and was" : `${count} rows could not be read and were`;
  const reasons = examples.map(({ file, row, reason }) => `${file}, line ${row}: ${reason}`);
  if (count > examples.length) reasons.push("…");
  return [`${rows} left out (${reasons.join("; ")}).`];
}
