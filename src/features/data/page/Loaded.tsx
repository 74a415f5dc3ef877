import type { DatasetSummary } from "../../../core/api/DatasetSummary.ts";
import { FigureList } from "../../../ui/FigureList.tsx";
import { count, day, knowsLikesOnly, likesAre } from "../../../ui/words.ts";
import styles from "./Data.module.css";
import { Histogram } from "./Histogram.tsx";
import { SkippedRows } from "./SkippedRows.tsx";

/** The data in figures. */
export function Loaded({ dataset }: { dataset: DatasetSummary }) {
  const { users, items, interactions, positives, period, skipped, repeated, unrated, hasTitles, nouns } =
    dataset;
  return (
    <section className={styles.column} aria-label="Current data">
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
          ? "These ratings have no dates."
          : `Rated from ${day(period.from)} to ${day(period.to)}.`}
        {!hasTitles && " No titles found, showing ids."}
        {repeated > 0 && ` ${count(repeated, "repeat rating")}; the latest is used.`}
        {unrated > 0 && ` ${count(unrated, "row")} without a rating left out.`}
      </p>
      {!knowsLikesOnly(dataset) && <Histogram dataset={dataset} />}
      {skipped.count > 0 && <SkippedRows skipped={skipped} />}
    </section>
  );
}
