import { useState } from "react";
import type { Film, RatedFilm } from "../core/api/Film.ts";
import styles from "./FilmTable.module.css";
import { capital, count } from "./words.ts";

type Props = {
  caption: string;
  /** What is said if there are none. */
  empty: string;
  /** What an item is called. */
  noun: string;
} & ({ lead: "stars"; films: RatedFilm[] } | { lead: "rank"; films: Film[] });

const PAGE = 20;

/** Films in rows, led by their rank or their stars. On a phone the genres are below. */
export function FilmTable({ caption, empty, noun, lead, films }: Props) {
  const [length, setLength] = useState(PAGE);
  const rest = films.length - length;
  return (
    <div>
      <table className={styles.films}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{lead === "stars" ? "Stars" : "Rank"}</th>
            <th scope="col">{capital(noun)}</th>
            <th scope="col">Year</th>
            <th scope="col">Genres</th>
          </tr>
        </thead>
        <tbody>
          {films.slice(0, length).map((film, index) => (
            <tr key={film.id}>
              {lead === "stars" ? (
                <td className={styles.rating}>
                  {(film as RatedFilm).rating}{" "}
                  <span className={styles.star} aria-hidden="true">
                    ★
                  </span>
                </td>
              ) : (
                <td className={styles.rank}>{index + 1}</td>
              )}
              <th scope="row">{film.title}</th>
              <td className={styles.year}>{film.year}</td>
              <td className={styles.genres}>{film.genres.join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {films.length === 0 && <p className={styles.note}>{empty}</p>}
      {rest > 0 && (
        <button type="button" className={styles.more} onClick={() => setLength(length + 5 * PAGE)}>
          Show {count(Math.min(rest, 5 * PAGE))} more of {count(films.length)}
        </button>
      )}
    </div>
  );
}
