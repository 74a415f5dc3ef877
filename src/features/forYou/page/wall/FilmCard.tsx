import { type KeyboardEvent, memo, useRef } from "react";
import type { Nouns } from "../../../../core/api/DatasetSummary.ts";
import type { Answer, Film } from "../../../../core/api/Film.ts";
import { useNouns } from "../../../../core/page/useWorkspace.ts";
import { answered, keptList, knowsIt } from "../../../../ui/answerWords.ts";
import { Menu } from "../../../../ui/Menu.tsx";
import { Poster } from "../../../../ui/poster/Poster.tsx";
import { sameFilm } from "../../../../ui/poster/sameFilm.ts";
import { Stars } from "../../../../ui/stars/Stars.tsx";
import { capital, starCount } from "../../../../ui/words.ts";
import type { RecommendedFilm } from "../../api.ts";
import styles from "./FilmCard.module.css";
import { useNear } from "./useNear.ts";

export interface CardActions {
  rate: (film: Film, stars: number) => void;
  answer: (film: Film, answer: Answer) => void;
  takeBack: (filmId: string) => void;
  explain: (film: Film) => void;
}

interface Props {
  film: RecommendedFilm;
  /** What the person has just given it; null where they have not. */
  stars: number | null;
  answer: Answer | null;
  /** Whether it is there by chance as much as by what the person likes. */
  isGuess: boolean;
  /** Whether it is among the first, which are drawn at once; the others are as they come near the screen. */
  isFirst: boolean;
  actions: CardActions;
}

const markOf = (answer: Answer, nouns: Nouns) =>
  answer === "watchlist" ? `On your ${keptList(nouns)}` : capital(answered(answer, nouns));

/** One film to choose or to rate. Once answered it stays, marked, until the list follows. */
export const FilmCard = memo(
  function FilmCard({ film, stars, answer, isGuess, isFirst, actions }: Props) {
    const { id, title, genres, becauseOf } = film;
    const nouns = useNouns();
    const card = useRef<HTMLLIElement>(null);
    const isNear = useNear(card, isFirst);
    const mark = stars !== null ? starCount(stars) : answer && markOf(answer, nouns);
    return (
      <li
        ref={card}
        className={mark === null ? styles.card : `${styles.card} ${styles.answered}`}
        data-film={id}
        onKeyDown={(event) => walk(event, (given) => actions.rate(film, given))}
      >
        <div className={styles.poster}>
          <a className={styles.link} href={`#/film/${encodeURIComponent(id)}`} data-stop>
            <Poster film={film} isBlank={!isNear} liesOnPhone />
          </a>
          {isGuess && mark === null && <p className={styles.guess}>A guess</p>}
          {mark !== null && (
            <p className={styles.mark}>
              <span>{mark}</span>
              <button
                type="button"
                tabIndex={-1}
                data-stop
                aria-label={`Undo: ${title}, ${mark}`}
                onClick={() => actions.takeBack(id)}
              >
                Undo
              </button>
            </p>
          )}
        </div>
        <div className={styles.answers}>
          <div className={styles.stars}>
            <Stars film={film} stars={stars} onRate={actions.rate} isTabStop={false} />
          </div>
          <Menu
            label={`More about ${title}`}
            tabIndex={-1}
            items={[
              { label: knowsIt(nouns), run: () => actions.answer(film, "seen") },
              { label: "Not for me", run: () => actions.answer(film, "notForMe") },
              { label: capital(keptList(nouns)), run: () => actions.answer(film, "watchlist") },
              { label: "Why this?", run: () => actions.explain(film) },
            ]}
          />
        </div>
        <p className={styles.reason}>
          {becauseOf.length > 0 ? (
            <>
              Because you liked <b>{becauseOf.join(" and ")}</b>
            </>
          ) : (
            genres.join(", ") || "\u00a0"
          )}
        </p>
      </li>
    );
  },
  (before, now) =>
    before.stars === now.stars &&
    before.answer === now.answer &&
    before.isGuess === now.isGuess &&
    before.isFirst === now.isFirst &&
    before.actions === now.actions &&
    sameFilm(before.film, now.film) &&
    before.film.becauseOf.join() === now.film.becauseOf.join(),
);

/** Up and down lead from poster to stars to menu, 1 to 5 rate: a film is one stop of the Tab key. */
function walk(event: KeyboardEvent<HTMLElement>, rate: (stars: number) => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^[1-5]$/.test(event.key)) rate(Number(event.key));
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-stop]")];
    const here = stops.findIndex((stop) => stop.contains(document.activeElement));
    const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
    const target = next?.querySelector<HTMLElement>("input:checked, input") ?? next;
    target?.focus();
  } else return;
  event.preventDefault();
}
