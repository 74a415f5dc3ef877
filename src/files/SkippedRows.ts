import { DataFileError } from "../errors.ts";

/** One of them, and why. */
export interface SkippedRow {
  file: string;
  /** 1-based line of the file as an editor counts it. */
  row: number;
  reason: string;
}

/** Rows that could not be used. */
export interface Skipped {
  count: number;
  /** The first few. */
  examples: SkippedRow[];
}

const EXAMPLES = 5;
/** As many rows may be skipped, whatever their share. */
const A_FEW = 3;
const SHARE = 0.05;

/** The rows of one file that could not be used, and why. */
export class SkippedRows implements Skipped {
  readonly #file: string;
  count = 0;
  readonly examples: SkippedRow[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  add(row: number, reason: string): void {
    this.count++;
    if (this.examples.length < EXAMPLES) this.examples.push({ file: this.#file, row, reason });
  }

  /**
   * @param leftOut rows that can be read and have nothing of use in them
   * @throws DataFileError if no row is left, or too many had to be skipped.
   */
  check(used: number, remedy: string, leftOut = 0): void {
    const total = used + leftOut + this.count;
    if (total === 0) throw new DataFileError(`${this.#file} has a header but no rows. ${remedy}`);
    if (used === 0 && this.count === 0)
      throw new DataFileError(`${this.#file} has no ratings: the column is empty. ${remedy}`);
    if (used > 0 && (this.count <= A_FEW || this.count <= total * SHARE)) return;
    const reasons = this.examples.map(({ row, reason }) => `line ${row}: ${reason}`).join("; ");
    throw new DataFileError(
      `${this.#file}: ${this.count} of ${total} rows are not readable (${reasons}). ${remedy}`,
    );
  }
}

/** What was skipped in all of these files together. */
export function together(files: readonly Skipped[]): Skipped {
  return {
    count: files.reduce((sum, { count }) => sum + count, 0),
    examples: files.flatMap(({ examples }) => examples).slice(0, EXAMPLES),
  };
}
