import { starCount } from "../../../ui/words.ts";
import type { Answer, Film, OwnAnswer, OwnRating } from "../../api/Film.ts";
import type { Context } from "../Context.ts";
import { Store } from "../Store.ts";
import { type RatingChange, RatingsDatabase, type Said } from "./RatingsDatabase.ts";

export interface RatedFilmEntry {
  film: Film;
  stars: number;
}

export interface AnsweredFilm {
  film: Film;
  answer: Answer;
}

/** A rating or another answer from a file. */
export type ImportedRating = {
  film: Film /** Milliseconds since 1970; null counts as now. */;
  ratedAt: number | null;
} & ({ stars: number; answer?: null } | { stars: null; answer: Answer });

export interface RatingsState {
  /** The person's ratings of films in the data in use, the latest first. */
  list: RatedFilmEntry[];
  /** What they say of films beside stars, the latest first. */
  answers: AnsweredFilm[];
  /** What `undo` would take back, in words; null if there is nothing. */
  undoable: string | null;
  /** False where the browser stores no ratings: they are lost with the tab. */
  areSaved: boolean;
}

/** How films stood before a change, which is undone as one. */
interface Step {
  before: ReadonlyMap<string, Said | null>;
  what: string;
}

const ANSWERED: Record<Answer, (title: string) => string> = {
  seen: (title) => `Marked ${title} as seen`,
  notForMe: (title) => `Marked ${title} as not for you`,
  watchlist: (title) => `Added ${title} to your watchlist`,
};

/**
 * The person's ratings and other answers, by data set, and undo for each change. A film has one of the two. Those of
 * other data stay in memory, so that a visit without storage loses nothing by switching.
 */
export class RatingsStore extends Store<RatingsState> {
  readonly #context: Context;
  readonly #database: RatingsDatabase;
  readonly #byDataset = new Map<string, Map<string, Said>>();
  readonly #films = new Map<string, Film>();
  #dataset = "";
  #entries = new Map<string, Said>();
  #steps: Step[] = [];

  constructor(context: Context) {
    super({ list: [], answers: [], undoable: null, areSaved: true });
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
    const said: Said = { stars, answer: null, ratedAt: before?.ratedAt ?? Date.now() };
    this.#step(`Rated ${film.title} ${starCount(stars)}`, [[film.id, said]]);
  };

  answer = (film: Film, answer: Answer): void => {
    if (this.#entries.get(film.id)?.answer === answer) return;
    this.#films.set(film.id, film);
    this.#step(ANSWERED[answer](film.title), [[film.id, { stars: null, answer, ratedAt: Date.now() }]]);
  };

  /** Takes a rating or another answer away. */
  unrate = (filmId: string): void => {
    const film = this.#films.get(filmId);
    if (!this.#entries.has(filmId) || film === undefined) return;
    this.#step(`Removed ${film.title}`, [[filmId, null]]);
  };

  /** Adds many in one step; they replace those that are there. */
  add(ratings: readonly ImportedRating[], what: string): void {
    for (const { film } of ratings) this.#films.set(film.id, film);
    const now = Date.now();
    this.#step(
      what,
      ratings.map(({ film, ratedAt, ...given }, i) => {
        // The first of a file comes first in the list too.
        const at = { ratedAt: ratedAt ?? now - i };
        const said: Said =
          given.stars === null
            ? { ...at, stars: null, answer: given.answer }
            : { ...at, stars: given.stars, answer: null };
        return [film.id, said];
      }),
    );
  }

  undo = (): void => {
    const step = this.#steps.pop();
    if (step !== undefined) this.#put([...step.before], `Undone: ${lowerFirst(step.what)}`);
  };

  /** Takes the last answer to this film back: the step itself where it was the last one. */
  takeBack = (filmId: string): void => {
    const last = this.#steps.at(-1);
    if (last?.before.size === 1 && last.before.has(filmId)) this.undo();
    else this.unrate(filmId);
  };

  /** When each film was rated or answered, in milliseconds since 1970. */
  ratedAt = (filmId: string): number => this.#entries.get(filmId)?.ratedAt ?? 0;

  /** Stores nothing any more. */
  close(): Promise<void> {
    return this.#database.close();
  }

  async #open(dataset: string): Promise<void> {
    this.#clear();
    this.#dataset = dataset;
    let entries = this.#byDataset.get(dataset);
    if (entries === undefined) {
      entries = await this.#database.load(dataset);
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
    this.set({ list: [], answers: [], undoable: null });
  }

  /** Follows what another tab has changed; it may be about films that this tab has not met. */
  async #follow(changes: RatingChange[]): Promise<void> {
    for (const { dataset, filmId, said } of changes) {
      const entries = this.#byDataset.get(dataset);
      if (said === null) entries?.delete(filmId);
      else entries?.set(filmId, said);
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

  #step(what: string, changes: [string, Said | null][]): void {
    const before = new Map(changes.map(([filmId]) => [filmId, this.#entries.get(filmId) ?? null]));
    this.#steps.push({ before, what });
    this.#put(changes, what);
  }

  #put(changes: [string, Said | null][], what: string): void {
    for (const [filmId, said] of changes) {
      if (said === null) this.#entries.delete(filmId);
      else this.#entries.set(filmId, said);
    }
    const dataset = this.#dataset;
    void this.#database.write(changes.map(([filmId, said]) => ({ dataset, filmId, said })));
    this.#context.events.emit("answered", what);
    this.#show();
  }

  #show(): void {
    const list: RatedFilmEntry[] = [];
    const answers: AnsweredFilm[] = [];
    for (const [id, { stars, answer }] of [...this.#entries].sort(byTime)) {
      const film = this.#films.get(id);
      if (film === undefined) continue;
      if (stars === null) answers.push({ film, answer });
      else list.push({ film, stars });
    }
    this.set({ list, answers, undoable: this.#steps.at(-1)?.what ?? null });
    const { events } = this.#context;
    events.emit(
      "answersChanged",
      answers.map(({ film, answer }): OwnAnswer => ({ filmId: film.id, answer })),
    );
    events.emit(
      "ratingsChanged",
      list.map(({ film, stars }): OwnRating => ({ filmId: film.id, stars })),
    );
  }
}

const byTime = ([, one]: [string, Said], [, other]: [string, Said]) => other.ratedAt - one.ratedAt;

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
