import { useId } from "react";
import type { Film } from "../../../core/api/Film.ts";
import type { ListedFilm } from "../api.ts";
import type { Choices } from "./chosenRatings.ts";
import styles from "./ImportDialog.module.css";
import { ShowMore } from "./ShowMore.tsx";
import { UnmatchedLine } from "./UnmatchedLine.tsx";

interface Props {
  unmatched: readonly ListedFilm[];
  chosen: Choices;
  onChoose: (place: number, film: Film | null) => void;
}

/** Films without a match: skipped, unless the person finds them. */
export function Unmatched({ unmatched, chosen, onChoose }: Props) {
  const heading = useId();
  return (
    <section className={styles.part} aria-labelledby={heading}>
      <h3 id={heading}>Not in this catalogue</h3>
      <p className={styles.note}>Skipped. Search if it may have another title.</p>
      <ShowMore name="Not found" className={styles.lines} items={unmatched}>
        {(listed, place) => (
          <UnmatchedLine
            key={place}
            listed={listed}
            film={chosen.get(place) ?? null}
            onChoose={(film) => onChoose(place, film)}
          />
        )}
      </ShowMore>
    </section>
  );
}
