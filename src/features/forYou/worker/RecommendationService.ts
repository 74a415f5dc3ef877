import type { OwnAnswer, OwnRating } from "../../../core/api/Film.ts";
import type { LoadedData } from "../../../core/worker/LoadedData.ts";
import type { OwnStars } from "../../../core/worker/ownStars.ts";
import type { Recommender } from "../../../core/worker/Recommender.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { toMapping } from "../../../dataset/matrices.ts";
import { ArgumentError, CancelledError } from "../../../errors.ts";
import type { Explanation, Facets, RecommendedFilm, RecommendedList, Wishes } from "../api.ts";
import { NEUTRAL } from "../neutral.ts";
import { carriersOf, keptBy } from "./carriers.ts";
import { OwnScores } from "./OwnScores.ts";
import { decadeOf, PersonalList } from "./PersonalList.ts";

const MOST_GENRES = 24;

/** Recommends to the visitor; the model itself does not change. */
export class RecommendationService {
  readonly #workspace: Workspace;
  #last: { key: string; list: PersonalList; answers: OwnScores } | null = null;
  #answers: { key: string; scores: OwnScores } | null = null;
  /** Aborted when another list is asked for. */
  #newer = new AbortController();
  #names: { data: LoadedData; names: string[] } | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** The top `count` items for these ratings. */
  async forRatings(
    ratings: OwnRating[],
    count: number,
    answers: OwnAnswer[] = [],
  ): Promise<RecommendedFilm[]> {
    const { films } = await this.list({ ratings, answers, steering: NEUTRAL }, 0, count);
    return films;
  }

  /** The films of a person's list from `from` on, `count` of them or what is left. */
  async list(wishes: Wishes, from: number, count: number): Promise<RecommendedList> {
    const { data } = this.#workspace;
    const list = await this.#listFor(wishes);
    const items = list.between(from, from + count);
    const becauseOf = await list.becauseOf(items);
    return {
      films: Array.from(items, (item, i) => ({
        ...this.#workspace.film(data, item),
        becauseOf: becauseOf[i],
      })),
      total: list.length,
      figures: await list.figures(),
    };
  }

  /** Ids of those among the first films of a list that are guesses; none where another list is asked for meanwhile. */
  async guesses(wishes: Wishes): Promise<string[]> {
    const { data } = this.#workspace;
    const list = await this.#listFor(wishes);
    try {
      const items = await list.guesses(this.#newer.signal);
      return items.map((item) => data.catalogue.items[item].id);
    } catch (error) {
      if (error instanceof CancelledError) return [];
      throw error;
    }
  }

  /**
   * With large data, lists begin with the model alone. Resolves once they count everything, with whether that changes them.
   *
   * @throws CancelledError if other data came meanwhile.
   */
  complete(): Promise<boolean> {
    return this.#workspace.complete();
  }

  /** What the films can be narrowed by. */
  async facets(): Promise<Facets> {
    const counts = new Map<string, number>();
    const decades = new Set<number>();
    for (const { genres, year } of this.#workspace.data.catalogue.items) {
      for (const genre of genres) counts.set(genre, (counts.get(genre) ?? 0) + 1);
      if (year !== null) decades.add(decadeOf(year));
    }
    const byCount = [...counts].sort(([, one], [, other]) => other - one).map(([genre]) => genre);
    return { genres: byCount.slice(0, MOST_GENRES), decades: [...decades].sort((a, b) => a - b) };
  }

  /** Why a film is where it is. @throws ArgumentError if the data has no such film. */
  async explain(filmId: string, wishes: Wishes): Promise<Explanation> {
    const { data, recommender } = this.#workspace;
    const item = data.row(filmId);
    if (item === undefined) throw new ArgumentError(`The data has no item ${JSON.stringify(filmId)}.`);
    const list = await this.#listFor(wishes);
    const names = this.#featureNames(data);
    const terms = await recommender.featureTerms(item, [...list.own]);
    const carriers = await carriersOf(list, item);
    const keeping = await keptBy(list, item, carriers);
    const titleOf = (one: OwnStars) => data.catalogue.items[one.item].title;
    return {
      title: data.catalogue.items[item].title,
      place: list.place(item),
      total: list.length,
      score: list.score(item),
      carriers: carriers.map(({ one, share, placeWithout }) => ({
        title: titleOf(one),
        said: one.stars === null ? "seen" : one.seen ? one.stars : "notForMe",
        share,
        placeWithout,
      })),
      keptBy: keeping?.map(titleOf) ?? null,
      features: terms
        .filter(({ feature }) => feature >= data.catalogue.items.length)
        .map(({ feature, term }) => ({ name: names[feature], share: term })),
    };
  }

  /** The list asked for last is kept: the next page of it, or a question about one of its films, costs nothing. */
  async #listFor(wishes: Wishes): Promise<PersonalList> {
    const { data, recommender } = this.#workspace;
    const answers = this.#answersOf(data, recommender, wishes);
    const key = JSON.stringify(wishes);
    if (this.#last?.key !== key || this.#last.answers !== answers) {
      const list = await PersonalList.create(data, answers, wishes);
      this.#newer.abort();
      this.#newer = new AbortController();
      this.#last = { key, list, answers };
    }
    return this.#last.list;
  }

  /** The last person's are kept: however the list is steered, nobody has to be folded in again. */
  #answersOf(data: LoadedData, recommender: Recommender, { ratings, answers }: Wishes): OwnScores {
    const key = JSON.stringify([ratings, answers]);
    if (this.#answers?.key !== key || this.#answers.scores.recommender !== recommender) {
      this.#answers = { key, scores: new OwnScores(data, recommender, { ratings, answers }) };
    }
    return this.#answers.scores;
  }

  #featureNames(data: LoadedData): string[] {
    if (this.#names?.data !== data) {
      const names: string[] = [];
      for (const [name, column] of toMapping(data.catalogue).itemFeatures) names[column] = String(name);
      this.#names = { data, names };
    }
    return this.#names.names;
  }
}
