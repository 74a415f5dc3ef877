import { memo, type Ref } from "react";
import type { Film } from "../../../../core/api/Film.ts";
import { NotSaved } from "../../../../ui/NotSaved.tsx";
import { RemoveButton } from "../../../../ui/RemoveButton.tsx";
import { Stars } from "../../../../ui/stars/Stars.tsx";
import styles from "./RatingRow.module.css";

interface Props {
  ref: Ref<HTMLLIElement>;
  film: Film;
  stars: number;
  isSaved: boolean;
  /** Its position from 0, and the total: not all of them are on the page. */
  place: number;
  ofAll: number;
  onRate: (film: Film, stars: number) => void;
  onRemove: (filmId: string) => void;
}

/** A rated film, with stars to change the rating and a button to remove it. */
export const RatingRow = memo(function RatingRow(props: Props) {
  const { ref, film, stars, isSaved, place, ofAll, onRate, onRemove } = props;
  return (
    <li ref={ref} className={styles.row} data-index={place} aria-posinset={place + 1} aria-setsize={ofAll}>
      <p className={styles.title}>
        {film.title}{" "}
        <span className={styles.year}>
          {film.year}
          {!isSaved && <NotSaved />}
        </span>
      </p>
      <Stars film={film} stars={stars} onRate={onRate} roomy />
      <RemoveButton name={film.title} className={styles.remove} onRemove={() => onRemove(film.id)} />
    </li>
  );
});
