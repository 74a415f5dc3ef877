import type { DatasetSummary } from "../../worker/protocol.ts";
import styles from "./Data.module.css";
import { FigureList } from "./FigureList.tsx";
import { Histogram } from "./Histogram.tsx";
import { SkippedRows } from "./SkippedRows.tsx";
import { count, day } from "./words.ts";

/** What the model learns from, in figures. */
export function Loaded({ dataset }: { dataset: DatasetSummary }) {
  const { users, items, interactions, positives, period, histogram, skipped, hasTitles } = dataset;
  return (
    <section className={styles.column} aria-label="What is loaded">
      <FigureList
        figures={[
          { label: "users", figure: count(users) },
          { label: "films", figure: count(items) },
          { label: "ratings", figure: count(interactions) },
          { label: "likes: 3 stars and up", figure: count(positives) },
        ]}
      />
      <p className={styles.period}>
        {period === null
          ? "The ratings have no dates."
          : `Rated from ${day(period.from)} to ${day(period.to)}.`}
        {!hasTitles && " No titles came along, so ids stand in for them."}
      </p>
      <Histogram histogram={histogram} positives={positives} />
      {skipped.count > 0 && <SkippedRows skipped={skipped} />}
    </section>
  );
}
