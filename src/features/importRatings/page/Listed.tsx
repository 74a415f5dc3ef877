import { useNouns } from "../../../core/page/useWorkspace.ts";
import { answered, known } from "../../../ui/answerWords.ts";
import { count } from "../../../ui/words.ts";
import type { ListedFilm } from "../api.ts";
import styles from "./ImportDialog.module.css";

/** A film as the file lists it, with its stars. */
export function Listed({ film }: { film: ListedFilm }) {
  const nouns = useNouns();
  const { title, year, stars, answer, isRated } = film;
  return (
    <p className={styles.listed}>
      {title}{" "}
      <span className={styles.given}>
        {year !== null && `${year} · `}
        {answer !== undefined ? answered(answer, nouns) : isRated ? count(stars, "star") : known(nouns)}
      </span>
    </p>
  );
}
