import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import type { Film } from "../../../../core/api.ts";
import type { WrittenFilm } from "../../api.ts";
import { useFound } from "../useFound.ts";
import styles from "./Brought.module.css";
import { Candidate } from "./Candidate.tsx";
import { Written } from "./Written.tsx";

interface Props {
  written: WrittenFilm;
  /** What the person has looked up for it; null as long as it is skipped. */
  film: Film | null;
  onChoose: (film: Film | null) => void;
}

/** A film that was not found, and the way to look it up. */
export function UnmatchedLine({ written, film, onChoose }: Props) {
  const [looking, setLooking] = useState(false);
  const line = useRef<HTMLLIElement>(null);

  const goesOn = useRef(false);
  useLayoutEffect(() => {
    if (goesOn.current) line.current?.querySelector<HTMLElement>("input, button")?.focus();
    goesOn.current = false;
  });

  /** What was pressed goes away; the keyboard goes on from what comes in its place. */
  function goOn(isLooking: boolean, chosen: Film | null): void {
    goesOn.current = true;
    setLooking(isLooking);
    onChoose(chosen);
  }

  return (
    <li ref={line} className={styles.line}>
      <Written film={written} />
      {film !== null ? (
        <Candidate film={film} chosen onClick={() => goOn(false, null)} />
      ) : looking ? (
        <LookUp
          title={written.title}
          onFind={(found) => goOn(false, found)}
          onLeave={() => goOn(false, null)}
        />
      ) : (
        <button
          type="button"
          className={styles.lookUp}
          aria-label={`Look up ${written.title}`}
          onClick={() => goOn(true, null)}
        >
          Look up
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
  const found = useFound(text);

  /** Escape leaves the search alone, not the whole summary. */
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
        placeholder="Part of its name here"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {found?.length === 0 && <p className={styles.note}>Nothing here has that in its name.</p>}
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
