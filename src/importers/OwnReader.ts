import { parseTitle } from "../dataset/title.ts";
import type { OnRow } from "../files/CsvDecoder.ts";
import { excerpt } from "../files/excerpt.ts";
import { ownText } from "../files/ownText.ts";
import { SkippedRows } from "../files/SkippedRows.ts";
import { unguarded } from "../files/toCsv.ts";
import type { OwnFile, OwnFilm } from "./OwnFilm.ts";
import type { OwnTable } from "./ownTables.ts";
import { STARS_FOR_WATCHED, starsOf } from "./stars.ts";

/** Takes the rows of a table of one person's ratings. */
export class OwnReader {
  readonly skipped: SkippedRows;
  readonly #file: string;
  readonly #table: OwnTable;
  readonly #films: OwnFilm[] = [];
  #unrated = 0;
  #notFilms = 0;

  constructor(file: string, table: OwnTable) {
    this.#file = file;
    this.#table = table;
    this.skipped = new SkippedRows(file);
  }

  readonly take: OnRow = (fields, line, broken) => {
    const { source, title, otherTitle, year, rating, date, id, kind, pointsPerStar } = this.#table;
    if (broken) return this.skipped.add(line, "a quote in it is not doubled");
    if (fields.length <= Math.max(title, rating)) return this.skipped.add(line, "it has too few columns");
    const cell = (place: number) => fields[place] ?? "";
    const field = (place: number) => (source === "Matinee" ? unguarded(cell(place)) : cell(place)).trim();
    const name = field(title);
    const type = kindOf(field(kind));
    if (type === "other" || (source === "Netflix" && EPISODE.test(name))) {
      this.#notFilms++;
      return;
    }
    if (source !== "Netflix" && isUnrated(field(rating), source)) {
      this.#unrated++;
      return;
    }
    if (name === "") return this.skipped.add(line, "its title is empty");
    const stars = source === "Netflix" ? STARS_FOR_WATCHED : starsOf(field(rating), pointsPerStar);
    if (stars === null) {
      return this.skipped.add(
        line,
        `its rating ${excerpt(field(rating))} is no number from ${0.5 * pointsPerStar} to ${5 * pointsPerStar}`,
      );
    }
    this.#films.push({
      title: ownText(source === "Goodreads" ? withoutSeries(name) : name),
      otherTitle: ownText(field(otherTitle)),
      year: yearOf(field(year)) ?? parseTitle(name).year,
      id: field(id) === "" ? null : ownText(field(id)),
      stars,
      isRated: source !== "Netflix",
      ratedAt: timeOf(field(date)),
      isSeries: type === "series",
    });
  };

  /** @throws DataFileError where too little of it could be read. */
  finish(): OwnFile {
    const { source } = this.#table;
    const read = this.#films.length + this.#unrated + this.#notFilms;
    this.skipped.check(read, `Export it from ${source} once more, and open it as it comes.`);
    return {
      file: this.#file,
      source,
      films: this.#films,
      unrated: this.#unrated,
      notFilms: this.#notFilms,
    };
  }
}

/** As Netflix names an episode: series, season, episode. */
const EPISODE =
  /: (season|series|limited series|part|volume|chapter|book|collection|staffel|saison|temporada|stagione|sæson|säsong|seizoen)\b.*: /i;

/** IMDb's kinds, in the spellings of its older files too. */
function kindOf(text: string): "film" | "series" | "other" {
  const kind = text.toLowerCase().replace(/[^a-z]/g, "");
  if (/episode|game|music|podcast/.test(kind)) return "other";
  return /series/.test(kind) && !kind.includes("movie") ? "series" : "film";
}

/** Lists hold films without a rating; Goodreads writes 0. */
function isUnrated(rating: string, source: OwnTable["source"]): boolean {
  return rating === "" || (source === "Goodreads" && Number(rating) === 0);
}

/** "The Hunger Games (The Hunger Games, #1)" is "The Hunger Games". */
function withoutSeries(title: string): string {
  return title.replace(/\s*\([^()]*#[^()]*\)$/, "");
}

function yearOf(text: string): number | null {
  return /^\d{4}$/.test(text) ? Number(text) : null;
}

/** Dates that begin with the year; others depend on the country. */
function timeOf(text: string): number | null {
  const date = /^(\d{4})[-/](\d\d)[-/](\d\d)(T\S+)?/.exec(text);
  if (date === null) return null;
  const [, year, month, day, time = "T00:00:00Z"] = date;
  const at = Date.parse(`${year}-${month}-${day}${time}`);
  return Number.isNaN(at) ? null : at;
}
