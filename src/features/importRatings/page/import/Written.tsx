import type { WrittenFilm } from "../../api.ts";
import styles from "./Brought.module.css";

/** A film as the file has it, with its stars. */
export function Written({ film }: { film: WrittenFilm }) {
  const { title, year, stars, isRated } = film;
  return (
    <p className={styles.written}>
      {title}{" "}
      <span className={styles.given}>
        {year !== null && `${year} · `}
        {isRated ? `${stars} stars` : "watched"}
      </span>
    </p>
  );
}
