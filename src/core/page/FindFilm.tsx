import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { a, capital, month } from "../../ui/words.ts";
import type { DatasetSummary } from "../api/DatasetSummary.ts";
import type { Film } from "../api/Film.ts";
import styles from "./FindFilm.module.css";
import { useFound } from "./useFound.ts";
import { useDataset, useNouns } from "./useWorkspace.ts";

interface Props {
  /** What it is found for, such as "to rate". */
  purpose: string;
  /** What is shown of a film that was found; `close` ends the search. */
  children: (film: Film, close: () => void) => ReactNode;
}

/** Finds a film by part of its title. Arrows move from field to film to film, Enter to the first, Escape back. */
export function FindFilm({ purpose, children }: Props) {
  const dataset = useDataset();
  const nouns = useNouns();
  const [text, setText] = useState("");
  const found = useFound(text);
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLUListElement>(null);
  const answer = useRef<HTMLDivElement>(null);

  // Where the field is low on the screen, what is found would be below it.
  useEffect(() => {
    if (found !== null) answer.current?.scrollIntoView({ block: "nearest" });
  }, [found]);

  function close(): void {
    setText("");
    field.current?.focus();
  }

  function walk(event: KeyboardEvent): void {
    const rows = [...(results.current?.children ?? [])];
    const here = rows.findIndex((row) => row.contains(document.activeElement));
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && here < 0) choose(rows[0]);
    else if (event.key === "ArrowDown") answerOf(rows[here + 1])?.focus();
    else if (event.key === "ArrowUp" && here > 0) answerOf(rows[here - 1])?.focus();
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
        placeholder={`Find ${a(nouns)} ${purpose}`}
        autoComplete="off"
        spellCheck={false}
        disabled={dataset === null}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {found !== null && (
        <div ref={answer} className={styles.found}>
          {!found.isExact && (
            <p className={styles.none}>
              No {nouns.one} is called “{text.trim()}”.{until(dataset)}
              {found.films.length > 0 && " Did you mean one of these?"}
            </p>
          )}
          {found.films.length > 0 && (
            <ul ref={results} aria-label={`${capital(nouns.many)} found`}>
              {found.films.map((film) => (
                <li key={film.id}>{children(film, close)}</li>
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

/** What a row is answered by: its button, or the rating that is given. */
const answerOf = (row: Element | undefined) =>
  row?.querySelector<HTMLElement>("input:checked, input, button") ?? null;

/** A button can be meant only one way; which rating is meant is for the person to say. */
function choose(row: Element | undefined): void {
  const answer = answerOf(row);
  if (answer instanceof HTMLButtonElement) answer.click();
  else answer?.focus();
}
