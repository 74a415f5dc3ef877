import { useDeferredValue, useRef } from "react";
import { FILMS_SHOWN } from "../../../core/page/session/PageState.ts";
import { useActions, useSession, useUndoable } from "../../../core/page/session/SessionProvider.tsx";
import { useNouns } from "../../../core/page/useNouns.ts";
import { capital } from "../../../ui/words.ts";
import { FilmCard } from "./FilmCard.tsx";
import { useFocusKept } from "./useFocusKept.ts";
import styles from "./Wall.module.css";

/** The posters: recommendations, or films to start from, or their places while there are none yet. */
export function Wall() {
  // Two dozen posters are drawn in small steps, which other work can come between.
  const { recommendations, startingSet, ratings, loading, training } = useDeferredValue(useSession());
  const { rate } = useActions();
  const nouns = useNouns();
  const newHere = useUndoable() !== null || ratings.length === 0;
  const list = useRef<HTMLUListElement>(null);
  useFocusKept(list);

  const rated = new Set(ratings.map(({ film }) => film.id));
  const toStartFrom = newHere ? startingSet.map((film) => ({ ...film, becauseOf: [] })) : [];
  const films = (recommendations ?? toStartFrom).filter(({ id }) => !rated.has(id));
  if (films.length === 0) return loading !== null || training.running ? <Skeleton /> : null;

  const name = recommendations === null ? `${capital(nouns.many)} to start from` : "Recommendations";
  return (
    <section className={styles.wall}>
      <h2 className="visuallyHidden">{name}</h2>
      <ul ref={list} className={styles.posters} aria-label={name}>
        {films.map((film) => (
          <FilmCard key={film.id} film={film} onRate={rate} />
        ))}
      </ul>
    </section>
  );
}

const PLACES = Array.from({ length: FILMS_SHOWN }, (_, place) => place);

function Skeleton() {
  return (
    <div className={styles.wall} aria-hidden="true">
      <div className={styles.posters}>
        {PLACES.map((place) => (
          <div key={place} className={styles.empty} />
        ))}
      </div>
    </div>
  );
}
