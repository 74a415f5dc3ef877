import type { KeptRating } from "../../kept/database.ts";
import type { Film, OwnRating } from "../../worker/protocol.ts";
import type { ForgottenRating, RatingsStore } from "./RatingsStore.ts";

interface Entry {
  stars: number;
  ratedAt: number;
}

/** How a film stood before a change. */
interface Step {
  film: Film;
  before: Entry | null;
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

  get forTheModel(): OwnRating[] {
    return this.list.map(({ film, stars }) => ({ filmId: film.id, stars }));
  }

  get undoable(): string | null {
    return this.#steps.at(-1)?.what ?? null;
  }

  rate(film: Film, stars: number): void {
    const before = this.#entries.get(film.id) ?? null;
    if (before?.stars === stars) return;
    this.#films.set(film.id, film);
    this.#steps.push({ film, before, what: `${film.title} rated ${stars} stars` });
    this.#put(film.id, { stars, ratedAt: before?.ratedAt ?? Date.now() });
  }

  unrate(filmId: string): void {
    const before = this.#entries.get(filmId);
    const film = this.#films.get(filmId);
    if (before === undefined || film === undefined) return;
    this.#steps.push({ film, before, what: `${film.title} removed` });
    this.#put(filmId, null);
  }

  undo(): void {
    const step = this.#steps.pop();
    if (step !== undefined) this.#put(step.film.id, step.before);
  }

  /** Writes nothing any more. */
  close(): Promise<void> {
    return this.#store.close();
  }

  /** Takes over what another tab has changed; true where it concerns the data in use. */
  follow(change: KeptRating | ForgottenRating): boolean {
    const entries = this.#byDataset.get(change.dataset);
    if (change.stars === null) entries?.delete(change.filmId);
    else entries?.set(change.filmId, { stars: change.stars, ratedAt: change.ratedAt });
    return entries !== undefined && change.dataset === this.#dataset;
  }

  #put(filmId: string, entry: Entry | null): void {
    if (entry === null) {
      this.#entries.delete(filmId);
      void this.#store.forget(this.#dataset, filmId);
    } else {
      this.#entries.set(filmId, entry);
      void this.#store.keep({ dataset: this.#dataset, filmId, ...entry });
    }
  }
}
