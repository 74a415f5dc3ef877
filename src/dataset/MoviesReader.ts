import type { Columns } from "./Columns.ts";
import type { OnRow } from "./CsvDecoder.ts";
import { ownText } from "./ownText.ts";
import { SkippedRows } from "./SkippedRows.ts";
import { type ParsedTitle, parseTitle } from "./title.ts";

const REMEDY = "A file of films has one film a line, as movieId,title,genres.";
const NO_GENRES = "(no genres listed)";

export interface Movie extends ParsedTitle {
  genres: readonly string[];
}

/** Takes the rows of a file of films. */
export class MoviesReader {
  readonly skipped: SkippedRows;
  readonly #places: MoviesColumns;
  readonly #movies = new Map<string, Movie>();
  /** Films of the same genres share one list. */
  readonly #genres = new Map<string, string[]>([[NO_GENRES, []]]);

  constructor(file: string, columns: MoviesColumns) {
    this.#places = columns;
    this.skipped = new SkippedRows(file);
  }

  readonly take: OnRow = (fields, line, broken) => {
    const { item, title, genres } = this.#places;
    if (broken) return this.skipped.add(line, "a quote in it is not doubled");
    if (fields.length <= Math.max(item, title, genres)) {
      return this.skipped.add(line, "it has too few columns");
    }
    const id = ownText(fields[item].trim());
    const name = ownText(fields[title].trim());
    if (id === "" || name === "") return this.skipped.add(line, `its ${id === "" ? "id" : "title"} is empty`);
    this.#movies.set(id, {
      ...parseTitle(name),
      genres: genres < 0 ? [] : this.#genresOf(fields[genres].trim()),
    });
  };

  /** @throws DataFileError where too little of it could be read. */
  finish(): ReadonlyMap<string, Movie> {
    this.skipped.check(this.#movies.size, REMEDY);
    return this.#movies;
  }

  #genresOf(text: string): string[] {
    const known = this.#genres.get(text);
    if (known) return known;
    const own = ownText(text);
    const genres = [...new Set(own.split("|").map((genre) => genre.trim()))].filter((genre) => genre !== "");
    this.#genres.set(own, genres);
    return genres;
  }
}

/** Places of the columns of a table of films; -1 for `genres` where there is none. */
export interface MoviesColumns {
  item: number;
  title: number;
  genres: number;
}

export function moviesColumns(columns: Columns): MoviesColumns | null {
  const item = columns.find("movieid", "movie", "itemid", "item");
  const title = columns.find("title");
  return item < 0 || title < 0 ? null : { item, title, genres: columns.find("genres") };
}
