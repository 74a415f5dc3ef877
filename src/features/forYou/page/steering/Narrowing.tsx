import { memo, useState } from "react";
import type { Facets, Steering } from "../../api.ts";
import styles from "./SteeringPanel.module.css";
import { withDecade, withNextState } from "./steering.ts";

interface Props {
  facets: Facets;
  steering: Steering;
  onSteer: (steering: Steering) => void;
}

/** What the list is narrowed to, which no rating changes. */
export const Narrowing = memo(function Narrowing({ facets, steering, onSteer }: Props) {
  // What is open at first; from then on it is the person who opens and closes.
  const [isNarrowed] = useState(
    () =>
      steering.genres.length + steering.withoutGenres.length + steering.decades.length > 0 ||
      steering.withoutSequels,
  );
  return (
    <details className={styles.more} open={isNarrowed}>
      <summary>Genres, decades and sequels</summary>
      <fieldset className={styles.chips}>
        <legend>Genres</legend>
        {facets.genres.map((genre) => {
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
      <fieldset className={styles.chips}>
        <legend>Decades</legend>
        {facets.decades.map((decade) => {
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
      <label className={styles.sequels}>
        <input
          type="checkbox"
          checked={steering.withoutSequels}
          onChange={({ currentTarget }) => onSteer({ ...steering, withoutSequels: currentTarget.checked })}
        />
        No sequels of what I rated
      </label>
    </details>
  );
});
