import { count } from "../../../ui/words.ts";
import type { OwnRatingsSummary } from "../api.ts";
import styles from "./ImportDialog.module.css";
import { Listed } from "./Listed.tsx";
import { ShowMore } from "./ShowMore.tsx";

/** The sure matches, with both titles where they differ. */
export function Found({ matched }: Pick<OwnRatingsSummary, "matched">) {
  return (
    <details className={styles.found}>
      <summary>Review {count(matched.length, "match", "matches")}</summary>
      <ShowMore name="Found" className={styles.lines} items={matched}>
        {({ listed, film }) => (
          <li key={film.id} className={styles.line}>
            <Listed film={listed} />
            {(film.title !== listed.title || film.year !== listed.year) && (
              <p className={styles.here}>
                matched to {film.title}{" "}
                {film.year !== null && <span className={styles.year}>{film.year}</span>}
              </p>
            )}
          </li>
        )}
      </ShowMore>
    </details>
  );
}
