import { memo } from "react";
import type { Film } from "../../core/api/Film.ts";
import { compose } from "./compose.ts";
import { HEIGHT, WIDTH } from "./geometry.ts";
import styles from "./Poster.module.css";
import { sameFilm } from "./sameFilm.ts";
import { titleSize } from "./titleSize.ts";

interface Props {
  film: Film;
  /** Without the picture, which nobody sees yet. */
  isBlank?: boolean;
}

/** A film's poster, drawn from how the model sees the film; its title is a heading. */
export const Poster = memo(
  function Poster({ film, isBlank = false }: Props) {
    const { palette, shapes } = compose(film);
    return (
      <div className={styles.poster} style={{ background: palette.band }}>
        <svg className={styles.picture} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
          <rect width={WIDTH} height={HEIGHT} fill={palette.ground} />
          {(isBlank ? [] : shapes).map(({ d, ink, width }, at) => (
            <path
              // biome-ignore lint/suspicious/noArrayIndexKey: another film's shapes are drawn by the same elements
              key={at}
              d={d}
              fill={width === undefined ? palette[ink] : "none"}
              stroke={width === undefined ? undefined : palette[ink]}
              strokeWidth={width}
            />
          ))}
        </svg>
        <div className={styles.band}>
          <h3 className={styles[titleSize(film.title)]}>{film.title}</h3>
          <p className={styles.year}>{film.year}</p>
        </div>
      </div>
    );
  },
  (before, now) => before.isBlank === now.isBlank && sameFilm(before.film, now.film),
);
