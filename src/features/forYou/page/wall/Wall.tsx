import { useDeferredValue, useRef } from "react";
import { JobStore } from "../../../../core/page/JobStore.ts";
import { RatingsStore } from "../../../../core/page/ratings/RatingsStore.ts";
import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { useNouns } from "../../../../core/page/useWorkspace.ts";
import { WorkspaceStore } from "../../../../core/page/WorkspaceStore.ts";
import { capital } from "../../../../ui/words.ts";
import { FILMS_SHOWN, ForYouStore } from "../ForYouStore.ts";
import { FilmCard } from "./FilmCard.tsx";
import { useFocusKept } from "./useFocusKept.ts";
import { useMoves } from "./useMoves.ts";
import styles from "./Wall.module.css";

/** The posters: recommendations, or films to rate first, or placeholders while there is neither. */
export function Wall() {
  // Two dozen posters are drawn in small steps, between which other work gets its chance.
  const { recommendations, startingSet } = useDeferredValue(useSelected(ForYouStore, (state) => state));
  const ratings = useSelected(RatingsStore, (state) => state.list);
  const hasUndo = useSelected(RatingsStore, (state) => state.undoable !== null);
  const isReading = useSelected(WorkspaceStore, (state) => state.reading !== null);
  const isBusy = useSelected(JobStore, (state) => state.job !== null);
  const { rate, takeBack } = useStore(RatingsStore);
  const { hold, release } = useStore(ForYouStore);
  const nouns = useNouns();
  const list = useRef<HTMLUListElement>(null);

  const isNewHere = hasUndo || ratings.length === 0;
  const toStart = isNewHere ? startingSet.map((film) => ({ ...film, becauseOf: [] })) : [];
  const films = recommendations ?? toStart;
  useFocusKept(list);
  useMoves(list, films.map(({ id }) => id).join());
  if (films.length === 0) return isReading || isBusy ? <Skeleton /> : null;

  const stars = new Map(ratings.map((own) => [own.film.id, own.stars]));
  const name = recommendations === null ? `${capital(nouns.many)} to start with` : "Recommendations";
  return (
    <section className={styles.wall}>
      <h2 id="wall" className="visuallyHidden" tabIndex={-1}>
        {name}
      </h2>
      <ul
        ref={list}
        className={styles.posters}
        aria-label={name}
        onPointerMove={hold}
        onPointerDown={hold}
        onKeyDown={hold}
        onPointerLeave={({ pointerType }) => pointerType === "mouse" && release()}
      >
        {films.map((film) => (
          <FilmCard
            key={film.id}
            film={film}
            stars={stars.get(film.id) ?? null}
            onRate={rate}
            onTakeBack={takeBack}
          />
        ))}
      </ul>
    </section>
  );
}

const PLACEHOLDERS = Array.from({ length: FILMS_SHOWN }, (_, at) => at);

function Skeleton() {
  return (
    <div className={styles.wall} aria-hidden="true">
      <div className={styles.posters}>
        {PLACEHOLDERS.map((at) => (
          <div key={at} className={styles.empty} />
        ))}
      </div>
    </div>
  );
}
