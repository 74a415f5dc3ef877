import type { SkippedRows as Skipped } from "../../../core/api/DatasetSummary.ts";
import { count } from "../../../ui/words.ts";
import styles from "./SkippedRows.module.css";

/** Rows that could not be used, with their numbers and reasons. */
export function SkippedRows({ skipped }: { skipped: Skipped }) {
  const rest = skipped.count - skipped.examples.length;
  return (
    <section className={styles.skipped} aria-labelledby="skipped-rows">
      <h2 id="skipped-rows">{count(skipped.count, "row")} skipped</h2>
      <p>The rest were loaded.</p>
      <ul>
        {skipped.examples.map(({ file, row, reason }) => (
          <li key={`${file} ${row}`}>
            <span className={styles.line}>
              {file}, line {row}:
            </span>{" "}
            {reason}
          </li>
        ))}
      </ul>
      {rest > 0 && <p>and {count(rest)} more</p>}
    </section>
  );
}
