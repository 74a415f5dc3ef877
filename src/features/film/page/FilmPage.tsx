import { useEffect, useRef } from "react";
import type { Answer, Film } from "../../../core/api/Film.ts";
import { RatingsStore } from "../../../core/page/ratings/RatingsStore.ts";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { useDataset, useNouns } from "../../../core/page/useWorkspace.ts";
import { keptList, knowsIt } from "../../../ui/answerWords.ts";
import { Poster } from "../../../ui/poster/Poster.tsx";
import { RemoveButton } from "../../../ui/RemoveButton.tsx";
import { Stars } from "../../../ui/stars/Stars.tsx";
import { capital, countOf } from "../../../ui/words.ts";
import type { FilmDetails } from "../api.ts";
import styles from "./FilmPage.module.css";
import { FilmStore } from "./FilmStore.ts";
import { linksFor } from "./linksFor.ts";
import { Ratings } from "./Ratings.tsx";
import { whyAlike } from "./whyAlike.ts";

/** One film by its address: how people rated it, what is like it, and the person's own word on it. */
export function FilmPage() {
  const details = useSelected(FilmStore, (state) => state.details);
  const dataset = useDataset();
  const nouns = useNouns();
  useFocusOnAnother(details !== null && details !== "unknown" ? details.film.id : null);
  if (details === "unknown") {
    return (
      <>
        <h1>Not in this catalogue</h1>
        <p className="lede">
          The loaded data has no such {nouns.one}. <a href="#/">Back to your list</a>
        </p>
      </>
    );
  }
  if (details === null) return <p>{dataset === null ? "Loading ratings…" : "Loading…"}</p>;
  return <Details key={details.film.id} details={details} />;
}

/** A link to another film goes with its page: the next film takes the focus, so that a keyboard goes on from there. */
function useFocusOnAnother(id: string | null): void {
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (id === null) return;
    if (before.current !== null && before.current !== id) {
      document.querySelector("main")?.focus({ preventScroll: true });
    }
    before.current = id;
  }, [id]);
}

function Details({ details }: { details: FilmDetails }) {
  const { film, similar, alsoLiked } = details;
  const nouns = useNouns();
  useEffect(() => {
    document.title = `${film.title} · Matinee`;
    window.scrollTo(0, 0);
  }, [film.title]);
  return (
    <article className={styles.film}>
      <div className={styles.poster} aria-hidden="true">
        <Poster film={film} />
      </div>
      <div className={styles.about}>
        <h1>{film.title}</h1>
        <p className="lede">{[film.year, film.genres.join(", ")].filter(Boolean).join(" · ")}</p>
        <OwnWord film={film} />
        <Ratings details={details} />
        <p>
          <a href={`#/map?${new URLSearchParams({ film: film.id })}`}>See it on the map</a>
        </p>
        {film.title !== film.id && (
          <p className={styles.links}>
            Look it up on{" "}
            {linksFor(film, nouns.one).map(({ name, address }, place) => (
              <span key={name}>
                {place > 0 && " · "}
                <a href={address} target="_blank" rel="noreferrer">
                  {name}
                </a>
              </span>
            ))}
          </p>
        )}
      </div>
      <Shelf
        title="People who liked it also liked"
        films={alsoLiked.map((one) => one.film)}
        notes={alsoLiked.map(({ share }) => `${Math.round(share * 100)}% of them`)}
      />
      <Shelf
        title={`Similar ${nouns.many}`}
        films={similar.map((one) => one.film)}
        notes={similar.map((one) => whyAlike(film, one))}
      />
    </article>
  );
}

/** The person's rating or other answer, and a way to give one. */
function OwnWord({ film }: { film: Film }) {
  const stars = useSelected(
    RatingsStore,
    ({ list }) => list.find((own) => own.film.id === film.id)?.stars ?? null,
  );
  const given = useSelected(
    RatingsStore,
    ({ answers }) => answers.find((own) => own.film.id === film.id)?.answer ?? null,
  );
  const { rate, answer, unrate } = useStore(RatingsStore);
  const nouns = useNouns();
  const choices: readonly [answer: Answer, label: string][] = [
    ["seen", knowsIt(nouns)],
    ["notForMe", "Not for me"],
    ["watchlist", capital(keptList(nouns))],
  ];
  return (
    <div className={styles.own}>
      <div className={styles.rating}>
        <Stars film={film} stars={stars} onRate={rate} roomy />
        {stars !== null && (
          <RemoveButton name="rating" className={styles.remove} onRemove={() => unrate(film.id)} />
        )}
      </div>
      <div className={styles.answers}>
        {choices.map(([name, label]) => (
          <button
            key={name}
            type="button"
            className={given === name ? "primary" : ""}
            aria-pressed={given === name}
            onClick={() => (given === name ? unrate(film.id) : answer(film, name))}
          >
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}

function Shelf({ title, films, notes }: { title: string; films: Film[]; notes: string[] }) {
  const nouns = useNouns();
  if (films.length === 0) return null;
  return (
    <section className={styles.shelf} aria-label={title}>
      <h2>{title}</h2>
      <p className="visuallyHidden">{countOf(films.length, nouns)}</p>
      <ul>
        {films.map((film, place) => (
          <li key={film.id}>
            <a href={`#/film/${encodeURIComponent(film.id)}`}>
              <Poster film={film} />
            </a>
            <p>{notes[place]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
