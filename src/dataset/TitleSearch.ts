import MiniSearch from "minisearch";
import type { CatalogueItem } from "./Catalogue.ts";
import { fold } from "./fold.ts";

interface Entry {
  id: number;
  title: string;
  alternativeTitles: string;
  year: string;
}

/** Finds items by part of a title: accents, case and small slips aside, well-known ones first. */
export class TitleSearch {
  readonly #index = new MiniSearch<Entry>({
    fields: ["title", "alternativeTitles", "year"],
    tokenize: wordsOf,
    processTerm: (word) => word,
    searchOptions: { boost: { title: 2 }, combineWith: "AND" },
  });
  /** The words of each item's titles. */
  readonly #words: string[][][];
  readonly #fame: Float64Array;

  /** @param popularity of each item: how many ratings it has */
  constructor(items: readonly CatalogueItem[], popularity: Int32Array) {
    this.#fame = Float64Array.from(popularity, (count) => Math.log2(2 + count));
    this.#words = items.map(({ title, alternativeTitles }) => [title, ...alternativeTitles].map(wordsOf));
    this.#index.addAll(
      items.map(({ title, alternativeTitles, year }, id) => ({
        id,
        title,
        alternativeTitles: alternativeTitles.join(" / "),
        year: year === null ? "" : String(year),
      })),
    );
  }

  /** Rows of the best matches: words and beginnings of words, then parts of words, then words with a slip. */
  search(text: string, limit: number): number[] {
    const wanted = wordsOf(text).join("");
    if (wanted === "") return [];
    const found = new Set(this.#matches(text, wanted, false));
    if (found.size < limit) for (const row of this.#containing(wanted)) found.add(row);
    if (found.size < limit) for (const row of this.#matches(text, wanted, true)) found.add(row);
    return [...found].slice(0, limit);
  }

  #matches(text: string, wanted: string, fuzzy: boolean): number[] {
    const isWhole = (words: string[]) => {
      const title = words.join("");
      return title === wanted || title === `the${wanted}`;
    };
    const boostDocument = (row: number) => this.#fame[row] * (this.#words[row].some(isWhole) ? 2 : 1);
    return this.#index
      .search(text, { prefix: true, fuzzy: fuzzy ? 0.2 : false, boostDocument })
      .map(({ id }) => Number(id));
  }

  /** "atrix" is in "The Matrix", "spiderman" in "Spider-Man", but "leon" is not in "Miracle on 34th Street". */
  #containing(wanted: string): number[] {
    const isIn = (words: string[]) =>
      words.some(
        (word, place) =>
          word.includes(wanted) ||
          (wanted.startsWith(word) && words.slice(place).join("").startsWith(wanted)),
      );
    const rows = this.#words.flatMap((titles, row) => (titles.some(isIn) ? [row] : []));
    return rows.sort((a, b) => this.#fame[b] - this.#fame[a]);
  }
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
