import { type RefObject, useDeferredValue, useEffect, useMemo, useRef } from "react";
import { JobStore } from "../../../../core/page/JobStore.ts";
import { RatingsStore } from "../../../../core/page/ratings/RatingsStore.ts";
import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { useNouns } from "../../../../core/page/useWorkspace.ts";
import { WorkspaceStore } from "../../../../core/page/WorkspaceStore.ts";
import { a, capital } from "../../../../ui/words.ts";
import { FIRST_FILMS } from "../../firstFilms.ts";
import { DRAWN_AT_ONCE, ForYouStore } from "../ForYouStore.ts";
import { isNarrow, isNeutral } from "../steering/steering.ts";
import { type CardActions, FilmCard } from "./FilmCard.tsx";
import { useFocusKept } from "./useFocusKept.ts";
import { useMoves } from "./useMoves.ts";
import styles from "./Wall.module.css";

/** The posters: recommendations, or films to rate first, or placeholders while there is neither. */
export function Wall() {
  const recommendations = useSelected(ForYouStore, (state) => state.recommendations);
  const drawn = useSelected(ForYouStore, (state) => state.drawn);
  const startingSet = useSelected(ForYouStore, (state) => state.startingSet);
  const guesses = useSelected(ForYouStore, (state) => state.guesses);
  const ratings = useSelected(RatingsStore, (state) => state.list);
  const answers = useSelected(RatingsStore, (state) => state.answers);
  const isWatchlist = useSelected(ForYouStore, ({ steering }) => steering.onlyWatchlist);
  const hasUndo = useSelected(RatingsStore, (state) => state.undoable !== null);
  const isReading = useSelected(WorkspaceStore, (state) => state.reading !== null);
  const isBusy = useSelected(JobStore, (state) => state.job !== null);
  const { rate, answer, takeBack } = useStore(RatingsStore);
  const { hold, holdForTouch, release, explain } = useStore(ForYouStore);
  const nouns = useNouns();
  const list = useRef<HTMLUListElement>(null);
  const actions = useMemo<CardActions>(
    () => ({ rate, answer, takeBack, explain }),
    [rate, answer, takeBack, explain],
  );

  const isNewHere = hasUndo || ratings.length === 0;
  const toStart = isNewHere ? startingSet.map((film) => ({ ...film, becauseOf: [] })) : [];
  // What a long list has beyond the first screens follows in small steps, between which other work gets its chance.
  const inSteps = useDeferredValue(drawn > FIRST_FILMS ? recommendations : null) ?? [];
  const all =
    recommendations === null
      ? toStart
      : [...recommendations.slice(0, FIRST_FILMS), ...inSteps.slice(FIRST_FILMS)];
  const films = all.slice(0, drawn);
  const ids = films.map(({ id }) => id);
  useFocusKept(list, ids);
  useMoves(list, ids.join());
  if (films.length === 0) {
    if (recommendations !== null) return <Nothing />;
    return isReading || isBusy ? <Skeleton /> : null;
  }

  const stars = new Map(ratings.map((own) => [own.film.id, own.stars]));
  // On the list of what is kept, that something is kept is no news.
  const news = answers.filter(({ answer }) => !isWatchlist || answer !== "watchlist");
  const answered = new Map(news.map((own) => [own.film.id, own.answer]));
  const name = recommendations === null ? `${capital(nouns.many)} to start with` : "Recommendations";
  return (
    <section className={styles.wall}>
      <h2 id="wall" className="visuallyHidden" tabIndex={-1}>
        {name}
      </h2>
      <p id="wall-keys" hidden>
        Up and down move within {a(nouns)}, 1 to 5 rate it.
      </p>
      <ul
        ref={list}
        className={styles.posters}
        aria-label={name}
        aria-describedby="wall-keys"
        onPointerMove={hold}
        onPointerDown={({ pointerType }) => (pointerType === "touch" ? holdForTouch() : hold())}
        // Ctrl+Z is meant for the list, not for a film.
        onKeyDown={({ ctrlKey, metaKey }) => !(ctrlKey || metaKey) && hold()}
        onPointerLeave={({ pointerType }) => pointerType === "mouse" && release()}
      >
        {films.map((film, place) => (
          <FilmCard
            // biome-ignore lint/suspicious/noArrayIndexKey: a place keeps its card, since making one costs most
            key={place}
            film={film}
            stars={stars.get(film.id) ?? null}
            answer={answered.get(film.id) ?? null}
            isGuess={recommendations !== null && guesses.has(film.id)}
            isFirst={place < DRAWN_AT_ONCE}
            actions={actions}
          />
        ))}
      </ul>
      {recommendations !== null && <End length={films.length} />}
    </section>
  );
}

/** Why no film is left to recommend. */
function Nothing() {
  const isSteered = useSelected(ForYouStore, ({ steering }) => !isNeutral(steering));
  const nouns = useNouns();
  return (
    <p className={styles.wall}>
      {isSteered
        ? `No ${nouns.many} fit these settings. Widen them, or choose Reset.`
        : `You have rated or answered all the ${nouns.many} here.`}
    </p>
  );
}

/** The end of what is drawn of the list: where it comes near, more follows. */
function End({ length }: { length: number }) {
  const total = useSelected(ForYouStore, (state) => state.total);
  const isPart = useSelected(ForYouStore, ({ steering }) => isNarrow(steering));
  const { extend } = useStore(ForYouStore);
  const end = useRef<HTMLDivElement>(null);
  useNearness(end, length, extend);
  return (
    <div ref={end} className={styles.end}>
      {length >= total && total > FIRST_FILMS && (
        <p>{isPart ? "That’s everything that fits these settings." : "That’s the whole catalogue."}</p>
      )}
    </div>
  );
}

/** Calls back when the element comes near the screen, and again as long as it is there after the list has grown. */
function useNearness(element: RefObject<HTMLElement | null>, length: number, near: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a longer list is looked at again
  useEffect(() => {
    if (element.current === null) return;
    const watch = new IntersectionObserver(([entry]) => entry.isIntersecting && near(), {
      rootMargin: "0px 0px 50% 0px",
    });
    watch.observe(element.current);
    return () => watch.disconnect();
  }, [element, length, near]);
}

const PLACEHOLDERS = Array.from({ length: DRAWN_AT_ONCE }, (_, at) => at);

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
