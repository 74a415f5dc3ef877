import type { Taste } from "../../../core/api/Film.ts";
import type { LoadedData } from "../../../core/worker/LoadedData.ts";
import { ownStars } from "../../../core/worker/ownStars.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { topItems } from "../../../model/scorer/topItems.ts";
import { shareBehind, together, type Way } from "../../../ranking/together.ts";
import type { Comparison, TogetherFilm } from "../api.ts";

/** How much of each list is compared. */
const COMPARED = 100;
/** Genres of fewer items say little. */
const FEWEST_OF_GENRE = 30;
const GENRES_TOLD = 3;
/** The least by which somebody ranks a genre higher than somebody else before it is told. */
const TOLD_FROM = 0.03;

/** Recommends to people who choose together. */
export class TogetherService {
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** What all of them would like, best first, without what any of them knows. */
  async list(people: Taste[], way: Way, count: number): Promise<TogetherFilm[]> {
    const { data } = this.#workspace;
    const scores = await this.#scoresOf(people);
    const behind = scores.map(shareBehind);
    const others = behind[0].length - 1;
    const { items } = topItems(together(scores, way), count, knownTo(people, data));
    return Array.from(items, (item) => ({
      ...this.#workspace.film(data, item),
      places: behind.map((share) => 1 + Math.round((1 - share[item]) * others)),
    }));
  }

  /** How alike two tastes are, and where they differ. */
  async compare(one: Taste, other: Taste): Promise<Comparison> {
    const { data } = this.#workspace;
    const people = [one, other];
    const scores = await this.#scoresOf(people);
    const known = knownTo(people, data);
    const [own, theirs] = scores.map((each) => new Set(topItems(each, COMPARED, known).items));
    const theirStars = new Map(other.ratings.map(({ filmId, stars }) => [filmId, stars]));
    const differences = one.ratings.flatMap(({ filmId, stars }) => {
      const given = theirStars.get(filmId);
      return given === undefined ? [] : [Math.abs(stars - given)];
    });
    return {
      inCommon: [...own].filter((item) => theirs.has(item)).length,
      compared: own.size,
      bothRated: differences.length,
      agreed: differences.filter((difference) => difference <= 1).length,
      ...genresApart(data, shareBehind(scores[0]), shareBehind(scores[1])),
    };
  }

  #scoresOf(people: readonly Taste[]): Promise<Float32Array[]> {
    const { data, recommender } = this.#workspace;
    return Promise.all(people.map((taste) => recommender.scores(ownStars(data, taste))));
  }
}

function knownTo(people: readonly Taste[], data: LoadedData): Int32Array {
  const ids = people.flatMap(({ ratings, answers }) => [...ratings, ...answers].map(({ filmId }) => filmId));
  return Int32Array.from(new Set(ids.flatMap((id) => data.row(id) ?? [])));
}

/** The genres that one ranks higher than the other does, and the other way round. */
function genresApart({ catalogue }: LoadedData, own: Float32Array, theirs: Float32Array) {
  const sums = new Map<string, { apart: number; items: number }>();
  catalogue.items.forEach(({ genres }, row) => {
    for (const genre of genres) {
      const { apart, items } = sums.get(genre) ?? { apart: 0, items: 0 };
      sums.set(genre, { apart: apart + own[row] - theirs[row], items: items + 1 });
    }
  });
  const genres = [...sums]
    .filter(([, { items }]) => items >= FEWEST_OF_GENRE)
    .map(([genre, { apart, items }]) => ({ genre, apart: apart / items }))
    .sort((a, b) => b.apart - a.apart);
  const told = (some: typeof genres) =>
    some
      .filter(({ apart }) => Math.abs(apart) >= TOLD_FROM)
      .slice(0, GENRES_TOLD)
      .map(({ genre }) => genre);
  return {
    moreOfOne: told(genres.filter(({ apart }) => apart > 0)),
    moreOfOther: told(genres.filter(({ apart }) => apart < 0).reverse()),
  };
}
