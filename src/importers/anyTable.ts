import { ratingOf } from "../dataset/cells/ratingOf.ts";
import { unratedWords } from "../dataset/cells/unratedWords.ts";
import { namedColumn, plainName } from "../dataset/columns/columnNames.ts";
import { matrixOf } from "../dataset/columns/matrixTable.ts";
import { guessNouns } from "../dataset/nouns.ts";
import { DataFileError } from "../errors.ts";
import { excerpt } from "../files/excerpt.ts";
import type { TableHead } from "../files/TableHead.ts";
import type { Importer } from "./Importer.ts";
import { imdbNumberOf } from "./imdbNumber.ts";
import { kindNamed } from "./kinds.ts";
import type { OwnFile } from "./OwnFilm.ts";
import { columnOf, isDone, type OwnColumns, ownColumns, saysWatched } from "./ownColumns.ts";
import { scaleOf } from "./ratingScale.ts";
import { STARS_FOR_WATCHED } from "./stars.ts";

/** What such a table is called, where a service has a name. */
export const ANY = "your list";
/** Fewer rows say nothing of how often a title comes again. */
const LEAST_ROWS = 6;
/** In fewer rows, one user throughout may be chance. */
const LEAST_OF_ONE = 3;
/** With more, they are many people. */
const MOST_SHARING = 6;
/** Columns of marks beside those of what was liked. */
const LIKED = /^(?:i?liked?(?:it)?|loved?(?:it)?|thumbsup|up|good)$/;
const DISLIKED =
  /^(?:i?disliked?(?:it)?|(?:did|do)nt?ot?like(?:it)?|notliked|hated?(?:it)?|thumbsdown|down|bad)$/;
/** Columns of lists of things that are not films, books, games or anime. */
const OTHER_THINGS =
  /^(?:rym)?album|^artists?(?:name)?$|^band$|^track(?:name)?$|^song(?:name)?$|^brewery|^winery|^vintage$|^beer|^wine|^restaurant|^podcast|^recipe|^dish$|^meal$|^course(?:name)?$|^hotel|^coffee|^whisk|^perfume|^fragrance|^cigar|^cheese|^(?:geometry)?coordinates|^lat(?:itude)?$/;
/** Columns of what each rating is out of. */
const OUT_OF =
  /^(?:rating|score)?(?:outof|(?:max|maximum|highest|best)(?:rating|score|points|stars)?|ratingscale|scoremax|ratingmax)$/;
/** A number that is somebody's who is named beside it. */
const NUMBER = /^(?:media|external)id$|^identifier$/;
/** What ids are in, in JSON. */
const IDS = /^(?:external_?|unique_?|provider_?)?ids?\./i;
/** "1995 - Heat", "(1995) Heat" */
const YEAR_IN_FRONT = /^[([]?((?:18|19|20)\d\d)(?:[)\]]\s*[-–:]?|\s*[-–:])\s+(\S.*)$/;
/** "Heat, 1995", "Heat [1995]", "Heat - 1995" */
const WITH_YEAR = /^(.*\S)(?:\s*[,–-]\s*|\s*\[\s*)((?:18|19|20)\d\d)\]?$/;

/**
 * Any table with titles and ratings, or when they were watched or listed, of one person: one without a column of
 * users, or with the same user throughout. Spreadsheets, and the services that have no importer of their own. Null if
 * this is none.
 * @param rater the column that is the person's own, where several people have one
 * @param areAllMine whether the person says that all of it is their own, whatever it looks like
 */
export function anyTable(
  header: readonly string[],
  body: readonly string[][],
  { source, ...head }: TableHead,
  { rater, areAllMine = false }: { rater?: string | undefined; areAllMine?: boolean } = {},
): Importer | null {
  const names = header.map(plainName);
  const user = areAllMine ? -1 : namedColumn(header, "user");
  if (user >= 0 && !areOfOne(columnOf(body, user))) return null;
  const places = ownColumns(header, body, areAllMine);
  if (!places) return null;
  const { title, titles, watched, listed, kind } = places;
  const raters = places.raters.length > 0 && !isOfMany({ source, ...head }) ? places.raters : [];
  const rating = ratingPlace(places.rating, raters, header, rater);
  const isAsked = rating < 0 && raters.length > 0;
  if (rating < 0 && watched < 0 && !isAsked && (user >= 0 ? kind < 0 : listed < 0)) return null;
  if (rating >= 0 && areBeside(names, body, [title, rating])) {
    throw new DataFileError(
      `${source.name} has several lists beside each other, each with ${excerpt(header[title])} and ${excerpt(header[rating])}. Save each as a file of its own and open yours.`,
    );
  }
  const isOfOthers = names.some((name) => OTHER_THINGS.test(name));
  const kinds = kind < 0 ? [] : columnOf(body, kind);
  const isOfAnime = kinds.length > 0 && kinds.every((cell) => /^anime$/i.test(cell.trim()));
  const named = thingsNamed([header[title], ...header, source.name]);
  const of = isOfOthers ? "others" : isOfAnime ? "anime" : named;
  if (!areTitles(body, title, of === "films" ? kind : -1)) return null;
  const beside = header.map((name) => besideTitle(name, header[title]));
  const year = namedColumn(beside, "year");
  const date = watched >= 0 ? watched : namedColumn(header, "timestamp");
  return {
    name: ANY,
    files: "",
    of,
    signature: [],
    title: [names[title]],
    otherTitle: titles.map((place) => names[place]),
    ...(user >= 0 ? { profile: [names[user]] } : {}),
    ...(year >= 0 ? { year: [names[year]] } : {}),
    ...(date >= 0 ? { date: [names[date]] } : {}),
    ...idsIn(names, beside),
    ...(places.rating < 0 && rating >= 0
      ? { assumed: `Points under ${excerpt(header[rating])} are read as ratings.` }
      : {}),
    ...(places.mayBeAverages ? { mayBeAverages: true } : {}),
    ...(isAsked ? { raters: raters.map((place) => header[place]) } : {}),
    ...kindsIn(places, names, of),
    ...watchedIn({ ...places, rating }, names),
    ...datedTitles(columnOf(body, title)),
    ...(rating < 0 ? {} : ratingsIn(header, body, rating, head.isOfGrades === true)),
    remedy: `Check the ratings in ${source.name}.`,
  };
}

/** The name of a column as it is called within what the title is in: "film.ids.imdb" is "imdb" beside "film.title". */
function besideTitle(name: string, title: string): string {
  const around = title.slice(0, title.lastIndexOf(".") + 1);
  return name.startsWith(around) ? name.slice(around.length).replace(IDS, "") : name;
}

/** A matrix of a few people's ratings beside titles is a list that they share: one of them is asking. */
function isOfMany(head: TableHead): boolean {
  const matrix = matrixOf(head);
  if (!matrix) return false;
  return matrix.orientation !== "items in rows" || matrix.to - matrix.from > MOST_SHARING;
}

/** Whether columns of the same names come again with other cells, as where a second person's list stands beside the first. */
function areBeside(names: readonly string[], body: readonly string[][], columns: readonly number[]): boolean {
  const again = columns.map((place) => names.indexOf(names[place], place + 1));
  return (
    again.every((place) => place >= 0) &&
    body.some((row) => columns.some((place, i) => (row[place] ?? "") !== (row[again[i]] ?? "")))
  );
}

/** Of ratings under people's names, those of the only one, or of the one who was chosen. */
function ratingPlace(
  named: number,
  raters: readonly number[],
  header: readonly string[],
  chosen: string | undefined,
): number {
  if (named >= 0 || raters.length === 0) return named;
  return raters.length === 1 ? raters[0] : (raters.find((place) => header[place] === chosen) ?? -1);
}

function areOfOne(users: readonly string[]): boolean {
  return users.length >= LEAST_OF_ONE && new Set(users).size === 1;
}

/** What the rows are about, by the names of the columns and of the file; a number of a shop says nothing of it. */
function thingsNamed(names: readonly string[]): OwnFile["of"] {
  for (const name of names) {
    const { many } = guessNouns([name]);
    if (many === "films" || many === "books" || many === "games" || many === "anime") return many;
  }
  return "films";
}

/** Words, and of one person's films hardly any is there twice; episodes bear the name of their series. */
function areTitles(body: readonly string[][], title: number, kind: number): boolean {
  const films = body.filter((row) => kind < 0 || kindNamed(row[kind] ?? "") === "film");
  const titles = columnOf(films.length > 0 ? films : body, title);
  if (titles.length === 0 || titles.every((text) => !/\p{L}/u.test(text))) return false;
  return films.length === 0 || titles.length < LEAST_ROWS || new Set(titles).size > titles.length / 2;
}

/** Where the films' numbers in other catalogues are. */
function idsIn(names: readonly string[], beside: readonly string[]): Partial<Importer> {
  const imdb = namedColumn(beside, "imdb");
  const tmdb = namedColumn(beside, "tmdb");
  const numbered = names.includes("source") ? names.findIndex((name) => NUMBER.test(name)) : -1;
  return {
    ...(imdb >= 0 ? { imdb: [names[imdb]] } : {}),
    ...(tmdb >= 0 ? { tmdb: [names[tmdb]] } : {}),
    ...(tmdb < 0 && numbered >= 0 ? { tmdb: [names[numbered]], numberedBy: ["source"] } : {}),
  };
}

/** The ratings in a column, their scale, and the columns beside it that say more of them. */
function ratingsIn(
  header: readonly string[],
  body: readonly string[][],
  rating: number,
  isOfGrades: boolean,
): Partial<Importer> {
  const names = header.map(plainName);
  const ratings = columnOf(body, rating);
  const outOf = names.findIndex((name, place) => place !== rating && OUT_OF.test(name));
  // Beside ones, zeros are dislikes.
  const areMarks = ratings.every((one) => ratingOf(one) <= 1) && ratings.some((one) => ratingOf(one) > 0);
  const disliked = LIKED.test(names[rating]) ? names.findIndex((name) => DISLIKED.test(name)) : -1;
  const words = unratedWords(ratings, ratingOf);
  return {
    rating: [names[rating]],
    isUnrated: (text) => words.has(text.trim()) || ratingOf(text) < 0 || (ratingOf(text) === 0 && !areMarks),
    ...scaleOf(header[rating], ratings, isOfGrades),
    ...(disliked >= 0 ? { disliked: [names[disliked]] } : {}),
    ...(outOf >= 0 ? { outOf: [names[outOf]], pointsPerStar: 1, highest: undefined } : {}),
  };
}

function kindsIn(
  { kind, isOfSeries }: OwnColumns,
  names: readonly string[],
  of: OwnFile["of"],
): Partial<Importer> {
  if (isOfSeries) return { kindOf: () => "other" };
  return kind < 0 || of !== "films" ? {} : { kindOf: (field) => kindNamed(field([names[kind]])) };
}

/** What rows without a rating say: that a film was watched, or nothing. */
function watchedIn(
  { rating, watched, status, listed }: OwnColumns,
  names: readonly string[],
): Partial<Importer> {
  const wasWatched: Importer["wasWatched"] = (field) =>
    (watched >= 0 && saysWatched(field([names[watched]]))) || (status >= 0 && isDone(field([names[status]])));
  if (watched >= 0 || status >= 0)
    return { wasWatched, ...(rating < 0 ? { watchedAs: STARS_FOR_WATCHED } : {}) };
  // A history of one user, else a list, of which the person is asked what it stands for.
  return rating < 0 && listed < 0 ? { watchedAs: STARS_FOR_WATCHED } : {};
}

/** Where nearly all titles end in a year that is not in brackets, or begin with one, or are IMDb's numbers in addresses. */
function datedTitles(titles: readonly string[]): Pick<Importer, "titleOf"> {
  const areMost = (is: (text: string) => boolean) => titles.filter(is).length > titles.length * 0.8;
  const match = (pattern: RegExp) => areMost((text) => pattern.test(text.trim()));
  if (areMost((text) => imdbNumberOf(text) !== null))
    return { titleOf: (text) => imdbNumberOf(text) ?? text.trim() };
  if (match(WITH_YEAR)) return { titleOf: (text) => text.trim().replace(WITH_YEAR, "$1 ($2)") };
  return match(YEAR_IN_FRONT) ? { titleOf: (text) => text.trim().replace(YEAR_IN_FRONT, "$2 ($1)") } : {};
}
