import { ownText } from "../../files/ownText.ts";
import type { CatalogueItem, Nouns } from "../Catalogue.ts";
import { cellAt } from "../cells/cellAt.ts";
import { filmIds } from "../cells/filmIds.ts";
import { decodeTitle, parseTitle } from "../cells/title.ts";
import { type Column, placeOf } from "../columns/TableForm.ts";
import { FILMS } from "../nouns.ts";
import { Labels } from "./Labels.ts";

export interface Description extends Omit<CatalogueItem, "id"> {
  /** Names of tags, as in `ItemTags`. */
  tags: readonly string[];
}

/** Reads off a row what it tells of the item in it. */
export class ItemDescriptions {
  readonly #title: number;
  readonly #isRest: boolean;
  readonly #year: number;
  readonly #imdb: number;
  readonly #tmdb: number;
  readonly #labels: Labels;
  readonly #tags: Labels;
  readonly #areFilms: boolean;

  constructor(columns: readonly Column[], nouns: Nouns) {
    this.#title = placeOf(columns, "title");
    this.#isRest = columns[this.#title]?.isRest ?? false;
    this.#year = placeOf(columns, "year");
    this.#imdb = placeOf(columns, "imdb");
    this.#tmdb = placeOf(columns, "tmdb");
    this.#labels = Labels.ofFeatures(columns);
    this.#tags = Labels.ofTags(columns);
    this.#areFilms = nouns.one === FILMS.one;
  }

  /** Whether a row tells more than which item it is about. */
  get areAny(): boolean {
    return this.#title >= 0 || this.#year >= 0 || !this.#labels.isEmpty || !this.#tags.isEmpty;
  }

  /** @param id stands in for a title that is not there */
  of(id: string, fields: readonly string[]): Description {
    const written = this.#isRest ? fields.slice(this.#title).join(",") : cellAt(fields, this.#title);
    const given = ownText(decodeTitle(written.trim()));
    // Years and other titles stand in brackets behind the titles of films; with other things brackets are anything.
    const parsed =
      given !== "" && this.#areFilms
        ? parseTitle(given)
        : { title: given === "" ? id : given, alternativeTitles: [], year: null };
    const year = yearOf(cellAt(fields, this.#year));
    return {
      ...parsed,
      year: year ?? parsed.year,
      genres: this.#labels.of(fields),
      tags: this.#tags.of(fields),
      ...filmIds(cellAt(fields, this.#imdb), cellAt(fields, this.#tmdb)),
    };
  }
}

/** Of a year, or of a date in any order. */
function yearOf(text: string): number | null {
  const found = /^\s*(\d{4})(?:\.0)?\s*$/.exec(text) ?? /(?<!\d)((?:18|19|20)\d\d)(?!\d)/.exec(text);
  return found && Number(found[1]) > 0 ? Number(found[1]) : null;
}
