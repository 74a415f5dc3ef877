import type { Film } from "../../../core/api/Film.ts";
import type { ImportedRating, RatedFilmEntry } from "../../../core/page/ratings/RatingsStore.ts";
import type { ListedFilm, OwnRatingsSummary } from "../api.ts";

/** The films that a person has chosen, by the index of the line. */
export type Choices = ReadonlyMap<number, Film>;

/** The ratings to add, and what becomes of films that are rated already. */
export interface Chosen {
  ratings: ImportedRating[];
  /** The likeliest films of lines left unconfirmed: seen, whatever they are, so they aren't recommended next. */
  seen: ImportedRating[];
  /** Films whose rating the file's replaces. */
  replaced: number;
  /** Films that keep their rating, because the file only says they were watched. */
  spared: number;
}

/** What "Add" would add: sure matches, and those the person has confirmed or found. */
export function chosenRatings(
  { matched, doubtful, unmatched }: OwnRatingsSummary,
  confirmed: Choices,
  lookedUp: Choices,
  rated: readonly RatedFilmEntry[],
): Chosen {
  const here = new Map(rated.map(({ film, stars }) => [film.id, stars]));
  const chosen = new Map<string, ImportedRating>();
  let replaced = 0;
  let spared = 0;
  const choose = ({ stars, answer, isRated, ratedAt }: ListedFilm, film: Film) => {
    if (chosen.has(film.id)) return;
    const before = here.get(film.id);
    if (before !== undefined && !isRated) {
      spared++;
      return;
    }
    if (answer !== undefined) {
      chosen.set(film.id, { film, stars: null, answer, ratedAt });
      return;
    }
    if (before !== undefined && before !== stars) replaced++;
    chosen.set(film.id, { film, stars, ratedAt });
  };
  for (const { listed, film } of matched) choose(listed, film);
  for (const [place, film] of confirmed) choose(doubtful[place].listed, film);
  for (const [place, film] of lookedUp) choose(unmatched[place], film);
  const seen = new Map<string, ImportedRating>();
  for (const [place, { listed, candidates }] of doubtful.entries()) {
    const [film] = candidates;
    if (confirmed.has(place) || listed.answer === "watchlist") continue;
    if (chosen.has(film.id) || here.has(film.id)) continue;
    seen.set(film.id, { film, stars: null, answer: "seen", ratedAt: listed.ratedAt });
  }
  return { ratings: [...chosen.values()], seen: [...seen.values()], replaced, spared };
}
