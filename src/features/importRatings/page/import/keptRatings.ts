import type { Film } from "../../../../core/api.ts";
import type { BroughtRating, SessionState } from "../../../../core/page/session/Session.ts";
import type { OwnRatingsSummary, WrittenFilm } from "../../api.ts";

/** The films that a person has chosen, by the place of the line they stand for. */
export type Choices = ReadonlyMap<number, Film>;

/** What becomes of the films that are rated already. */
export interface Kept {
  ratings: BroughtRating[];
  /** Films whose stars here give way to those of the file. */
  replaced: number;
  /** Films that were only watched, says the file, and keep the stars they have here. */
  spared: number;
}

/** What "Keep" would keep: what was found, and what the person has confirmed or looked up. */
export function keptRatings(
  { matched, doubtful, unmatched }: OwnRatingsSummary,
  confirmed: Choices,
  lookedUp: Choices,
  rated: SessionState["ratings"],
): Kept {
  const here = new Map(rated.map(({ film, stars }) => [film.id, stars]));
  const kept = new Map<string, BroughtRating>();
  let replaced = 0;
  let spared = 0;
  const keep = ({ stars, isRated, ratedAt }: WrittenFilm, film: Film) => {
    if (kept.has(film.id)) return;
    const before = here.get(film.id);
    if (before !== undefined && !isRated) {
      spared++;
      return;
    }
    if (before !== undefined && before !== stars) replaced++;
    kept.set(film.id, { film, stars, ratedAt });
  };
  for (const { written, film } of matched) keep(written, film);
  for (const [place, film] of confirmed) keep(doubtful[place].written, film);
  for (const [place, film] of lookedUp) keep(unmatched[place], film);
  return { ratings: [...kept.values()], replaced, spared };
}
