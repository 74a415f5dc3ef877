import { useId } from "react";
import type { Film } from "../../../../core/api.ts";
import type { WrittenFilm } from "../../api.ts";
import styles from "./Brought.module.css";
import { Folded } from "./Folded.tsx";
import type { Choices } from "./keptRatings.ts";
import { UnmatchedLine } from "./UnmatchedLine.tsx";

interface Props {
  unmatched: readonly WrittenFilm[];
  chosen: Choices;
  onChoose: (place: number, film: Film | null) => void;
}

/** Films that were not found: skipped, unless the person finds them. */
export function Unmatched({ unmatched, chosen, onChoose }: Props) {
  const heading = useId();
  return (
    <section className={styles.part} aria-labelledby={heading}>
      <h3 id={heading}>Not in this data</h3>
      <p className={styles.note}>These are skipped. If one should be here under another name, look it up.</p>
      <Folded name="Not found" className={styles.lines} items={unmatched}>
        {(written, place) => (
          <UnmatchedLine
            key={place}
            written={written}
            film={chosen.get(place) ?? null}
            onChoose={(film) => onChoose(place, film)}
          />
        )}
      </Folded>
    </section>
  );
}
