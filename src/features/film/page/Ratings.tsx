import { useDataset, useNouns } from "../../../core/page/useWorkspace.ts";
import { count, isInStars, knowsLikesOnly } from "../../../ui/words.ts";
import type { FilmDetails } from "../api.ts";
import styles from "./Ratings.module.css";

interface Bar {
  label: string;
  /** What it stands for, in words. */
  words: string;
  value: number;
}

/** How people in the data rated it: how often each rating was given, and how many came in each year. */
export function Ratings({ details }: { details: FilmDetails }) {
  const { histogram, years, ratings, mean } = details;
  const nouns = useNouns();
  const dataset = useDataset();
  if (dataset?.source === "published")
    return (
      ratings > 0 && (
        <p>
          The model learnt from {count(ratings, "rating")} of this {nouns.one}.
        </p>
      )
    );
  if (ratings === 0 || mean === null) return <p>Nobody in the data has rated this {nouns.one}.</p>;
  const isLiked = dataset !== null && knowsLikesOnly(dataset);
  const average = (mean: number) =>
    `${mean.toFixed(1)} ${dataset !== null && isInStars(dataset) ? "stars " : ""}on average`;
  const about = (rated: number, mean: number | null) =>
    [count(rated, isLiked ? "like" : "rating"), mean !== null && !isLiked && average(mean)]
      .filter(Boolean)
      .join(", ");
  return (
    <div className={styles.ratings}>
      {isLiked ? (
        <p>Liked by {count(ratings, "person", "people")}.</p>
      ) : (
        <Bars
          caption={about(ratings, mean)}
          bars={histogram.map((bar) => ({
            label: `${bar.rating}`,
            words: `${count(bar.count)} gave ${bar.rating}`,
            value: bar.count,
          }))}
        />
      )}
      {years.length > 1 && (
        <Bars
          caption={isLiked ? "Likes by year" : "Ratings by year"}
          bars={years.map(({ year, count: value, mean: ofYear }) => ({
            label: `${year}`,
            words: `${year}: ${about(value, ofYear)}`,
            value,
          }))}
          isDense
        />
      )}
    </div>
  );
}

interface BarsProps {
  caption: string;
  bars: readonly Bar[];
  /** With room for the first label and the last alone. */
  isDense?: boolean;
}

function Bars({ caption, bars, isDense = false }: BarsProps) {
  const most = Math.max(...bars.map(({ value }) => value));
  return (
    <figure className={isDense ? `${styles.histogram} ${styles.dense}` : styles.histogram}>
      <figcaption>{caption}</figcaption>
      <ul>
        {bars.map(({ label, words, value }, place) => (
          <li key={label} title={words}>
            <span className={styles.bar} style={{ height: `${(value / most) * 100}%` }} />
            <span className={styles.label}>
              <span className="visuallyHidden">{words}</span>
              <span aria-hidden="true">
                {!isDense || place === 0 || place === bars.length - 1 ? label : "\u00a0"}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
