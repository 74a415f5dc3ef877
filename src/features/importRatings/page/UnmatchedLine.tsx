import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import type { Film } from "../../../core/api/Film.ts";
import { useFound } from "../../../core/page/useFound.ts";
import type { ListedFilm } from "../api.ts";
import { Candidate } from "./Candidate.tsx";
import styles from "./ImportDialog.module.css";
import { Listed } from "./Listed.tsx";

interface Props {
  listed: ListedFilm;
  /** What the person found for it; null while it is skipped. */
  film: Film | null;
  onChoose: (film: Film | null) => void;
}

/** A film without a match, and a search for it. */
export function UnmatchedLine({ listed, film, onChoose }: Props) {
  const [looking, setLooking] = useState(false);
  const line = useRef<HTMLLIElement>(null);

  const movesFocus = useRef(false);
  useLayoutEffect(() => {
    if (movesFocus.current) line.current?.querySelector<HTMLElement>("input, button")?.focus();
    movesFocus.current = false;
  });

  /** What was pressed disappears; the focus moves to what replaces it. */
  function moveOn(isLooking: boolean, chosen: Film | null): void {
    movesFocus.current = true;
    setLooking(isLooking);
    onChoose(chosen);
  }

  return (
    <li ref={line} className={styles.line}>
      <Listed film={listed} />
      {film !== null ? (
        <Candidate film={film} chosen onClick={() => moveOn(false, null)} />
      ) : looking ? (
        <LookUp
          title={listed.title}
          onFind={(found) => moveOn(false, found)}
          onLeave={() => moveOn(false, null)}
        />
      ) : (
        <button
          type="button"
          className={styles.lookUp}
          aria-label={`Search for ${listed.title}`}
          onClick={() => moveOn(true, null)}
        >
          Search
        </button>
      )}
    </li>
  );
}

interface LookUpProps {
  title: string;
  onFind: (film: Film) => void;
  onLeave: () => void;
}

function LookUp({ title, onFind, onLeave }: LookUpProps) {
  const [text, setText] = useState("");
  const found = useFound(text)?.films ?? null;

  /** Escape closes only the search. */
  function leave(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onLeave();
  }

  return (
    <search className={styles.search} onKeyDownCapture={leave}>
      <input
        type="search"
        aria-label={`Find ${title}`}
        placeholder="Search"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {found?.length === 0 && <p className={styles.note}>No match.</p>}
      {found !== null && found.length > 0 && (
        <fieldset className={styles.candidates} aria-label={`Films found for ${title}`}>
          {found.map((film) => (
            <Candidate key={film.id} film={film} chosen={false} onClick={() => onFind(film)} />
          ))}
        </fieldset>
      )}
    </search>
  );
}
