import { useEffect, useRef } from "react";
import type { Film } from "../../../../core/api/Film.ts";
import { RatingsStore } from "../../../../core/page/ratings/RatingsStore.ts";
import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { useMedia } from "../../../../core/page/useMedia.ts";
import { useNouns } from "../../../../core/page/useWorkspace.ts";
import { knowsIt } from "../../../../ui/answerWords.ts";
import { Poster } from "../../../../ui/poster/Poster.tsx";
import { Stars } from "../../../../ui/stars/Stars.tsx";
import { FIRST_FILMS } from "../../firstFilms.ts";
import { ForYouStore } from "../ForYouStore.ts";
import styles from "./GettingStarted.module.css";
import { ENOUGH, StartStore } from "./StartStore.ts";

/** One film at a time to rate or to skip, until enough is known for a list. */
export function GettingStarted() {
  const { film, given, goal, isOpen } = useSelected(StartStore, (state) => state);
  const { goOn, close } = useStore(StartStore);
  const nouns = useNouns();
  const isNarrow = useMedia("(max-width: 1000px)");
  if (!isOpen || (film === null && given < goal)) return null;
  const question = given < goal ? film : null;
  return (
    <section className={styles.start} aria-labelledby="getting-started">
      <div className={styles.top}>
        {/* Where there is little room, the question is the heading that one sees. */}
        <h2 id="getting-started" className={isNarrow && question !== null ? "visuallyHidden" : ""}>
          Getting started
        </h2>
        <p>
          {Math.min(given, goal)} of {goal}
        </p>
      </div>
      {question === undefined ? (
        <Waiting />
      ) : question !== null ? (
        <Question film={question} />
      ) : (
        <>
          <p>That’s enough for a good start. Every rating from here on makes the list better.</p>
          <div className={styles.answers}>
            <button type="button" className="primary" onClick={close}>
              Done
            </button>
            {film && (
              <button type="button" onClick={goOn}>
                Ask about {ENOUGH} more {nouns.many}
              </button>
            )}
          </div>
        </>
      )}
      <Sureness />
    </section>
  );
}

function Question({ film }: { film: Film }) {
  const stars = useSelected(
    RatingsStore,
    ({ list }) => list.find((own) => own.film.id === film.id)?.stars ?? null,
  );
  const { rate } = useStore(RatingsStore);
  const { hold, skip, close } = useStore(StartStore);
  const nouns = useNouns();
  const group = useRef<HTMLFieldSetElement>(null);
  const hasFocus = useRef(false);
  // The next film's stars take the focus of the last one's: a person with a keyboard goes on where they are.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another film
  useEffect(() => {
    if (hasFocus.current && document.activeElement === document.body) {
      group.current?.querySelector("input")?.focus();
    }
  }, [film.id]);
  return (
    <fieldset
      ref={group}
      className={stars === null ? styles.question : `${styles.question} ${styles.answered}`}
      onFocus={() => {
        hasFocus.current = true;
      }}
      onBlur={({ relatedTarget }) => {
        hasFocus.current = relatedTarget === null;
      }}
    >
      <legend>{knowsIt(nouns)}? Rate it, or skip.</legend>
      <div className={styles.poster} aria-hidden="true">
        <Poster film={film} />
      </div>
      <p className={styles.film} aria-live="polite">
        <b>{film.title}</b>
        <span>{[film.year, film.genres.slice(0, 3).join(", ")].filter(Boolean).join(" · ")}</span>
      </p>
      <div className={styles.stars}>
        <Stars
          key={film.id}
          film={film}
          stars={stars}
          onRate={(rated, given) => {
            hold();
            rate(rated, given);
          }}
          roomy
        />
      </div>
      <div className={styles.answers}>
        <button type="button" onClick={({ detail }) => detail < 2 && skip()}>
          Skip
        </button>
        <button type="button" className={styles.quiet} onClick={close}>
          Not now
        </button>
      </div>
    </fieldset>
  );
}

/** As large as a question, so that nothing below moves when the first one comes. */
function Waiting() {
  return (
    <>
      <p className={styles.waiting}>Questions start after training.</p>
      <div className={styles.question} aria-hidden="true">
        <div className={`${styles.poster} ${styles.blank}`} />
        <p className={styles.film}>
          <b>&nbsp;</b>
          <span>&nbsp;</span>
        </p>
        <div className={styles.stars} />
        <div className={styles.answers} />
      </div>
    </>
  );
}

/** How little the list hangs on any one answer. */
function Sureness() {
  const steadiness = useSelected(ForYouStore, ({ figures }) => figures?.steadiness ?? null);
  const first = useSelected(ForYouStore, ({ total }) => Math.min(total, FIRST_FILMS));
  const staying = Math.round((steadiness ?? 0) * first);
  return (
    <div className={styles.sureness}>
      <meter aria-label="How sure the list is" min={0} max={1} value={steadiness ?? 0} />
      <p>
        {steadiness === null
          ? "The list isn’t personal yet."
          : `Without any one like, ${staying === 0 ? "none" : `about ${staying}`} of the first ${first} would stay.`}
      </p>
    </div>
  );
}
