import { SkippedRows } from "../../files/SkippedRows.ts";
import type { OnRow } from "../../files/text/CsvDecoder.ts";
import { cellAt } from "../cells/cellAt.ts";
import { type FilmIds, filmIds } from "../cells/filmIds.ts";
import { type Column, placeOf } from "../columns/TableForm.ts";

const REMEDY = "Expected one film per line: movieId,imdbId,tmdbId.";

/** Takes the rows of a table of what IMDb and TMDb call the items, such as MovieLens' links.csv. */
export class LinksReader {
  readonly skipped: SkippedRows;
  readonly #item: number;
  readonly #imdb: number;
  readonly #tmdb: number;
  readonly #links = new Map<string, FilmIds>();

  constructor(file: string, columns: readonly Column[]) {
    this.skipped = new SkippedRows(file);
    this.#item = placeOf(columns, "item");
    this.#imdb = placeOf(columns, "imdb");
    this.#tmdb = placeOf(columns, "tmdb");
  }

  readonly take: OnRow = (fields, line, broken) => {
    if (broken) return this.skipped.add(line, "unclosed quote");
    const id = cellAt(fields, this.#item).trim();
    if (id === "") return this.skipped.add(line, "missing id");
    this.#links.set(id, filmIds(cellAt(fields, this.#imdb), cellAt(fields, this.#tmdb)));
  };

  /** @throws DataFileError if too little of it could be read. */
  finish(): ReadonlyMap<string, FilmIds> {
    this.skipped.check(this.#links.size, REMEDY);
    return this.#links;
  }
}
