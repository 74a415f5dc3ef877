import { count } from "../../../ui/words.ts";
import type { ListedFilm } from "../api.ts";
import styles from "./ImportDialog.module.css";

const ANSWERS = { seen: "seen", notForMe: "not for you", watchlist: "watchlist" };

/** A film as the file lists it, with its stars. */
export function Listed({ film }: { film: ListedFilm }) {
  const { title, year, stars, answer, isRated } = film;
  return (
    <p className={styles.listed}>
      {title}{" "}
      <span className={styles.given}>
        {year !== null && `${year} · `}
        {answer !== undefined ? ANSWERS[answer] : isRated ? count(stars, "star") : "watched"}
      </span>
    </p>
  );
}
