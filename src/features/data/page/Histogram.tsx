import type { DatasetSummary } from "../../../core/api/DatasetSummary.ts";
import { count, isInStars } from "../../../ui/words.ts";
import styles from "./Histogram.module.css";

type Bars = { label: string; count: number; liked: boolean }[];

const MOST_BARS = 20;

/** How often each rating was given, as a table with bars. */
export function Histogram({ dataset }: { dataset: DatasetSummary }) {
  const { histogram, positives } = dataset;
  const bars = barsOf(dataset);
  const total = histogram.reduce((sum, bar) => sum + bar.count, 0);
  const most = Math.max(...bars.map((bar) => bar.count));
  const commonest = bars.find((bar) => bar.count === most);
  return (
    <figure className={styles.histogram} aria-labelledby="histogram">
      <h2 id="histogram">How people rate</h2>
      <table>
        <tbody>
          <tr>
            <th scope="col">{isInStars(dataset) ? "Stars" : "Rating"}</th>
            <th scope="col">Ratings</th>
          </tr>
          {bars.map((bar) => (
            <tr key={bar.label} className={bar.liked ? styles.liked : styles.other}>
              <th scope="row">{bar.label}</th>
              <td>
                <div>
                  <svg aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none">
                    <rect width={(bar.count / most) * 100} height="1" />
                  </svg>
                  {count(bar.count)}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption>
        Most common: {commonest?.label}
        {isInStars(dataset) && (commonest?.label === "1" ? " star" : " stars")}. The model learns from ratings
        of {dataset.likedFrom} and up ({Math.round((positives / total) * 100)}%).
      </figcaption>
    </figure>
  );
}

/** A bar for each rating value, or for equal ranges if there are too many. */
function barsOf({ histogram, likedFrom }: DatasetSummary): Bars {
  if (histogram.length <= MOST_BARS) {
    return histogram.map(({ rating, count }) => ({
      label: String(rating),
      count,
      liked: rating >= likedFrom,
    }));
  }
  const from = histogram[0].rating;
  const width = (histogram[histogram.length - 1].rating - from) / MOST_BARS;
  const bars: Bars = Array.from({ length: MOST_BARS }, (_, i) => ({
    label: `${rounded(from + i * width)} to ${rounded(from + (i + 1) * width)}`,
    count: 0,
    liked: from + i * width >= likedFrom,
  }));
  for (const { rating, count } of histogram) {
    bars[Math.min(MOST_BARS - 1, Math.floor((rating - from) / width))].count += count;
  }
  return bars;
}

const rounded = (value: number) => Number(value.toPrecision(3));
