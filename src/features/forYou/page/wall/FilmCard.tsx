import { memo } from "react";
import type { Film } from "../../../../core/api/Film.ts";
import { Poster } from "../../../../ui/poster/Poster.tsx";
import { sameFilm } from "../../../../ui/poster/sameFilm.ts";
import { Stars } from "../../../../ui/stars/Stars.tsx";
import { starCount } from "../../../../ui/words.ts";
import type { RecommendedFilm } from "../../api.ts";
import styles from "./FilmCard.module.css";

interface Props {
  film: RecommendedFilm;
  /** What the person has just given it; null where they have not. */
  stars: number | null;
  onRate: (film: Film, stars: number) => void;
  onTakeBack: (filmId: string) => void;
}

/** One film to choose or to rate. Once rated it stays, marked, until the list follows. */
export const FilmCard = memo(
  function FilmCard({ film, stars, onRate, onTakeBack }: Props) {
    const { id, title, genres, becauseOf } = film;
    return (
      <li className={stars === null ? styles.card : `${styles.card} ${styles.answered}`} data-film={id}>
        <div className={styles.poster}>
          <Poster film={film} />
          {stars !== null && (
            <p className={styles.mark}>
              <span>{starCount(stars)}</span>
              <button
                type="button"
                aria-label={`Undo: ${title}, ${starCount(stars)}`}
                onClick={() => onTakeBack(id)}
              >
                Undo
              </button>
            </p>
          )}
        </div>
        <div className={styles.stars}>
          <Stars film={film} stars={stars} onRate={onRate} />
        </div>
        {becauseOf.length > 0 && (
          <p className={styles.reason}>
            Because you liked <b>{becauseOf.join(" and ")}</b>
          </p>
        )}
        <p className={styles.genres}>{genres.join(", ")}</p>
      </li>
    );
  },
  (before, now) =>
    before.stars === now.stars &&
    before.onRate === now.onRate &&
    sameFilm(before.film, now.film) &&
    before.film.becauseOf.join() === now.film.becauseOf.join(),
);
