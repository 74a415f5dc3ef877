import type { WrittenFilm } from "../../worker/protocol/ownRatings.ts";
import styles from "./Brought.module.css";

/** A film as the file has it, with its stars. */
export function Written({ film }: { film: WrittenFilm }) {
  return (
    <p className={styles.written}>
      {film.title} {film.year !== null && <span className={styles.year}>{film.year}</span>}{" "}
      <span className={styles.given}>{film.isRated ? `${film.stars} stars` : "watched"}</span>
    </p>
  );
}
