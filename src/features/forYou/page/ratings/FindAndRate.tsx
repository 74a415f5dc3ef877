import type { Film } from "../../../../core/api/Film.ts";
import { FindFilm } from "../../../../core/page/FindFilm.tsx";
import type { RatedFilmEntry } from "../../../../core/page/ratings/RatingsStore.ts";
import { Stars } from "../../../../ui/stars/Stars.tsx";
import styles from "./FindAndRate.module.css";

interface Props {
  ratings: readonly RatedFilmEntry[];
  onRate: (film: Film, stars: number) => void;
}

/** Finds a film and rates it on the spot. */
export function FindAndRate({ ratings, onRate }: Props) {
  return (
    <FindFilm purpose="to rate">
      {(film, close) => (
        <div className={styles.film}>
          <p className={styles.title}>
            {film.title} <span className={styles.year}>{film.year}</span>
          </p>
          <Stars
            film={film}
            stars={ratings.find((own) => own.film.id === film.id)?.stars ?? null}
            onRate={(rated, stars) => {
              onRate(rated, stars);
              close();
            }}
            roomy
          />
        </div>
      )}
    </FindFilm>
  );
}
