import type { Film, OwnRating } from "../../api/Film.ts";
import type { Context } from "../Context.ts";
import { Store } from "../Store.ts";
import { type RatingChange, RatingsDatabase } from "./RatingsDatabase.ts";

export interface RatedFilmEntry {
  film: Film;
  stars: number;
}

/** A rating from a file. */
export interface ImportedRating extends RatedFilmEntry {
  /** Milliseconds since 1970; null counts as now. */
  ratedAt: number | null;
}

export interface RatingsState {
  /** The person's ratings of films in the data in use, the latest first. */
  list: RatedFilmEntry[];
  /** What `undo` would take back, in words; null if there is nothing. */
  undoable: string | null;
  /** False where the browser stores no ratings: they are lost with the tab. */
  areSaved: boolean;
}

interface Entry {
  stars: number;
  ratedAt: number;
}

/** How films stood before a change, which is undone as one. */
interface Step {
  before: ReadonlyMap<string, Entry | null>;
  what: string;
}

/**
 * The person's ratings, by data set, and undo for each change. Ratings of other data stay in memory, so that a
 * visit without storage loses nothing by switching.
 */
export class RatingsStore extends Store<RatingsState> {
  readonly #context: Context;
  readonly #database: RatingsDatabase;
  readonly #byDataset = new Map<string, Map<string, Entry>>();
  readonly #films = new Map<string, Film>();
  #dataset = "";
  #entries = new Map<string, Entry>();
  #steps: Step[] = [];

  constructor(context: Context) {
    super({ list: [], undoable: null, areSaved: true });
    this.#context = context;
    this.#database = new RatingsDatabase({
      changedElsewhere: (changes) => void this.#follow(changes),
      refused: (error) => {
        this.set({ areSaved: false });
        context.alerts.tell(error);
      },
    });
    context.events.on("dataAdopted", ({ name }) => void this.#open(name).catch(context.alerts.tell));
    context.events.on("workerStarted", () => this.#clear());
  }

  rate = (film: Film, stars: number): void => {
    const before = this.#entries.get(film.id);
    if (before?.stars === stars) return;
    this.#films.set(film.id, film);
    const entry = { stars, ratedAt: before?.ratedAt ?? Date.now() };
    this.#step(`${film.title} rated ${stars} ${stars === 1 ? "star" : "stars"}`, [[film.id, entry]]);
  };

  unrate = (filmId: string): void => {
    const film = this.#films.get(filmId);
    if (!this.#entries.has(filmId) || film === undefined) return;
    this.#step(`${film.title} removed`, [[filmId, null]]);
  };

  /** Adds many ratings in one step; they replace those that are there. */
  add(ratings: readonly ImportedRating[], what: string): void {
    for (const { film } of ratings) this.#films.set(film.id, film);
    const now = Date.now();
    this.#step(
      what,
      // The first of a file comes first in the list too.
      ratings.map(({ film, stars, ratedAt }, i) => [film.id, { stars, ratedAt: ratedAt ?? now - i }]),
    );
  }

  undo = (): void => {
    const step = this.#steps.pop();
    if (step !== undefined) this.#put([...step.before]);
  };

  /** When each film was rated, in milliseconds since 1970. */
  ratedAt = (filmId: string): number => this.#entries.get(filmId)?.ratedAt ?? 0;

  /** Lets go of the database. */
  close(): Promise<void> {
    return this.#database.close();
  }

  async #open(dataset: string): Promise<void> {
    this.#clear();
    this.#dataset = dataset;
    let entries = this.#byDataset.get(dataset);
    if (entries === undefined) {
      const stored = await this.#database.load(dataset);
      entries = new Map(stored.map(({ filmId, stars, ratedAt }) => [filmId, { stars, ratedAt }]));
      this.#byDataset.set(dataset, entries);
    }
    if (this.#dataset !== dataset) return;
    this.#entries = entries;
    await this.#meet([...entries.keys()]);
    if (this.#dataset === dataset) this.#show();
  }

  #clear(): void {
    this.#dataset = "";
    this.#entries = new Map();
    this.#films.clear();
    this.#steps = [];
    this.set({ list: [], undoable: null });
  }

  /** Follows what another tab has changed; it may be about films that this tab has not met. */
  async #follow(changes: RatingChange[]): Promise<void> {
    for (const change of changes) {
      const entries = this.#byDataset.get(change.dataset);
      if (change.stars === null) entries?.delete(change.filmId);
      else entries?.set(change.filmId, { stars: change.stars, ratedAt: change.ratedAt });
    }
    if (!changes.some(({ dataset }) => dataset === this.#dataset)) return;
    try {
      await this.#meet(changes.map(({ filmId }) => filmId));
      this.#show();
    } catch (error) {
      this.#context.alerts.tell(error);
    }
  }

  async #meet(ids: string[]): Promise<void> {
    const { worker } = this.#context;
    const films = await this.#context.forThisData(() => worker.catalogue.films(ids));
    for (const film of films) this.#films.set(film.id, film);
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
    void this.#database.write(
      changes.map(([filmId, entry]) => ({ dataset, filmId, ...(entry ?? { stars: null }) })),
    );
    this.#show();
  }

  #show(): void {
    const list = [...this.#entries]
      .sort(([, one], [, other]) => other.ratedAt - one.ratedAt)
      .flatMap(([id, { stars }]) => {
        const film = this.#films.get(id);
        return film === undefined ? [] : [{ film, stars }];
      });
    this.set({ list, undoable: this.#steps.at(-1)?.what ?? null });
    this.#context.events.emit(
      "ratingsChanged",
      list.map(({ film, stars }): OwnRating => ({ filmId: film.id, stars })),
    );
  }
}
