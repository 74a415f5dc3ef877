import { memo, useState } from "react";
import { RatingsStore } from "../../../../core/page/ratings/RatingsStore.ts";
import { useSelected } from "../../../../core/page/stores.tsx";
import { useNouns } from "../../../../core/page/useWorkspace.ts";
import { keptList } from "../../../../ui/answerWords.ts";
import { capital } from "../../../../ui/words.ts";
import type { Facets, Steering } from "../../api.ts";
import styles from "./SteeringPanel.module.css";
import { isNarrow, withDecade, withNextState } from "./steering.ts";

interface Props {
  /** Null until it is known what can be chosen. */
  facets: Facets | null;
  steering: Steering;
  onSteer: (steering: Steering) => void;
}

const LIST = new Intl.ListFormat("en-GB");

/** What the list is narrowed to, which no rating changes. */
export const Narrowing = memo(function Narrowing({ facets, steering, onSteer }: Props) {
  // What is open at first; from then on it is the person who opens and closes.
  const [isNarrowed] = useState(() => isNarrow(steering));
  const hasKept = useSelected(RatingsStore, ({ answers }) =>
    answers.some(({ answer }) => answer === "watchlist"),
  );
  const nouns = useNouns();
  const { genres, decades } = facets ?? { genres: [], decades: [] };
  const hasGenres = facets === null || genres.length > 0;
  const hasDecades = facets === null || decades.length > 0;
  const offered = [...(hasGenres ? ["genres"] : []), ...(hasDecades ? ["decades"] : []), "sequels"];
  return (
    <details className={styles.more} open={isNarrowed}>
      <summary>{capital(LIST.format(offered))}</summary>
      {hasGenres && (
        <fieldset className={styles.chips}>
          <legend>Genres</legend>
          {genres.map((genre) => {
            const isIn = steering.genres.includes(genre);
            const isOut = steering.withoutGenres.includes(genre);
            return (
              <button
                key={genre}
                type="button"
                data-state={isIn ? "in" : isOut ? "out" : undefined}
                aria-label={isIn ? `${genre}: only` : isOut ? `${genre}: none` : genre}
                onClick={() => onSteer(withNextState(steering, genre))}
              >
                {genre}
              </button>
            );
          })}
        </fieldset>
      )}
      {hasDecades && (
        <fieldset className={styles.chips}>
          <legend>Decades</legend>
          {decades.map((decade) => {
            const isIn = steering.decades.includes(decade);
            return (
              <button
                key={decade}
                type="button"
                data-state={isIn ? "in" : undefined}
                aria-pressed={isIn}
                onClick={() => onSteer(withDecade(steering, decade))}
              >
                {decade}s
              </button>
            );
          })}
        </fieldset>
      )}
      <label className={styles.sequels}>
        <input
          type="checkbox"
          checked={steering.withoutSequels}
          onChange={({ currentTarget }) => onSteer({ ...steering, withoutSequels: currentTarget.checked })}
        />
        No sequels of what I rated
      </label>
      {(hasKept || steering.onlyWatchlist) && (
        <label className={styles.sequels}>
          <input
            type="checkbox"
            checked={steering.onlyWatchlist}
            onChange={({ currentTarget }) => onSteer({ ...steering, onlyWatchlist: currentTarget.checked })}
          />
          Only my {keptList(nouns)}
        </label>
      )}
    </details>
  );
});
