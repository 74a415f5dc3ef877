import type { Film } from "../../../core/api/Film.ts";
import styles from "./ImportDialog.module.css";

interface Props {
  film: Film;
  chosen: boolean;
  /** Whether another candidate has the same title and year. */
  isAmbiguous?: boolean;
  onClick: () => void;
}

/** A film that may be the right one: pressing confirms it. */
export function Candidate({ film, chosen, isAmbiguous = false, onClick }: Props) {
  return (
    <button type="button" className={styles.candidate} aria-pressed={chosen} onClick={onClick}>
      {film.title} {film.year !== null && <span className={styles.year}>{film.year}</span>}
      {isAmbiguous && <span className={styles.year}> {film.genres.join(", ")}</span>}
    </button>
  );
}
