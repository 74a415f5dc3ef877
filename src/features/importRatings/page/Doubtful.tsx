import { useId } from "react";
import type { Film } from "../../../core/api/Film.ts";
import { useNouns } from "../../../core/page/useWorkspace.ts";
import { known } from "../../../ui/answerWords.ts";
import type { OwnRatingsSummary } from "../api.ts";
import { Candidate } from "./Candidate.tsx";
import type { Choices } from "./chosenRatings.ts";
import styles from "./ImportDialog.module.css";
import { Listed } from "./Listed.tsx";
import { ShowMore } from "./ShowMore.tsx";

interface Props {
  doubtful: OwnRatingsSummary["doubtful"];
  chosen: Choices;
  onChoose: (place: number, film: Film | null) => void;
  onChooseAll: (choices: Choices) => void;
}

/** Close matches, to be confirmed one by one or all at once. */
export function Doubtful({ doubtful, chosen, onChoose, onChooseAll }: Props) {
  const heading = useId();
  const nouns = useNouns();
  const isComplete = chosen.size === doubtful.length;
  const likeliest = () => new Map(doubtful.map(({ candidates }, place) => [place, candidates[0]]));
  return (
    <section className={styles.part} aria-labelledby={heading}>
      <div className={styles.top}>
        <h3 id={heading}>Did you mean…?</h3>
        <button type="button" onClick={() => onChooseAll(isComplete ? new Map() : likeliest())}>
          {isComplete ? "Clear" : "Accept all"}
        </button>
      </div>
      <p className={styles.note}>
        Close matches. Those you leave unconfirmed count as {known(nouns)}, not rated, so they aren’t
        recommended.
      </p>
      <ShowMore name="To confirm" className={styles.lines} items={doubtful}>
        {({ listed, candidates }, place) => (
          <li key={place} className={styles.line}>
            <Listed film={listed} />
            <fieldset className={styles.candidates} aria-label={`Match for ${listed.title}`}>
              {candidates.map((film) => (
                <Candidate
                  key={film.id}
                  film={film}
                  chosen={chosen.get(place)?.id === film.id}
                  isAmbiguous={candidates.some((other) => other !== film && isSameName(other, film))}
                  onClick={() => onChoose(place, chosen.get(place)?.id === film.id ? null : film)}
                />
              ))}
            </fieldset>
          </li>
        )}
      </ShowMore>
    </section>
  );
}

function isSameName(one: Film, other: Film): boolean {
  return one.title === other.title && one.year === other.year;
}
