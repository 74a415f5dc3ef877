import { filmIds } from "../dataset/cells/filmIds.ts";
import { ratingOf, isUnrated as saysNothing } from "../dataset/cells/ratingOf.ts";
import { decodeTitle, parseTitle } from "../dataset/cells/title.ts";
import { isSummary } from "../dataset/columns/columnNames.ts";
import { unratedValues } from "../dataset/reading/unrated.ts";
import { excerpt } from "../files/excerpt.ts";
import { ownText } from "../files/ownText.ts";
import { SkippedRows } from "../files/SkippedRows.ts";
import type { OnRow } from "../files/text/CsvDecoder.ts";
import { ANY } from "./anyTable.ts";
import type { Field, Importer, RowKind } from "./Importer.ts";
import { ANSWERS } from "./matineeColumns.ts";
import { beginningOf } from "./netflix.ts";
import type { OwnFile, OwnFilm } from "./OwnFilm.ts";
import { type OwnTable, placeOf } from "./ownTable.ts";
import { pointsPerStarOf, STARS_FOR_LIKED, STARS_FOR_WATCHED, starsOf } from "./stars.ts";

const STARS = 5;
/** Fewer ratings may be low ones of a scale that goes on above them. */
const LEAST_TO_TELL = 5;

interface Row {
  film: OwnFilm;
  line: number;
  written: string;
  rating: number;
  field: Field;
}

/** Takes the rows of a table of one person's ratings. */
export class OwnReader {
  readonly skipped: SkippedRows;
  readonly #table: OwnTable;
  readonly #profile: string | null;
  readonly #rows: Row[] = [];
  readonly #beginnings = new Map<string, number>();
  readonly #minutes = new Map<string, number>();
  /** Films of rows that say that these were watched, and not how they were liked. */
  readonly seen: OwnFilm[] = [];
  #unrated = 0;
  #notFilms = 0;

  /** @param profile whose rows are read, where a household shares the file */
  constructor(table: OwnTable, profile: string | null) {
    this.#table = table;
    this.#profile = profile;
    this.skipped = new SkippedRows(table.head.source.name);
  }

  readonly take: OnRow = (fields, line, broken) => {
    const { importer, columns, unratedAs } = this.#table;
    if (broken) return this.skipped.add(line, "unclosed quote");
    const field: Field = (names = []) => {
      const place = placeOf(columns, names);
      return place < 0 ? "" : (fields[place] ?? "").trim();
    };
    const anyField = (names: readonly string[]) =>
      names.map((name) => field([name])).find((text) => text !== "") ?? "";
    if (this.#profile !== null && field(importer.profile) !== this.#profile) return;
    const needed = [...importer.title, ...(importer.rating ?? [])].map((name) => columns.indexOf(name));
    if (
      fields.length <= Math.min(Math.max(...needed), columns.length - 1) &&
      fields.length < columns.length
    ) {
      return this.skipped.add(line, "too few columns");
    }
    const written = anyField(importer.title);
    if (importer.name === ANY && isSummary(written) && field(importer.year) === "")
      return this.skipped.add(line, "a total, not a film");
    const rating = field(importer.rating);
    const saysSomething = !saysNothing(rating) || Number.isFinite(importer.ratingOf?.(rating));
    const isUnrated = !saysSomething || (importer.isUnrated?.(rating) ?? false);
    const other = isUnrated ? ratingOf(field(importer.otherRating?.rating)) : Number.NaN;
    const isDisliked = isUnrated && isMarked(field(importer.disliked));
    const isRated = !isUnrated || other > 0 || isDisliked;
    const watchedAs = importer.wasWatched?.(field) === false ? undefined : (unratedAs ?? importer.watchedAs);
    const isTmdb = !importer.numberedBy || /^(?:tmdb|themoviedb)$/i.test(field(importer.numberedBy));
    const title = decodeTitle(importer.titleOf?.(written) ?? written);
    this.#count(title, field);
    this.#rows.push({
      line,
      written: rating,
      field,
      rating: isDisliked
        ? 0
        : (this.#ratingIn(rating, isUnrated, other, Number(field(importer.outOf))) ??
          watchedAs ??
          Number.NEGATIVE_INFINITY),
      film: {
        title: ownText(title),
        otherTitle: ownText(field(importer.otherTitle)),
        year: yearOf(field(importer.year)) ?? parseTitle(title).year,
        id: field(importer.id) === "" ? null : ownText(field(importer.id)),
        stars: 0,
        isRated,
        ratedAt: timeOf(field(importer.date)),
        isSeries: false,
        ...filmIds(field(importer.imdb), isTmdb ? field(importer.tmdb) : ""),
      },
    });
  };

  /** Null where there is none. */
  #ratingIn(rating: string, isUnrated: boolean, other: number, outOf: number): number | null {
    const { pointsPerStar = 1, otherRating, ratingOf: own = ratingOf } = this.#table.importer;
    if (!isUnrated) return outOf > 0 ? (own(rating) / outOf) * STARS : own(rating);
    return other > 0 && otherRating ? (other / otherRating.pointsPerStar) * pointsPerStar : null;
  }

  /** Whether there is nothing below the header. */
  get isEmpty(): boolean {
    return this.#rows.length === 0 && this.skipped.count === 0;
  }

  /** The ratings, where nothing but these tells what they are out of. */
  get points(): number[] {
    const { importer } = this.#table;
    const isTold =
      importer.pointsPerStar !== undefined || (importer.signature.length > 0 && !importer.isOfAnyScale);
    const given = this.#rows.filter(({ film, rating }) => film.isRated && Number.isFinite(rating));
    return isTold ? [] : given.map(({ rating }) => rating);
  }

  /**
   * @param alike the ratings in other files of the same columns: a few alone do not tell what they are out of
   * @throws DataFileError if too little of it could be read.
   */
  finish(alike: readonly number[] = []): OwnFile {
    const { importer, head } = this.#table;
    const marked = this.#withoutMarks();
    const own = this.points;
    const told = importer.pointsPerStar ?? (own.length === 0 ? 1 : undefined);
    const points = told ?? pointsPerStarOf(own.length < LEAST_TO_TELL ? [...own, ...alike] : own);
    const films = this.#rows.flatMap((row) => this.#filmOf(row, points) ?? []);
    const read = films.length + this.seen.length + this.#unrated + this.#notFilms;
    const isExport = importer.name !== ANY;
    this.skipped.check(
      read,
      isExport
        ? `Export again from ${importer.name} and open it unchanged.`
        : "Correct these rows and open it again.",
    );
    return {
      file: head.source.name,
      source: importer.name,
      of: importer.of,
      films,
      unrated: this.#unrated,
      notFilms: this.#notFilms,
      outOf: 5 * points,
      assumptions: [...marked, ...this.#assumed(5 * points)].map((sentence) => ({
        sentence,
        instead: null,
      })),
      encodings: head.possibleEncodings,
    };
  }

  /** Numbers such as 99 among points of 5 or 10 are not ratings; says so. */
  #withoutMarks(): string[] {
    const { importer, head } = this.#table;
    const given = this.#rows.filter(({ film, rating }) => film.isRated && Number.isFinite(rating));
    const { values, sentence } = unratedValues(
      head.source.name,
      Float32Array.from(given, ({ rating }) => rating),
      "ratings",
      importer.name === ANY ? undefined : [],
    );
    for (const row of given) {
      if (!values.includes(row.rating)) continue;
      row.film.isRated = false;
      row.rating = Number.NEGATIVE_INFINITY;
    }
    return sentence ? [sentence] : [];
  }

  #assumed(outOf: number): string[] {
    const { importer, head } = this.#table;
    const { name } = head.source;
    if (importer.isOfAnyScale) return [`The scores in ${name} are taken to be out of ${outOf}.`];
    const said = importer.assumed ? [importer.assumed] : [];
    if (importer.name !== ANY) {
      const isRated = this.#rows.some(({ written }) => written !== "");
      return isRated ? [...said, ...converted(importer)] : said;
    }
    const whose = importer.profile ? "ratings of one user only" : "titles and ratings and no users";
    if (importer.rating)
      return [...said, `${name} has ${whose}, so they are read as yours, out of ${outOf}.`];
    if (this.#table.answer) return [];
    return this.#table.unratedAs === STARS_FOR_LIKED
      ? [`${name} says which films were liked and not how much, so each counts as ${STARS_FOR_LIKED} stars.`]
      : [
          `${name} says which films were watched and not how they were liked, so each counts as ${STARS_FOR_WATCHED} stars.`,
        ];
  }

  #filmOf({ film, line, written, rating, field }: Row, pointsPerStar: number): OwnFilm | null {
    const { importer } = this.#table;
    const kind: RowKind =
      importer.kindOf?.(field, { beginnings: this.#beginnings, minutes: this.#minutes }) ?? "film";
    if (kind === "other") {
      this.#notFilms++;
      return null;
    }
    const answer = ANSWERS.find((one) => one === field(importer.answer));
    if (answer !== undefined && film.title !== "") return { ...film, isRated: true, answer };
    if (this.#table.answer && film.title !== "") return { ...film, answer: this.#table.answer };
    if (rating === Number.NEGATIVE_INFINITY) {
      const isSeen = importer.wasWatched?.(field) === true && film.title !== "";
      if (isSeen && kind === "film") this.seen.push({ ...film, answer: "seen" });
      else this.#unrated++;
      return null;
    }
    // A day of a diary on which nothing was watched.
    if (film.title === "" && !film.isRated) {
      this.#unrated++;
      return null;
    }
    if (film.title === "") {
      this.skipped.add(line, "missing title");
      return null;
    }
    const stars = film.isRated ? starsOf(rating, pointsPerStar) : rating;
    if (stars === null) {
      this.skipped.add(
        line,
        `rating ${excerpt(written)} isn't between ${0.5 * pointsPerStar} and ${5 * pointsPerStar}`,
      );
      return null;
    }
    return { ...film, stars, isSeries: kind === "series" };
  }

  #count(title: string, field: Field): void {
    const minutes = this.#table.importer.minutesOf?.(field);
    if (minutes !== undefined) this.#minutes.set(title, (this.#minutes.get(title) ?? 0) + minutes);
    const beginning = beginningOf(title);
    if (beginning !== "") this.#beginnings.set(beginning, (this.#beginnings.get(beginning) ?? 0) + 1);
  }
}

/** How a service's scale became stars, where it is another. */
function converted({ name, pointsPerStar = 1 }: Importer): string[] {
  if (pointsPerStar === 1) return [];
  return pointsPerStar === 2
    ? [`${name} scores are halved (7 = 3.5 stars).`]
    : [`${name} scores out of ${STARS * pointsPerStar} become stars (${3.5 * pointsPerStar} = 3.5 stars).`];
}

/** "x", "yes", "👎" */
function isMarked(text: string): boolean {
  return !saysNothing(text) && !/^(?:0|no?|false)$/i.test(text);
}

/** Of a year, or of the date of a release; in databases this is seconds since 1970, or milliseconds. */
function yearOf(text: string): number | null {
  if (/^-?\d{8,13}$/.test(text)) {
    const at = new Date(Number(text) * (text.length > 11 ? 1 : 1000));
    return isCompactDate(text) ? Number(text.slice(0, 4)) : at.getUTCFullYear();
  }
  const found = /^(\d{4})(?:\.0)?$/.exec(text) ?? /(?<!\d)((?:18|19|20)\d\d)(?!\d)/.exec(text);
  return found ? Number(found[1]) : null;
}

/** "19990331" */
function isCompactDate(text: string): boolean {
  return /^(?:18|19|20)\d\d(?:0\d|1[0-2])(?:[0-2]\d|3[01])$/.test(text);
}

/** Dates that begin with the year; others depend on the country. */
function timeOf(text: string): number | null {
  const date = /^(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ](\S+))?/.exec(text);
  if (date === null) return null;
  const [, year, month, day, time = "00:00:00Z"] = date;
  const at = Date.parse(`${year}-${month}-${day}T${/[Z+-]/.test(time) ? time : `${time}Z`}`);
  return Number.isNaN(at) ? null : at;
}
