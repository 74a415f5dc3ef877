import { type KeyboardEvent, useRef, useState } from "react";
import type { DatasetSummary } from "../../../../core/api/DatasetSummary.ts";
import type { Film } from "../../../../core/api/Film.ts";
import type { RatedFilmEntry } from "../../../../core/page/ratings/RatingsStore.ts";
import { useFound } from "../../../../core/page/useFound.ts";
import { useDataset, useNouns } from "../../../../core/page/useWorkspace.ts";
import { Stars } from "../../../../ui/stars/Stars.tsx";
import { a, capital, month } from "../../../../ui/words.ts";
import styles from "./FindFilm.module.css";

interface Props {
  ratings: readonly RatedFilmEntry[];
  onRate: (film: Film, stars: number) => void;
}

/** Finds a film by part of its title and rates it on the spot. */
export function FindFilm({ ratings, onRate }: Props) {
  const dataset = useDataset();
  const nouns = useNouns();
  const [text, setText] = useState("");
  const found = useFound(text);
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLUListElement>(null);

  function close(): void {
    setText("");
    field.current?.focus();
  }

  /** Arrows move from field to film to film, Enter to the first, Escape back. */
  function walk(event: KeyboardEvent): void {
    const rows = [...(results.current?.children ?? [])];
    const here = rows.findIndex((row) => row.contains(document.activeElement));
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown" || (event.key === "Enter" && here < 0)) focusIn(rows[here + 1]);
    else if (event.key === "ArrowUp" && here > 0) focusIn(rows[here - 1]);
    else if (event.key === "ArrowUp" && here === 0) field.current?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search
      className={styles.find}
      onKeyDownCapture={walk}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setText("");
      }}
    >
      <input
        ref={field}
        className={styles.field}
        type="search"
        aria-label={`Find ${a(nouns)}`}
        placeholder={`Find ${a(nouns)} to rate`}
        autoComplete="off"
        spellCheck={false}
        disabled={dataset === null}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {found !== null && (
        <div className={styles.found}>
          {!found.isExact && (
            <p className={styles.none}>
              No {nouns.one} is called “{text.trim()}”.{until(dataset)}
              {found.films.length > 0 && " Did you mean one of these?"}
            </p>
          )}
          {found.films.length > 0 && (
            <ul ref={results} aria-label={`${capital(nouns.many)} found`}>
              {found.films.map((film) => (
                <li key={film.id} className={styles.film}>
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
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </search>
  );
}

/** How far the catalogue goes, where it says so. */
function until(dataset: DatasetSummary | null): string {
  return dataset?.period ? ` The catalogue ends in ${month(dataset.period.to)}.` : "";
}

function focusIn(row: Element | undefined): void {
  row?.querySelector<HTMLElement>("input:checked, input")?.focus();
}
