import type { DatasetSummary } from "../../../core/api.ts";
import { count } from "../../../ui/words.ts";
import styles from "./SkippedRows.module.css";

/** Rows that could not be used, told by number and reason. */
export function SkippedRows({ skipped }: { skipped: DatasetSummary["skipped"] }) {
  const rest = skipped.count - skipped.examples.length;
  return (
    <section className={styles.skipped} aria-labelledby="skipped-rows">
      <h2 id="skipped-rows">{count(skipped.count, "row")} left out</h2>
      <p>All the others are in use.</p>
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
