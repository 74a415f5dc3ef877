import type { OwnFilm } from "./OwnFilm.ts";
import type { Match, TitleMatcher } from "./TitleMatcher.ts";

/** One person's films, beside the rows of the catalogue that they are or may be. */
export interface OwnMatches {
  matched: { film: OwnFilm; row: number }[];
  /** To be confirmed; the likeliest row first. */
  doubtful: { film: OwnFilm; rows: number[] }[];
  unmatched: OwnFilm[];
  /** Series that the catalogue does not hold. */
  series: number;
  /** Ratings that a later one of the same film overrules. */
  repeated: number;
}

/** Films matched between two breaths. */
const AT_A_TIME = 20;

/**
 * Each row is taken once: of two ratings of a film the later counts, and what is matched is offered to no other.
 * @param breathe is called now and then, so that others have their turn
 */
export async function matchOwn(
  films: readonly OwnFilm[],
  matcher: TitleMatcher,
  breathe: () => Promise<void>,
): Promise<OwnMatches> {
  const distinct = latestOfEach(films);
  const matches: (Match & { film: OwnFilm })[] = [];
  for (const film of distinct) {
    matches.push({ film, ...matcher.match(film) });
    if (matches.length % AT_A_TIME === 0) await breathe();
  }
  const byRow = new Map<number, (typeof matches)[number]>();
  for (const match of matches) {
    if (!match.sure) continue;
    const [row] = match.rows;
    const other = byRow.get(row);
    if (other === undefined || overrules(match, other)) byRow.set(row, match);
  }

  const outcome: OwnMatches = {
    matched: [],
    doubtful: [],
    unmatched: [],
    series: 0,
    repeated: films.length - distinct.length,
  };
  for (const match of matches) {
    const { film, sure, rows, distance } = match;
    const taken = sure ? byRow.get(rows[0]) : undefined;
    const open = rows.filter((row) => !byRow.has(row));
    if (taken === match) outcome.matched.push({ film, row: rows[0] });
    else if (taken?.distance === distance) outcome.repeated++;
    else if (open.length > 0) outcome.doubtful.push({ film, rows: open });
    else if (film.isSeries) outcome.series++;
    else outcome.unmatched.push(film);
  }
  return outcome;
}

/** The same title, year and number is the same film. */
function latestOfEach(films: readonly OwnFilm[]): OwnFilm[] {
  const latest = new Map<string, OwnFilm>();
  for (const film of films) {
    const key = JSON.stringify([film.title, film.year, film.id, film.isSeries]);
    const other = latest.get(key);
    if (other === undefined || isLater(film, other)) latest.set(key, film);
  }
  return [...latest.values()];
}

function overrules(
  one: { film: OwnFilm; distance: number },
  other: { film: OwnFilm; distance: number },
): boolean {
  if (one.distance !== other.distance) return one.distance < other.distance;
  return isLater(one.film, other.film);
}

/** What was rated counts before what was liked, and that before what was watched; else the later, by date or by its place in the file. */
function isLater(one: OwnFilm, other: OwnFilm): boolean {
  if (one.isRated !== other.isRated) return one.isRated;
  if (!one.isRated && one.stars !== other.stars) return one.stars > other.stars;
  return (one.ratedAt ?? Number.POSITIVE_INFINITY) >= (other.ratedAt ?? Number.NEGATIVE_INFINITY);
}
