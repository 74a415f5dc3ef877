import { memo, useState } from "react";
import type { Film } from "../../core/api/Film.ts";
import { compose } from "./compose.ts";
import { HEIGHT, type Shape, WIDTH } from "./geometry.ts";
import styles from "./Poster.module.css";
import type { Palette } from "./palettes.ts";
import { sameFilm } from "./sameFilm.ts";
import { titleSize } from "./titleSize.ts";

interface Props {
  film: Film;
  /** Without the picture, which nobody sees yet. */
  isBlank?: boolean;
  /** On a phone the picture stands beside the band, with room in that below title and year. */
  liesOnPhone?: boolean;
}

const BLANK = { __html: "" };
const PICTURE = {
  viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
  preserveAspectRatio: "xMidYMid slice",
  "aria-hidden": true,
} as const;

/** A film's poster, drawn from how the model sees the film; its title is a heading. */
export const Poster = memo(
  function Poster({ film, isBlank = false, liesOnPhone = false }: Props) {
    const now = drawn(film);
    const [faded, setFaded] = useState<Drawn | null>(null);
    const { palette, picture, standIn } = now;
    return (
      <div className={liesOnPhone ? `${styles.poster} ${styles.lies}` : styles.poster}>
        <svg
          {...PICTURE}
          className={styles.picture}
          style={{ background: palette.ground }}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: numbers and inks of our own; with an element of React's for each shape, posters were most of what a rating ran
          dangerouslySetInnerHTML={isBlank ? BLANK : picture}
        />
        {standIn !== null && faded !== now && !isBlank && (
          <svg
            {...PICTURE}
            className={`${styles.picture} ${styles.fading}`}
            style={{ background: standIn.palette.ground }}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: as above
            dangerouslySetInnerHTML={standIn.picture}
            onAnimationEnd={() => {
              now.standIn = null;
              setFaded(now);
            }}
          />
        )}
        <div className={styles.band} style={{ background: palette.band }}>
          <h3 className={styles[titleSize(film.title)]}>{film.title}</h3>
          <p className={styles.year}>{film.year}</p>
        </div>
      </div>
    );
  },
  (before, now) => before.isBlank === now.isBlank && sameFilm(before.film, now.film),
);

interface Drawn {
  film: Film;
  palette: Palette;
  picture: { __html: string };
  /** What was drawn before the model knew the film, until it has faded away. */
  standIn: Drawn | null;
}

/** The latest posters: most films of a list were on the one before, in another place. */
const latest = new Map<string, Drawn>();
const KEPT = 200;

function drawn(film: Film): Drawn {
  const known = latest.get(film.id);
  if (known !== undefined && sameFilm(known.film, film)) return known;
  const { palette, shapes } = compose(film);
  const standIn = known?.film.hue === null && film.hue !== null ? known : null;
  const made = { film, palette, picture: { __html: markupOf(palette, shapes) }, standIn };
  latest.delete(film.id);
  latest.set(film.id, made);
  if (latest.size > KEPT) latest.delete(latest.keys().next().value ?? "");
  return made;
}

function markupOf(palette: Palette, shapes: readonly Shape[]): string {
  const paths = shapes.map(({ d, ink, width }) =>
    width === undefined
      ? `<path d="${d}" fill="${palette[ink]}"/>`
      : `<path d="${d}" fill="none" stroke="${palette[ink]}" stroke-width="${width}"/>`,
  );
  return paths.join("");
}
