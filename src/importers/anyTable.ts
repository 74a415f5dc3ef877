import { namedColumn, plainName } from "../dataset/columnNames.ts";
import { ratingOf } from "../dataset/ratingOf.ts";
import type { TableHead } from "../files/TableHead.ts";
import type { Importer } from "./Importer.ts";
import { kindNamed } from "./kinds.ts";

/** Columns of what everybody thinks of a film: with them, a rating without "my" may be theirs. */
const OF_MANY =
  /^(?:members|numvotes|votes?|votecount|voteaverage|numratings|ratingscount|ratingcount|scoredby|popularity|averagerating|avgrating|averagescore|imdbvotes)$/;
const MINE =
  /^(?:my|your|meine?|deine?|ma|mon|mi|tu|mia|mio|minha|moja|mitt|min|mijn|own|personal|user)(?=rating|score|note|stars|vote|points|grade|bewertung|wertung|nota|voto|puntuacion|calificacion|valoracion|ocena|betyg|cijfer|waardering)/;
const TITLE = [
  "title",
  "name",
  "film",
  "movie",
  "titre",
  "titel",
  "titulo",
  "titolo",
  "tytul",
  "nazev",
  "filmtitle",
  "movietitle",
  "filmname",
  "moviename",
  "originaltitle",
  "primarytitle",
];
const OUT_OF = /(?:\/|out of|of|von|sur|de)\s*(5|10|20|100)(?:[.,]0)?$/i;
const DECIMALS = /[.,]\d\d/;
const STARS = 5;

/**
 * Any table with titles and ratings and no column of users is one person's: spreadsheets, and the services that
 * have no importer of their own. Null if this is none.
 */
export function anyTable(
  header: readonly string[],
  body: readonly string[][],
  { source }: TableHead,
): Importer | null {
  const names = header.map(plainName);
  if (namedColumn(header, "user") >= 0) return null;
  const mine = names.find((name) => MINE.test(name) || /^(?:rating|score)10$/.test(name));
  const rated = namedColumn(header, "rating");
  const rating = mine ?? (rated >= 0 ? names[rated] : undefined);
  const titled = namedColumn(header, "title");
  const title =
    titled >= 0 && names[titled] !== rating ? names[titled] : names.find((name) => TITLE.includes(name));
  if (rating === undefined || title === undefined || title === rating) return null;
  const ratings = column(names, body, rating);
  const titles = column(names, body, title);
  if (mine === undefined && (names.some((name) => OF_MANY.test(name)) || areAverages(ratings))) return null;
  if (titles.length === 0 || titles.every((text) => !/\p{L}/u.test(text))) return null;
  const year = namedColumn(header, "year");
  const date = namedColumn(header, "timestamp");
  const kind = names.find((name) => /^(?:type|titletype|mediatype|kind|typ|tipo)$/.test(name));
  const points = pointsPerStar(rating, ratings);
  return {
    name: "your list",
    files: "",
    of: "films",
    signature: [],
    title: [title],
    otherTitle: ["originaltitle", "titreoriginal", "titulooriginal", "titolooriginale", "originaltitel"],
    ...(year >= 0 ? { year: [names[year]] } : {}),
    rating: [rating],
    ...(date >= 0 ? { date: [names[date]] } : {}),
    ...(points === null ? {} : { pointsPerStar: points }),
    ...(kind ? { kindOf: (field) => kindNamed(field([kind])) } : {}),
    isUnrated: (text) => ratingOf(text) === 0 && !ratings.every((one) => ratingOf(one) <= 1),
    remedy: `Check the ratings in ${source.name}.`,
  };
}

/** Averages have more decimals than a person gives. */
function areAverages(ratings: readonly string[]): boolean {
  return (
    ratings.filter((rating) => DECIMALS.test(rating.trim()) && !/[.,]\d*?[05]0*$/.test(rating.trim()))
      .length >
    ratings.length / 3
  );
}

function column(names: readonly string[], body: readonly string[][], name: string): string[] {
  const place = names.indexOf(name);
  return body.map((row) => row[place] ?? "").filter((cell) => cell.trim() !== "");
}

/** By what the ratings say themselves, "8/10", or their name, "Rating10"; null where the highest of all has to tell. */
function pointsPerStar(name: string, ratings: readonly string[]): number | null {
  const said = ratings.map((rating) => OUT_OF.exec(rating.trim())?.[1]).find((end) => end !== undefined);
  const end = said ?? /(?:^|\D)(5|10|20|100)$/.exec(name)?.[1];
  return end === undefined ? null : Number(end) / STARS;
}
