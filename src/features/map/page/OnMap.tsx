import { type KeyboardEvent, useRef, useState } from "react";
import { useFound } from "../../../core/page/useFound.ts";
import { useNouns } from "../../../core/page/useWorkspace.ts";
import { a, capital } from "../../../ui/words.ts";
import styles from "./OnMap.module.css";

/** Finds a film by part of its title, to go there on the map. */
export function OnMap({ onFound }: { onFound: (filmId: string) => void }) {
  const nouns = useNouns();
  const [text, setText] = useState("");
  const found = useFound(text);
  const results = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);

  function go(filmId: string): void {
    setText("");
    onFound(filmId);
  }

  function walk(event: KeyboardEvent): void {
    const rows = [...(results.current?.querySelectorAll("button") ?? [])];
    const here = rows.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === "Escape") {
      setText("");
      field.current?.focus();
    } else if (event.key === "Enter" && here < 0 && found?.films[0]) go(found.films[0].id);
    else if (event.key === "ArrowDown") rows[Math.min(here + 1, rows.length - 1)]?.focus();
    else if (event.key === "ArrowUp") (rows[here - 1] ?? field.current)?.focus();
    else return;
    event.preventDefault();
  }

  return (
    <search
      className={styles.find}
      onKeyDown={walk}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setText("");
      }}
    >
      <input
        ref={field}
        className={styles.field}
        type="search"
        aria-label={`Find ${a(nouns)}`}
        placeholder={`Find ${a(nouns)} on the map`}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {found !== null && (
        <div className={styles.found}>
          {!found.isExact && (
            <p>
              No {nouns.one} is called “{text.trim()}”.
              {found.films.length > 0 && " Did you mean one of these?"}
            </p>
          )}
          {found.films.length > 0 && (
            <ul ref={results} aria-label={`${capital(nouns.many)} found`}>
              {found.films.map((film) => (
                <li key={film.id}>
                  <button type="button" onClick={() => go(film.id)}>
                    {film.title} <span>{film.year}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </search>
  );
}
