import type { DatasetSummary } from "../../../core/api.ts";
import { FigureList } from "../../../ui/FigureList.tsx";
import { count, day, knowsLikesOnly, likesAre } from "../../../ui/words.ts";
import styles from "./Data.module.css";
import { Histogram } from "./Histogram.tsx";
import { SkippedRows } from "./SkippedRows.tsx";

/** What the model learns from, in figures. */
export function Loaded({ dataset }: { dataset: DatasetSummary }) {
  const { users, items, interactions, positives, period, skipped, repeated, hasTitles, nouns } = dataset;
  return (
    <section className={styles.column} aria-label="What is loaded">
      <FigureList
        figures={[
          { label: "users", figure: count(users) },
          { label: nouns.many, figure: count(items) },
          { label: "ratings", figure: count(interactions) },
          { label: `likes: ${likesAre(dataset)}`, figure: count(positives) },
        ]}
      />
      <p className={styles.period}>
        {period === null
          ? "The ratings have no dates."
          : `Rated from ${day(period.from)} to ${day(period.to)}.`}
        {!hasTitles && " No titles came along, so ids stand in for them."}
        {repeated > 0 && ` ${count(repeated, "rating")} given again later: the latest counts.`}
      </p>
      {!knowsLikesOnly(dataset) && <Histogram dataset={dataset} />}
      {skipped.count > 0 && <SkippedRows skipped={skipped} />}
    </section>
  );
}
