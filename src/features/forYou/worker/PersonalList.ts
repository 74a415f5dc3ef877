import type { OwnAnswer } from "../../../core/api/Film.ts";
import type { LoadedData } from "../../../core/worker/LoadedData.ts";
import { isDisliked, isLiked, type OwnStars } from "../../../core/worker/ownStars.ts";
import { seriesOf } from "../../../dataset/startingSet.ts";
import type { Ranked } from "../../../model/ItemIndex.ts";
import { MMR_POOL, mmr } from "../../../model/mmr.ts";
import { topItems } from "../../../model/scorer/topItems.ts";
import { cosine } from "../../../model/similarity.ts";
import { certainty } from "../../../ranking/certainty.ts";
import { diversityFor, fameOf, steered } from "../../../ranking/steering.ts";
import type { ListFigures, Sorting, Wishes } from "../api.ts";
import { FIRST_FILMS, SORTED } from "../firstFilms.ts";
import type { OwnScores } from "./OwnScores.ts";

/** How many films are chosen for variety; the rest follow by score. */
const VARIED = 240;
/** The likes that are left out in turn to see what carries a list: more take longer than a list may. */
const MOST_CARRIERS = 12;
/** What is on the list in a smaller share of resamples is a guess. */
const SURE = 0.5;
const BY_TITLE = new Intl.Collator("en-GB", { numeric: true });

/** One person's list under their steering, as long as the catalogue, and why each film is where it is. */
export class PersonalList {
  /** How many films there are in all. */
  readonly length: number;
  readonly #data: LoadedData;
  readonly #answers: OwnScores;
  readonly #wishes: Wishes;
  readonly #excluded: Int32Array;
  readonly #scores: Float32Array;
  readonly #fame: Float32Array | null;
  readonly #nearness: Float32Array | null;
  /** The best ones; the whole takes long to order and is seldom asked for. */
  readonly #best: Int32Array;
  #whole: Int32Array | null = null;
  #withoutLikes: { item: number; scores: Float32Array }[] | null = null;

  private constructor(
    data: LoadedData,
    answers: OwnScores,
    wishes: Wishes,
    plain: Float32Array,
    nearness: Float32Array | null,
  ) {
    this.#data = data;
    this.#answers = answers;
    this.#wishes = wishes;
    this.#fame = wishes.steering.popularity === 0 ? null : fameOf(data.ratingCounts);
    this.#nearness = nearness;
    this.#excluded = this.#leftOut();
    this.#scores = this.#steered(plain);
    this.length = this.#scores.length - this.#excluded.length;
    this.#best = this.#sorted(this.#varied(topItems(this.#scores, MMR_POOL, this.#excluded), VARIED));
  }

  /** @param answers of the person whose wishes they are */
  static async create(data: LoadedData, answers: OwnScores, wishes: Wishes): Promise<PersonalList> {
    const nearness = wishes.steering.familiarity === 0 ? null : await answers.nearness();
    return new PersonalList(data, answers, wishes, await answers.without([]), nearness);
  }

  /** The films from one place to before another, best first unless they are sorted otherwise. */
  between(from: number, to: number): Int32Array {
    if (to <= this.#best.length) return this.#best.subarray(from, to);
    this.#whole ??= this.#sorted(this.#varied(rankedBy(this.#scores, this.#excluded), VARIED));
    return this.#whole.subarray(from, to);
  }

  /** Up to two likes for each of these films, without which it would score lowest. */
  async becauseOf(items: Int32Array): Promise<string[][]> {
    const without = await this.#leavingLikesOut(items);
    return Array.from(items, (item) => {
      const losses = without
        .map((one) => ({ item: one.item, loss: this.#scores[item] - one.scores[item] }))
        .filter(({ loss }) => loss > 0)
        .sort((a, b) => b.loss - a.loss);
      // The second has to count for something beside the first.
      return losses
        .filter(({ loss }, place) => place === 0 || (place === 1 && loss > losses[0].loss / 3))
        .map((one) => this.#data.catalogue.items[one.item].title);
    });
  }

  /** The person's own answers that are nearest to a film, `n` at most. */
  nearest(item: number, n: number): OwnStars[] {
    return this.own
      .map((one) => ({ one, near: Math.abs(this.#cosine(one.item, item)) }))
      .sort((a, b) => b.near - a.near)
      .slice(0, n)
      .map(({ one }) => one);
  }

  /** How a film would stand if some of the answers had not been given: they are left out and it is scored again. */
  async without(left: readonly OwnStars[], item: number): Promise<{ score: number; place: number }> {
    const scores = this.#steered(await this.#answers.without(left));
    return { score: scores[item], place: this.#placeOf(item, scores) };
  }

  /**
   * Which of the first films are guesses: with other likes of the same taste they would not be there as a rule, nor
   * among the best where these are sorted.
   * @throws CancelledError if the signal stops it.
   */
  async guesses(signal: AbortSignal): Promise<number[]> {
    const head = this.#best.subarray(0, FIRST_FILMS);
    const likes = this.#likes();
    if (likes.length === 0) return [];
    const others = this.own.filter((one) => !isLiked(one));
    const { variety, sorting } = this.#wishes.steering;
    const among = sorting === "best" ? FIRST_FILMS : SORTED;
    const pool = variety > 0 ? MMR_POOL : among;
    const listFor = async (counts: Uint8Array) => {
      const counted = likes
        .map((like, i) => ({ ...like, times: counts[i] }))
        .filter(({ times }) => times > 0);
      const scores = this.#steered(await this.#answers.recommender.scores([...counted, ...others]));
      return this.#varied(topItems(scores, pool, this.#excluded), among).subarray(0, among);
    };
    const shares = await certainty(head, likes.length, listFor, { signal });
    return [...head].filter((_, place) => shares[place] < SURE);
  }

  score(item: number): number {
    return this.#scores[item];
  }

  place(item: number): number {
    return this.#placeOf(item, this.#scores);
  }

  get own(): readonly OwnStars[] {
    return this.#answers.own;
  }

  async figures(): Promise<ListFigures> {
    const head = this.#best.subarray(0, FIRST_FILMS);
    const counts = this.#data.ratingCounts;
    const likes = this.#likes();
    let pairs = 0;
    let likeness = 0;
    for (let a = 0; a < head.length; a++) {
      for (let b = a + 1; b < head.length; b++) {
        likeness += this.#cosine(head[a], head[b]);
        pairs++;
      }
    }
    const nearness = Array.from(head, (item) =>
      Math.max(...likes.map((like) => this.#cosine(item, like.item))),
    );
    return {
      ratings: median(Array.from(head, (item) => counts[item])),
      likeness: pairs === 0 ? null : likeness / pairs,
      nearness: likes.length === 0 || head.length === 0 ? null : mean(nearness),
      steadiness: await this.#steadiness(head),
      pushedOut: await this.#pushedOut(),
    };
  }

  async #steadiness(head: Int32Array): Promise<number | null> {
    const without = await this.#leavingLikesOut(head);
    if (without.length === 0) return null;
    const now = new Set(topItems(this.#scores, FIRST_FILMS, this.#excluded).items);
    const staying = without.map(
      ({ scores }) =>
        topItems(scores, FIRST_FILMS, this.#excluded).items.filter((item) => now.has(item)).length,
    );
    return mean(staying) / (now.size || 1);
  }

  async #pushedOut(): Promise<number> {
    const disliked = this.own.filter(isDisliked);
    if (disliked.length === 0) return 0;
    const scores = this.#steered(await this.#answers.without(disliked));
    const still = new Set(topItems(this.#scores, FIRST_FILMS, this.#excluded).items);
    return topItems(scores, FIRST_FILMS, this.#excluded).items.filter((item) => !still.has(item)).length;
  }

  #likes(): OwnStars[] {
    return this.own.filter(isLiked);
  }

  async #leavingLikesOut(items: Int32Array) {
    if (this.#withoutLikes) return this.#withoutLikes;
    const near = (like: OwnStars) => mean(Array.from(items, (item) => this.#cosine(like.item, item)));
    const candidates = this.#likes()
      .map((like) => ({ like, near: near(like) }))
      .sort((a, b) => b.near - a.near)
      .slice(0, MOST_CARRIERS);
    const without: { item: number; scores: Float32Array }[] = [];
    for (const { like } of candidates) {
      const scores = await this.#answers.without([like]);
      without.push({ item: like.item, scores: this.#steered(scores) });
    }
    this.#withoutLikes = without;
    return without;
  }

  /** What is answered already, and what the person wants none of. */
  #leftOut(): Int32Array {
    const { genres, withoutGenres, decades, withoutSequels, onlyWatchlist } = this.#wishes.steering;
    const rowsOf = (answers: readonly OwnAnswer[]) => answers.map(({ filmId }) => this.#data.row(filmId));
    const { answers } = this.#wishes;
    const answered = new Set([...this.own.map(({ item }) => item), ...rowsOf(answers)]);
    const kept = new Set(rowsOf(answers.filter(({ answer }) => answer === "watchlist")));
    const rated = withoutSequels ? this.own.filter(({ seen }) => seen) : [];
    const series = new Set(rated.map(({ item }) => seriesOf(this.#data.catalogue.items[item])));
    const isOut = (row: number): boolean => {
      const film = this.#data.catalogue.items[row];
      if (onlyWatchlist ? !kept.has(row) : answered.has(row)) return true;
      if (genres.length > 0 && !film.genres.some((genre) => genres.includes(genre))) return true;
      if (film.genres.some((genre) => withoutGenres.includes(genre))) return true;
      if (series.size > 0 && series.has(seriesOf(film))) return true;
      return decades.length > 0 && (film.year === null || !decades.includes(decadeOf(film.year)));
    };
    return Int32Array.from(this.#data.catalogue.items.keys()).filter(isOut);
  }

  #varied(ranked: Ranked, n: number): Int32Array {
    const diversity = diversityFor(this.#wishes.steering.variety);
    return mmr(ranked, (item) => this.#answers.recommender.vectors[item], { n, diversity });
  }

  #sorted(list: Int32Array): Int32Array {
    const { sorting } = this.#wishes.steering;
    if (sorting === "best") return list;
    const { items } = this.#data.catalogue;
    const counts = this.#data.ratingCounts;
    // What is of no known year comes last either way.
    const unknown = sorting === "newest" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    const yearOf = (item: number) => items[item].year ?? unknown;
    const order: Record<Exclude<Sorting, "best">, (a: number, b: number) => number> = {
      newest: (a, b) => yearOf(b) - yearOf(a) || 0,
      oldest: (a, b) => yearOf(a) - yearOf(b) || 0,
      popular: (a, b) => counts[b] - counts[a],
      title: (a, b) => BY_TITLE.compare(items[a].title, items[b].title),
    };
    const best = [...list.subarray(0, SORTED)].sort(order[sorting]);
    return Int32Array.from([...best, ...list.subarray(SORTED)]);
  }

  #steered(plain: Float32Array): Float32Array {
    return steered(plain, this.#wishes.steering, { fame: this.#fame, nearness: this.#nearness });
  }

  #placeOf(item: number, scores: Float32Array): number {
    const out = new Set(this.#excluded);
    let place = 1;
    for (let other = 0; other < scores.length; other++) {
      if (scores[other] > scores[item] && !out.has(other)) place++;
    }
    return place;
  }

  #cosine(one: number, other: number): number {
    return cosine(this.#answers.recommender.vectors[one], this.#answers.recommender.vectors[other]);
  }
}

export const decadeOf = (year: number) => Math.floor(year / 10) * 10;

function rankedBy(scores: Float32Array, excluded: Int32Array): Ranked {
  const out = new Set(excluded);
  const items = Int32Array.from(scores.keys())
    .filter((item) => !out.has(item))
    .sort((a, b) => scores[b] - scores[a] || a - b);
  return { items, scores: Float32Array.from(items, (item) => scores[item]) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
