import { namedColumn, plainName, scaleNamed } from "../dataset/columnNames.ts";
import { denominatorOf, isUnrated, ratingOf } from "../dataset/ratingOf.ts";
import type { TableHead } from "../files/TableHead.ts";
import type { Importer } from "./Importer.ts";
import { kindNamed } from "./kinds.ts";
import { STARS_FOR_WATCHED } from "./stars.ts";

/** Columns of what everybody thinks of a film: with them, a rating without "my" may be theirs. */
const OF_MANY =
  /^(?:members|numvotes|votes?|votecount|voteaverage|numratings|numberofratings|ratingscount|ratingcount|scoredby|popularity|averagerating|avgrating|averagescore|imdbvotes)$/;
const MINE =
  /^(?:my|your|meine?|deine?|ma|mon|mi|tu|mia|mio|minha|moja|mitt|min|mijn|own|personal|user)(?=rating|score|note|stars|vote|points|grade|bewertung|wertung|nota|voto|puntuacion|calificacion|valoracion|ocena|betyg|cijfer|waardering)/;
/** When somebody rated or watched something, which a table of everybody's ratings does not say. */
const RATED_AT = /^(?:rated(?:at|on|date)?|daterated|ratingdate|(?:my|your)daterated)$/;
const WATCHED_AT =
  /^(?:(?:last)?watched(?:at|on|date)?|(?:last)?viewed(?:at|on|date)?|seen(?:at|on|date)?|date(?:watched|viewed|seen|finished)|watchdate|viewingdate)$/;
const TITLE = [
  ...["title", "name", "film", "movie", "titre", "titel", "titulo", "titolo", "tytul", "nazev", "filmtitle"],
  ...["movietitle", "filmname", "moviename", "originaltitle", "primarytitle"],
];
/** Names of columns with a title in them, such as the original one beside that of a country. */
const TITLED =
  /^(?!.*(?:type|sub|episode|season|series|show|url|link|id$)).*(?:title|titel|titre|titulo|titolo|tytul|nazev|nazov|название|标题|片名|原名|タイトル|原題)/;
const KIND = /^(?:type|titletype|mediatype|kind|typ|tipo|univers|universe|universo|media)$/;
const DECIMALS = /[.,]\d\d/;
const STARS = 5;
/** Fewer rows say nothing of how often a title comes again. */
const LEAST_ROWS = 6;

/**
 * Any table with titles and ratings, or when they were watched, and no column of users is one person's:
 * spreadsheets, and the services that have no importer of their own. Null if this is none.
 */
export function anyTable(
  header: readonly string[],
  body: readonly string[][],
  { source }: TableHead,
): Importer | null {
  const names = header.map(plainName);
  if (namedColumn(header, "user") >= 0) return null;
  const mine = names.findIndex((name) => MINE.test(name) || /^(?:rating|score)10$/.test(name));
  const rating = mine >= 0 ? mine : namedColumn(header, "rating");
  const watched = names.findIndex((name) => WATCHED_AT.test(name));
  const title = titlePlace(header, names, rating);
  if (title < 0 || (rating < 0 && watched < 0)) return null;
  const ratings = rating < 0 ? [] : column(body, rating);
  const titles = column(body, title);
  if (titles.length === 0 || titles.every((text) => !/\p{L}/u.test(text))) return null;
  // Of one person's, hardly any film is there twice.
  if (titles.length >= LEAST_ROWS && new Set(titles).size <= titles.length / 2) return null;
  const isOfMany = names.some((name) => OF_MANY.test(name)) && !names.some((name) => RATED_AT.test(name));
  if (mine < 0 && rating >= 0 && (isOfMany || areAverages(ratings))) return null;
  if (rating >= 0 && !areRatings(ratings)) return null;
  const year = namedColumn(header, "year");
  const date = watched >= 0 ? watched : namedColumn(header, "timestamp");
  const imdb = namedColumn(header, "imdb");
  const tmdb = namedColumn(header, "tmdb");
  const kind = names.find((name) => KIND.test(name));
  return {
    name: "your list",
    files: "",
    of: "films",
    signature: [],
    title: [names[title]],
    otherTitle: names.filter((name, place) => place !== title && TITLED.test(name)),
    ...(year >= 0 ? { year: [names[year]] } : {}),
    ...(date >= 0 ? { date: [names[date]] } : {}),
    ...(imdb >= 0 ? { imdb: [names[imdb]] } : {}),
    ...(tmdb >= 0 ? { tmdb: [names[tmdb]] } : {}),
    ...(kind ? { kindOf: (field) => kindNamed(field([kind])) } : {}),
    ...(rating < 0
      ? { watchedAs: STARS_FOR_WATCHED }
      : {
          rating: [names[rating]],
          ...scaleOf(header[rating], ratings),
          isUnrated: (text) =>
            ratingOf(text) < 0 || (ratingOf(text) === 0 && !ratings.every((one) => ratingOf(one) <= 1)),
        }),
    remedy: `Check the ratings in ${source.name}.`,
  };
}

/**
 * The header that a list without one would have, "Heat,1995,9": titles, each once, years and ratings. Null if it is no
 * such list.
 */
export function missingHeader(rows: readonly string[][]): string[] | null {
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2 || width < 3 || rows.some((row) => row.length !== width)) return null;
  const columns = Array.from({ length: width }, (_, place) => rows.map((row) => row[place].trim()));
  const isYear = (text: string) => /^(?:18|19|20)\d\d$/.test(text);
  const years = columns.findIndex((cells) => cells.every(isYear));
  const titles = columns.findIndex(
    (cells) => cells.every((text) => /\p{L}/u.test(text)) && new Set(cells).size === cells.length,
  );
  const ratings = columns.findIndex(
    (cells, place) => place !== titles && cells.every((text) => ratingOf(text) <= 100),
  );
  if (years < 0 || titles < 0 || ratings < 0) return null;
  return columns.map((_, place) =>
    place === titles ? "title" : place === years ? "year" : place === ratings ? "rating" : "",
  );
}

function titlePlace(header: readonly string[], names: readonly string[], rating: number): number {
  const named = namedColumn(header, "title");
  if (named >= 0 && named !== rating) return named;
  const is = (test: (name: string) => boolean) =>
    names.findIndex((name, place) => place !== rating && test(name));
  const known = is((name) => TITLE.includes(name));
  return known >= 0 ? known : is((name) => TITLED.test(name));
}

/** Averages have more decimals than a person gives. */
function areAverages(ratings: readonly string[]): boolean {
  return (
    ratings.filter((rating) => DECIMALS.test(rating.trim()) && !/[.,]\d*?[05]0*$/.test(rating.trim()))
      .length >
    ratings.length / 3
  );
}

/** A column called "rating" may hold ages from which on a film may be seen. */
function areRatings(ratings: readonly string[]): boolean {
  const given = ratings.filter((text) => !isUnrated(text));
  return given.filter((text) => Number.isFinite(ratingOf(text))).length >= given.length / 2;
}

function column(body: readonly string[][], place: number): string[] {
  return body.map((row) => row[place] ?? "").filter((cell) => cell.trim() !== "");
}

/** By what the ratings say themselves, "8/10", or their name, "Score /5"; else the highest of all has to tell. */
function scaleOf(name: string, ratings: readonly string[]): Pick<Importer, "pointsPerStar" | "ratingOf"> {
  const said = new Set(ratings.map(denominatorOf).filter((end) => end !== null));
  if (said.size > 1) {
    const inStars = (text: string) => (ratingOf(text) * STARS) / (denominatorOf(text) ?? Math.max(...said));
    return { pointsPerStar: 1, ratingOf: inStars };
  }
  const end = [...said][0] ?? scaleNamed(name);
  return end === null ? {} : { pointsPerStar: end / STARS };
}
