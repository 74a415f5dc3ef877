import { FindFilm } from "../../../core/page/FindFilm.tsx";
import styles from "./OnMap.module.css";

/** Finds a film, to go there on the map. */
export function OnMap({ onFound }: { onFound: (filmId: string) => void }) {
  return (
    <div className={styles.find}>
      <FindFilm purpose="on the map">
        {(film, close) => (
          <button
            type="button"
            onClick={() => {
              close();
              onFound(film.id);
            }}
          >
            {film.title} <span>{film.year}</span>
          </button>
        )}
      </FindFilm>
    </div>
  );
}
