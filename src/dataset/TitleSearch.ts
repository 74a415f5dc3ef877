import MiniSearch from "minisearch";
import type { CatalogueItem } from "./Catalogue.ts";
import { fold } from "./cells/fold.ts";

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
    return this.find(text, limit).rows;
  }

  /** The same, and whether any of them is more than a guess at what was meant. */
  find(text: string, limit: number): { rows: number[]; isExact: boolean } {
    const wanted = wordsOf(text).join("");
    if (wanted === "") return { rows: [], isExact: false };
    const found = new Set(this.#matches(text, wanted));
    if (found.size < limit) for (const row of this.#containing(wanted)) found.add(row);
    const isExact = found.size > 0;
    if (found.size < limit) for (const row of this.#nearly(text)) found.add(row);
    return { rows: [...found].slice(0, limit), isExact };
  }

  /** Whole titles first, then titles that begin with the text, then others; of each the best known first. */
  #matches(text: string, wanted: string): number[] {
    const fit = (words: string[]) => {
      const title = words.join("").replace(/^the/, "");
      const asked = wanted.replace(/^the(?=.)/, "");
      return title === asked ? 2 : title.startsWith(asked) ? 1 : 0;
    };
    return this.#index
      .search(text, { prefix: true, fuzzy: false })
      .map(({ id }) => ({ row: Number(id), fit: Math.max(...this.#words[Number(id)].map(fit)) }))
      .sort((a, b) => b.fit - a.fit || this.#fame[b.row] - this.#fame[a.row])
      .map(({ row }) => row);
  }

  #nearly(text: string): number[] {
    const boostDocument = (row: number) => this.#fame[row];
    return this.#index.search(text, { prefix: true, fuzzy: 0.2, boostDocument }).map(({ id }) => Number(id));
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
