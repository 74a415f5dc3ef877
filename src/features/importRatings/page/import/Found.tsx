import { count } from "../../../../ui/words.ts";
import type { OwnRatingsSummary } from "../../api.ts";
import styles from "./Brought.module.css";
import { Folded } from "./Folded.tsx";
import { Written } from "./Written.tsx";

/** What was found, to be looked through by those who wish: where the names differ, both. */
export function Found({ matched }: Pick<OwnRatingsSummary, "matched">) {
  return (
    <details className={styles.found}>
      <summary>Look through the {count(matched.length)} that were found</summary>
      <Folded name="Found" className={styles.lines} items={matched}>
        {({ written, film }) => (
          <li key={film.id} className={styles.line}>
            <Written film={written} />
            {(film.title !== written.title || film.year !== written.year) && (
              <p className={styles.here}>
                here {film.title} {film.year !== null && <span className={styles.year}>{film.year}</span>}
              </p>
            )}
          </li>
        )}
      </Folded>
    </details>
  );
}
