import { useId, useState } from "react";
import type { WrittenFilm } from "../../worker/protocol/ownRatings.ts";
import type { Film } from "../../worker/protocol.ts";
import { useFound } from "../forYou/useFound.ts";
import styles from "./Brought.module.css";
import { Candidate } from "./Candidate.tsx";
import { Folded } from "./Folded.tsx";
import type { Choices } from "./keptRatings.ts";
import { Written } from "./Written.tsx";

interface Props {
  unmatched: readonly WrittenFilm[];
  chosen: Choices;
  onChoose: (place: number, film: Film | null) => void;
}

/** Films that were not found: skipped, unless the person finds them. */
export function Unmatched({ unmatched, chosen, onChoose }: Props) {
  const heading = useId();
  const [lookedUp, lookUp] = useState<number | null>(null);
  return (
    <section className={styles.part} aria-labelledby={heading}>
      <h3 id={heading}>Not in this data</h3>
      <p className={styles.note}>These are skipped. If one should be here under another name, look it up.</p>
      <Folded name="Not found" className={styles.lines} items={unmatched}>
        {(written, place) => {
          const film = chosen.get(place);
          return (
            <li key={place} className={styles.line}>
              <Written film={written} />
              {film !== undefined ? (
                <Candidate film={film} chosen onClick={() => onChoose(place, null)} />
              ) : lookedUp === place ? (
                <LookUp
                  title={written.title}
                  onFind={(found) => {
                    onChoose(place, found);
                    lookUp(null);
                  }}
                />
              ) : (
                <button
                  type="button"
                  className={styles.lookUp}
                  aria-label={`Look up ${written.title}`}
                  onClick={() => lookUp(place)}
                >
                  Look up
                </button>
              )}
            </li>
          );
        }}
      </Folded>
    </section>
  );
}

function LookUp({ title, onFind }: { title: string; onFind: (film: Film) => void }) {
  const [text, setText] = useState("");
  const found = useFound(text);
  return (
    <search className={styles.search}>
      <input
        type="search"
        aria-label={`Find ${title}`}
        placeholder="Part of its name here"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        // biome-ignore lint/a11y/noAutofocus: it opens because the person asked for it.
        autoFocus
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
