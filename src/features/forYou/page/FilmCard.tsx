import { memo } from "react";
import type { Film } from "../../../core/api/Film.ts";
import { Poster } from "../../../ui/poster/Poster.tsx";
import { sameFilm } from "../../../ui/poster/sameFilm.ts";
import { Stars } from "../../../ui/stars/Stars.tsx";
import type { RecommendedFilm } from "../api.ts";
import styles from "./FilmCard.module.css";

interface Props {
  film: RecommendedFilm;
  onRate: (film: Film, stars: number) => void;
}

/** One film to choose or to rate. */
export const FilmCard = memo(
  function FilmCard({ film, onRate }: Props) {
    const { genres, becauseOf } = film;
    return (
      <li className={styles.card}>
        <Poster film={film} />
        <div className={styles.stars}>
          <Stars film={film} stars={null} onRate={onRate} />
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
    before.onRate === now.onRate &&
    sameFilm(before.film, now.film) &&
    before.film.becauseOf.join() === now.film.becauseOf.join(),
);
