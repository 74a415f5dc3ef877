import { useId } from "react";
import type { Film } from "../../../../core/api.ts";
import type { OwnRatingsSummary } from "../../api.ts";
import styles from "./Brought.module.css";
import { Candidate } from "./Candidate.tsx";
import { Folded } from "./Folded.tsx";
import type { Choices } from "./keptRatings.ts";
import { Written } from "./Written.tsx";

interface Props {
  doubtful: OwnRatingsSummary["doubtful"];
  chosen: Choices;
  onChoose: (place: number, film: Film | null) => void;
  onChooseAll: (choices: Choices) => void;
}

/** Films that may be meant, to be confirmed one by one or all at once. */
export function Doubtful({ doubtful, chosen, onChoose, onChooseAll }: Props) {
  const heading = useId();
  const isComplete = chosen.size === doubtful.length;
  const likeliest = () => new Map(doubtful.map(({ candidates }, place) => [place, candidates[0]]));
  return (
    <section className={styles.part} aria-labelledby={heading}>
      <div className={styles.top}>
        <h3 id={heading}>Which film is meant?</h3>
        <button type="button" onClick={() => onChooseAll(isComplete ? new Map() : likeliest())}>
          {isComplete ? "Leave all out" : "Take the first of each"}
        </button>
      </div>
      <p className={styles.note}>Title or year differ a little. What you do not confirm is left out.</p>
      <Folded name="To confirm" className={styles.lines} items={doubtful}>
        {({ written, candidates }, place) => (
          <li key={place} className={styles.line}>
            <Written film={written} />
            <fieldset className={styles.candidates} aria-label={`Film meant by ${written.title}`}>
              {candidates.map((film) => (
                <Candidate
                  key={film.id}
                  film={film}
                  chosen={chosen.get(place)?.id === film.id}
                  hasTwin={candidates.some((other) => other !== film && isTwin(other, film))}
                  onClick={() => onChoose(place, chosen.get(place)?.id === film.id ? null : film)}
                />
              ))}
            </fieldset>
          </li>
        )}
      </Folded>
    </section>
  );
}

function isTwin(one: Film, other: Film): boolean {
  return one.title === other.title && one.year === other.year;
}
