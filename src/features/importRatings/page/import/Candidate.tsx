import type { Film } from "../../../../core/api.ts";
import styles from "./Brought.module.css";

interface Props {
  film: Film;
  chosen: boolean;
  /** Whether another one of the same name and year stands beside it. */
  hasTwin?: boolean;
  onClick: () => void;
}

/** A film that may be the one that is meant: pressed, it is. */
export function Candidate({ film, chosen, hasTwin = false, onClick }: Props) {
  return (
    <button type="button" className={styles.candidate} aria-pressed={chosen} onClick={onClick}>
      {film.title} {film.year !== null && <span className={styles.year}>{film.year}</span>}
      {hasTwin && <span className={styles.year}> {film.genres.join(", ")}</span>}
    </button>
  );
}
