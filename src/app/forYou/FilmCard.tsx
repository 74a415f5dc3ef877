import { memo } from "react";
import type { Film, RecommendedFilm } from "../../worker/protocol.ts";
import { Poster } from "../poster/Poster.tsx";
import { sameFilm } from "../poster/sameFilm.ts";
import { Stars } from "../stars/Stars.tsx";
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
            Because of <b>{becauseOf.join(", ")}</b>
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
