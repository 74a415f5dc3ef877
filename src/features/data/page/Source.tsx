import type { DatasetSummary } from "../../../core/api.ts";
import styles from "./Data.module.css";

/** Whose data it is, and on what terms. */
export function Source({ source }: { source: DatasetSummary["source"] }) {
  return (
    <section className={styles.panel} aria-labelledby="source">
      <h2 id="source">Source and terms</h2>
      {source === "file" ? (
        <p>
          Your file stays on this device. Matinee reads it in this tab, and keeps what it has read here until
          you forget it.
        </p>
      ) : (
        <>
          <p>
            MovieLens Latest Small, as GroupLens at the University of Minnesota generated it in October 2016.
            For research, not for commercial use; its <a href="data/ml-latest-small/README.txt">README</a>{" "}
            holds the terms.
          </p>
          <p className={styles.citation}>
            F. Maxwell Harper and Joseph A. Konstan. 2015. The MovieLens Datasets: History and Context.{" "}
            <cite>ACM Transactions on Interactive Intelligent Systems</cite> 5, 4, Article 19.
          </p>
          <p>Matinee is not affiliated with GroupLens.</p>
        </>
      )}
    </section>
  );
}
