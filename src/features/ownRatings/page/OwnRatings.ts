import type { Film, OwnRating } from "../../../core/api.ts";
import type { BroughtRating } from "../../../core/page/session/Session.ts";
import type { WrittenRating } from "../../../importers/writeOwn.ts";
import type { RatingChange, RatingsStore } from "./RatingsStore.ts";

interface Entry {
  stars: number;
  ratedAt: number;
}

/** How films stood before a change that is taken back as one. */
interface Step {
  before: ReadonlyMap<string, Entry | null>;
  what: string;
}

/**
 * The person's ratings of the films in the current data, and the way back from each change.
 * Ratings of other data stay in memory, so that a visit without storage loses nothing either.
 */
export class OwnRatings {
  readonly #store: RatingsStore;
  readonly #byDataset = new Map<string, Map<string, Entry>>();
  readonly #films = new Map<string, Film>();
  #dataset = "";
  #entries = new Map<string, Entry>();
  #steps: Step[] = [];

  constructor(store: RatingsStore) {
    this.#store = store;
  }

  /** Turns to the ratings of this data; their films have to be brought by `meet`. */
  async open(dataset: string): Promise<void> {
    let entries = this.#byDataset.get(dataset);
    if (entries === undefined) {
      const kept = await this.#store.load(dataset);
      entries = new Map(kept.map(({ filmId, stars, ratedAt }) => [filmId, { stars, ratedAt }]));
      this.#byDataset.set(dataset, entries);
    }
    this.#dataset = dataset;
    this.#entries = entries;
    this.#films.clear();
    this.#steps = [];
  }

  /** Brings films as the model now sees them. */
  meet(films: Film[]): void {
    for (const film of films) this.#films.set(film.id, film);
  }

  get ids(): string[] {
    return [...this.#entries.keys()];
  }

  /** Rated films that the current data holds, latest first. */
  get list(): { film: Film; stars: number }[] {
    return [...this.#entries]
      .sort(([, one], [, other]) => other.ratedAt - one.ratedAt)
      .flatMap(([id, { stars }]) => {
        const film = this.#films.get(id);
        return film === undefined ? [] : [{ film, stars }];
      });
  }

  /** The same with the time of each, as a file has them. */
  get written(): WrittenRating[] {
    return this.list.map(({ film, stars }) => ({
      film,
      stars,
      ratedAt: this.#entries.get(film.id)?.ratedAt ?? 0,
    }));
  }

  get forTheModel(): OwnRating[] {
    return this.list.map(({ film, stars }) => ({ filmId: film.id, stars }));
  }

  get undoable(): string | null {
    return this.#steps.at(-1)?.what ?? null;
  }

  rate(film: Film, stars: number): void {
    const before = this.#entries.get(film.id);
    if (before?.stars === stars) return;
    this.#films.set(film.id, film);
    const entry = { stars, ratedAt: before?.ratedAt ?? Date.now() };
    this.#step(`${film.title} rated ${stars} stars`, [[film.id, entry]]);
  }

  unrate(filmId: string): void {
    const film = this.#films.get(filmId);
    if (!this.#entries.has(filmId) || film === undefined) return;
    this.#step(`${film.title} removed`, [[filmId, null]]);
  }

  /** Takes many ratings over in one step; they replace those that are there. */
  bring(ratings: readonly BroughtRating[], what: string): void {
    this.meet(ratings.map(({ film }) => film));
    const now = Date.now();
    this.#step(
      what,
      // The first of a file comes first in the list too.
      ratings.map(({ film, stars, ratedAt }, i) => [film.id, { stars, ratedAt: ratedAt ?? now - i }]),
    );
  }

  undo(): void {
    const step = this.#steps.pop();
    if (step !== undefined) this.#put([...step.before]);
  }

  /** Writes nothing any more. */
  close(): Promise<void> {
    return this.#store.close();
  }

  /** Takes over what another tab has changed; true where it concerns the data in use. */
  follow(changes: RatingChange[]): boolean {
    for (const change of changes) {
      const entries = this.#byDataset.get(change.dataset);
      if (change.stars === null) entries?.delete(change.filmId);
      else entries?.set(change.filmId, { stars: change.stars, ratedAt: change.ratedAt });
    }
    return changes.some(({ dataset }) => dataset === this.#dataset);
  }

  #step(what: string, changes: [string, Entry | null][]): void {
    const before = new Map(changes.map(([filmId]) => [filmId, this.#entries.get(filmId) ?? null]));
    this.#steps.push({ before, what });
    this.#put(changes);
  }

  #put(changes: [string, Entry | null][]): void {
    for (const [filmId, entry] of changes) {
      if (entry === null) this.#entries.delete(filmId);
      else this.#entries.set(filmId, entry);
    }
    const dataset = this.#dataset;
    void this.#store.write(
      changes.map(([filmId, entry]) => ({ dataset, filmId, ...(entry ?? { stars: null }) })),
    );
  }
}
