import type { CatalogueItem } from "../dataset/Catalogue.ts";
import { parseTitle } from "../dataset/cells/title.ts";
import { editDistance } from "../editDistance.ts";
import type { OwnFilm } from "./OwnFilm.ts";
import { LEAST_PART, looseKey, looseWords, strictKey, type TitlePart, titleParts } from "./titleKeys.ts";

/** The rows that a film may be: none, one for sure, or some to choose from, the likeliest first. */
export interface Match {
  sure: boolean;
  rows: number[];
  /** How far it is from being the same title of the same year; smaller is nearer. */
  distance: number;
}

interface Known {
  key: string;
  numbers: string;
  words: ReadonlySet<string>;
}

interface Candidate {
  row: number;
  distance: number;
  sure: boolean;
}

/** Steps of likeness; years apart come on top. */
const SAME_ID = -1;
const SAME_TITLE = 0;
const LOOSELY_SAME = 1;
const SAME_PART = 2;
const ONE_LETTER = 3;
const ALIKE = 4;
const WORDS_SHARED = 5;
const UNLIKE = Number.POSITIVE_INFINITY;
const A_YEAR = 0.5;
/** Release dates of one film lie so far apart that it is worth asking; further, it is another film. */
const YEARS_TO_ASK = 3;
const MOST_CANDIDATES = 5;
/** Items learnt between two breaths. */
const AT_A_TIME = 500;
/** A slip in a shorter title makes another one. */
const LEAST_FOR_A_SLIP = 8;
const SHARE_OF_SLIPS = 0.2;
const SHARE_OF_WORDS = 0.6;
/** A title of one word without a year is sure if this many have rated the film of that name, of those who rated the best known. */
const WELL_KNOWN = 0.3;
/** Fewer letters stand in other titles by chance. */
const LEAST_FOR_ALL_WORDS = 12;
/** The only film of a name, where nothing says of which year it is meant to be: so old and little rated it is another. */
const OLD_UNTIL = 1985;
const LITTLE_RATED = 3;

/** "Beloved: A Novel" */
const GENRE_BEHIND = /:\s+an? (?:novel|novella|memoir|thriller|mystery|romance|biography|short story)$/i;

/** Finds the films of one's own files in a catalogue, however their titles are written. */
export class TitleMatcher {
  readonly #items: readonly CatalogueItem[];
  readonly #popularity: Int32Array;
  readonly #wellKnown: number;
  readonly #rowById: ReadonlyMap<string, number>;
  readonly #rowByImdb = new Map<string, number>();
  readonly #rowByTmdb = new Map<string, number>();
  readonly #strict = new Map<string, number[]>();
  readonly #loose = new Map<string, number[]>();
  readonly #parts = new Map<string, { row: number; telling: boolean }[]>();
  readonly #byYear = new Map<number, number[]>();
  readonly #byYearAndWord = new Map<string, number[]>();
  readonly #known: Known[][] = [];

  private constructor(items: readonly CatalogueItem[], popularity: Int32Array) {
    this.#items = items;
    this.#popularity = popularity;
    this.#wellKnown = Math.max(1, WELL_KNOWN * popularity.reduce((most, one) => Math.max(most, one), 0));
    this.#rowById = new Map(items.map(({ id }, row) => [id, row]));
  }

  /**
   * @param popularity of each item: how many ratings it has
   * @param breathe is called now and then, so that others have their turn
   */
  static async create(
    items: readonly CatalogueItem[],
    popularity: Int32Array,
    breathe: () => Promise<void>,
  ): Promise<TitleMatcher> {
    const matcher = new TitleMatcher(items, popularity);
    for (const [row, item] of items.entries()) {
      matcher.#known.push(matcher.#learn(item, row));
      if (row % AT_A_TIME === 0) await breathe();
    }
    return matcher;
  }

  match(film: OwnFilm): Match {
    const linked = this.#linked(film);
    if (linked !== undefined) return { sure: true, rows: [linked], distance: SAME_ID };
    const titles = titlesOf(film);
    const candidates = new Map<number, Candidate>();
    const add = (row: number, step: number, certain: boolean) => {
      const apart = yearsApart(film.year, this.#items[row].year);
      const most = step <= LOOSELY_SAME ? YEARS_TO_ASK : 1;
      // A beginning that comes again and again is a series, unless the whole title is that of a film.
      const isWhole = step <= LOOSELY_SAME;
      if (apart > most || (film.isSeries && (apart > 0 || (film.year === null && !isWhole)))) return;
      const distance = step + apart * A_YEAR;
      const known = candidates.get(row);
      if (known !== undefined && known.distance <= distance) return;
      candidates.set(row, { row, distance, sure: certain && this.#isSure(film, row, step, apart) });
    };

    const byId = film.id === null ? undefined : this.#rowById.get(film.id);
    for (const title of titles) {
      for (const row of this.#strict.get(strictKey(title)) ?? []) {
        if (row === byId) return { sure: true, rows: [row], distance: SAME_TITLE };
        add(row, SAME_TITLE, true);
      }
      for (const row of this.#loose.get(looseKey(title)) ?? []) add(row, LOOSELY_SAME, true);
      for (const { row, telling } of this.#parts.get(looseKey(title)) ?? []) add(row, SAME_PART, telling);
      for (const part of titleParts(title)) this.#addWhole(part, title, add);
    }
    if (candidates.size === 0 || [...candidates.values()].every(({ sure }) => !sure)) {
      this.#addAllWords(film, candidates);
    }
    if (candidates.size === 0) this.#addAlike(film, titles, add);
    if (byId !== undefined) add(byId, ALIKE, false);
    return this.#decide([...candidates.values()]);
  }

  /** By what IMDb or TMDb call it; TMDb counts series by themselves. */
  #linked({ imdbId, tmdbId, isSeries }: OwnFilm): number | undefined {
    const byImdb = imdbId === undefined ? undefined : this.#rowByImdb.get(imdbId);
    return byImdb ?? (tmdbId === undefined || isSeries ? undefined : this.#rowByTmdb.get(tmdbId));
  }

  /** The one film of that year with all words of the title in its own, in whatever part of it. */
  #addAllWords({ title, year, isSeries }: OwnFilm, candidates: Map<number, Candidate>): void {
    const words = [...known(title).words];
    if (year === null || isSeries || words.length < 3 || words.join("").length < LEAST_FOR_ALL_WORDS) return;
    const rows = (this.#byYearAndWord.get(`${year} ${words[0]}`) ?? []).filter((row) =>
      this.#known[row].some((other) => words.every((word) => other.words.has(word))),
    );
    if (rows.length === 1) candidates.set(rows[0], { row: rows[0], distance: LOOSELY_SAME, sure: true });
  }

  #learn({ title, alternativeTitles, year, imdbId, tmdbId }: CatalogueItem, row: number): Known[] {
    if (imdbId !== undefined) this.#rowByImdb.set(imdbId, row);
    if (tmdbId !== undefined) this.#rowByTmdb.set(tmdbId, row);
    const titles = new Set([title, ...alternativeTitles].filter((name) => strictKey(name) !== ""));
    if (year !== null) note(this.#byYear, year, row);
    return [...titles].map((name) => {
      const one = known(name);
      note(this.#strict, strictKey(name), row);
      note(this.#loose, one.key, row);
      for (const { key, telling } of titleParts(name)) note(this.#parts, key, { row, telling });
      for (const word of one.words) note(this.#byYearAndWord, `${year} ${word}`, row);
      return one;
    });
  }

  /** A longer title in the file than in the catalogue; its numbers may tell another film of a series. */
  #addWhole(
    part: TitlePart,
    whole: string,
    add: (row: number, step: number, certain: boolean) => void,
  ): void {
    const sameNumbers = numbersOf(part.key) === numbersOf(looseKey(whole));
    for (const row of this.#loose.get(part.key) ?? []) add(row, SAME_PART, part.telling && sameNumbers);
  }

  /** Titles of about that year that differ in a few letters or share most of their words. */
  #addAlike(
    film: OwnFilm,
    titles: string[],
    add: (row: number, step: number, certain: boolean) => void,
  ): void {
    if (film.year === null || film.isSeries) return;
    this.#addUndated(titles, add);
    for (const one of titles.map(known)) {
      for (let year = film.year - 1; year <= film.year + 1; year++) {
        for (const row of this.#nearby(one, year)) {
          const step = Math.min(...this.#known[row].map((other) => stepBetween(one, other)));
          if (step < UNLIKE) add(row, step, step === ONE_LETTER);
        }
      }
    }
  }

  /** Books and games have no years here: those whose title holds all words of this one, or the other way round. */
  #addUndated(titles: string[], add: (row: number, step: number, certain: boolean) => void): void {
    for (const { words } of titles.map(known)) {
      for (const word of words) {
        for (const row of this.#byYearAndWord.get(`null ${word}`) ?? []) {
          const isWithin = this.#known[row].some(
            (other) => isSubset(words, other.words) || isSubset(other.words, words),
          );
          if (isWithin) add(row, WORDS_SHARED, false);
        }
      }
    }
  }

  /** Rows of a year that share a word, since slips seldom spoil all; those of one word may share none. */
  #nearby({ words }: Known, year: number): Iterable<number> {
    if (words.size < 2) return this.#byYear.get(year) ?? [];
    return new Set([...words].flatMap((word) => this.#byYearAndWord.get(`${year} ${word}`) ?? []));
  }

  #isSure({ year, title, isSeries }: OwnFilm, row: number, step: number, apart: number): boolean {
    const item = this.#items[row];
    if (isSeries && year !== null) return false;
    if (year === null || item.year === null) {
      const isForgotten =
        item.year !== null && item.year <= OLD_UNTIL && this.#popularity[row] < LITTLE_RATED;
      const isTelling = looseWords(title).length > 1 || this.#popularity[row] >= this.#wellKnown;
      return step <= LOOSELY_SAME && isTelling && !isForgotten;
    }
    return step <= LOOSELY_SAME ? apart <= 1 : apart === 0;
  }

  #decide(candidates: Candidate[]): Match {
    const ranked = candidates.sort(
      (a, b) => a.distance - b.distance || this.#popularity[b.row] - this.#popularity[a.row],
    );
    if (ranked.length === 0) return { sure: false, rows: [], distance: UNLIKE };
    const [best, second] = ranked;
    const sure = best.sure && (second === undefined || second.distance > best.distance);
    return {
      sure,
      rows: sure ? [best.row] : ranked.slice(0, MOST_CANDIDATES).map(({ row }) => row),
      distance: best.distance,
    };
  }
}

/** The title as a whole and taken apart: "Seven (a.k.a. Se7en)" is "Seven" and "Se7en" too. */
function titlesOf({ title, otherTitle }: OwnFilm): string[] {
  const names = [title, otherTitle].filter((name) => name.trim() !== "");
  const all = names.flatMap((name) => {
    const parsed = parseTitle(name);
    return [name, parsed.title, ...parsed.alternativeTitles, name.replace(GENRE_BEHIND, "")];
  });
  return [...new Set(all)];
}

/** 0 where one of them is not known. */
function yearsApart(one: number | null, other: number | null): number {
  return one === null || other === null ? 0 : Math.abs(one - other);
}

function stepBetween(one: Known, other: Known): number {
  if (one.numbers === other.numbers) {
    const length = Math.min(one.key.length, other.key.length);
    const isShort = length < LEAST_FOR_A_SLIP;
    const most = isShort ? Number(length >= LEAST_PART) : Math.floor(length * SHARE_OF_SLIPS);
    const slips = slipsBetween(one.key, other.key, most);
    if (slips <= 1 && !isShort) return ONE_LETTER;
    if (slips <= most) return ALIKE;
  } else if (one.numbers !== "" && other.numbers !== "") return UNLIKE;
  return areMostlyShared(one.words, other.words) ? WORDS_SHARED : UNLIKE;
}

/** Slips leave the first letter or the last as it is; most pairs of titles share neither and need no counting. */
function slipsBetween(key: string, other: string, most: number): number {
  const sharesAnEnd = key[0] === other[0] || key.at(-1) === other.at(-1);
  return sharesAnEnd ? editDistance(key, other, most) : UNLIKE;
}

function known(title: string): Known {
  const words = looseWords(title);
  const key = words.join("");
  return { key, numbers: numbersOf(key), words: new Set(words) };
}

function numbersOf(key: string): string {
  return key.replace(/\D+/g, " ").trim();
}

function areMostlyShared(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one];
  if (fewer.size < 2) return false;
  let shared = 0;
  for (const word of fewer) if (more.has(word)) shared++;
  return shared === fewer.size || (shared >= 2 && shared / more.size >= SHARE_OF_WORDS);
}

function isSubset(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  for (const word of some) if (!all.has(word)) return false;
  return some.size > 0;
}

function note<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else if (known[known.length - 1] !== value) known.push(value);
}
