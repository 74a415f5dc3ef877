import { answered, keptList } from "../../../ui/answerWords.ts";
import { starCount } from "../../../ui/words.ts";
import type { Nouns } from "../../api/DatasetSummary.ts";
import type { Answer, Film, OwnAnswer, OwnRating } from "../../api/Film.ts";
import type { Context } from "../Context.ts";
import { Store } from "../Store.ts";
import { nounsOf } from "../WorkspaceStore.ts";
import { askBeforeLeaving } from "./askBeforeLeaving.ts";
import { RatingsSync } from "./RatingsSync.ts";
import type { Said } from "./Said.ts";

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
  film: Film;
  /** Milliseconds since 1970; null counts as now. */
  ratedAt: number | null;
} & ({ stars: number; answer?: null } | { stars: null; answer: Answer });

export interface RatingsState {
  /** The person's ratings of films in the data in use, the latest first. */
  list: RatedFilmEntry[];
  /** What they say of films beside stars, the latest first. */
  answers: AnsweredFilm[];
  /** What `undo` would take back, in words; null if there is nothing. */
  undoable: string | null;
  /** Films whose rating or answer, or its removal, is not saved yet. */
  unsaved: ReadonlySet<string>;
  /** False while the browser refuses to store ratings: what it refused is lost with the tab. */
  areSaved: boolean;
}

/** How films stood before a change, which is undone as one. */
interface Step {
  before: ReadonlyMap<string, Said | null>;
  what: string;
}

const stepOf = (title: string, answer: Answer, nouns: Nouns) =>
  answer === "watchlist"
    ? `Added ${title} to your ${keptList(nouns)}`
    : `Marked ${title} as ${answered(answer, nouns)}`;

const EMPTIED =
  "The browser has deleted what Matinee had saved on this device. Your ratings from this visit are still in this tab, but nowhere else.";

const NONE: ReadonlySet<string> = new Set();

/**
 * The person's ratings and other answers, by data set, and undo for each change. A film has one of the two. Those of
 * other data stay in memory, so that a visit without storage loses nothing by switching.
 */
export class RatingsStore extends Store<RatingsState> {
  readonly #context: Context;
  readonly #films = new Map<string, Film>();
  #sync: RatingsSync;
  #dataset = "";
  /** Whether what is stored for this data is shown. */
  #isOpen = false;
  #steps: Step[] = [];

  constructor(context: Context) {
    super({ list: [], answers: [], undoable: null, unsaved: NONE, areSaved: true });
    this.#context = context;
    this.#sync = this.#connect();
    context.events.on("dataAdopted", ({ name }) => void this.#open(name).catch(context.alerts.tell));
    context.events.on("workerStarted", () => this.#clear());
  }

  rate = (film: Film, stars: number): void => {
    const before = this.#said(film.id);
    if (before?.stars === stars) return;
    this.#films.set(film.id, film);
    const { ratedAt, place } = before ?? { ratedAt: Date.now(), place: this.#nextPlace() };
    const said: Said = { stars, answer: null, ratedAt, place };
    this.#step(`Rated ${film.title} ${starCount(stars)}`, [[film.id, said]]);
  };

  answer = (film: Film, answer: Answer): void => {
    if (this.#said(film.id)?.answer === answer) return;
    this.#films.set(film.id, film);
    const said: Said = { stars: null, answer, ratedAt: Date.now(), place: this.#nextPlace() };
    const nouns = nounsOf(this.#context.workspace.get());
    this.#step(stepOf(film.title, answer, nouns), [[film.id, said]]);
  };

  /** Takes a rating or another answer away. */
  unrate = (filmId: string): void => {
    const film = this.#films.get(filmId);
    if (this.#said(filmId) === null || film === undefined) return;
    this.#step(`Removed ${film.title}`, [[filmId, null]]);
  };

  /** Adds many in one step; they replace those that are there, and come before all others, by their dates. */
  add(ratings: readonly ImportedRating[], what: string): void {
    for (const { film } of ratings) this.#films.set(film.id, film);
    const now = Date.now();
    const place = this.#nextPlace();
    // Without dates, the first of a file comes first in the list too.
    const dated = ratings.map((given, i) => ({ ...given, ratedAt: given.ratedAt ?? now - i }));
    dated.sort((one, other) => one.ratedAt - other.ratedAt);
    this.#step(
      what,
      dated.map(({ film, ratedAt, ...given }, i) => {
        const at = { ratedAt, place: place + i };
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
  ratedAt = (filmId: string): number => this.#said(filmId)?.ratedAt ?? 0;

  /** Before everything is deleted: stores nothing any more. */
  close(): Promise<void> {
    askBeforeLeaving(false);
    return this.#sync.close();
  }

  /** Where deleting everything came to nothing: reads what is left once data is in use again. */
  reopen(): void {
    this.#sync = this.#connect();
    this.set({ areSaved: true });
  }

  #connect(): RatingsSync {
    const { alerts } = this.#context;
    let told = "";
    return new RatingsSync({
      changed: (dataset, filmIds) => void this.#follow(dataset, filmIds).catch(alerts.tell),
      refused: (error) => {
        this.set({ areSaved: error === null });
        alerts.withdraw(told);
        told = error?.message ?? "";
        if (error !== null) alerts.tell(error);
      },
      emptied: () =>
        alerts.show(EMPTIED, { label: "Save my ratings again", run: () => void this.#sync.retry() }),
      deleted: () => {
        this.#steps = [];
        this.#show();
      },
    });
  }

  async #open(dataset: string): Promise<void> {
    this.#clear();
    this.#dataset = dataset;
    await this.#sync.load(dataset);
    if (this.#dataset !== dataset) return;
    await this.#meet(
      this.#sync
        .of(dataset)
        .entries()
        .map(([filmId]) => filmId),
    );
    if (this.#dataset !== dataset) return;
    this.#isOpen = true;
    this.#show();
  }

  #clear(): void {
    this.#dataset = "";
    this.#isOpen = false;
    this.#films.clear();
    this.#steps = [];
    this.set({ list: [], answers: [], undoable: null, unsaved: NONE });
  }

  /** Follows what was saved here or in another tab; it may be about films that this tab has not met. */
  async #follow(dataset: string, filmIds: readonly string[]): Promise<void> {
    const hasUnsaved = this.#sync.hasUnsaved();
    askBeforeLeaving(hasUnsaved);
    if (!hasUnsaved) this.#context.alerts.withdraw(EMPTIED);
    if (dataset !== this.#dataset || !this.#isOpen) return;
    const unmet = filmIds.filter((id) => !this.#films.has(id));
    if (unmet.length > 0) await this.#meet(unmet);
    if (dataset !== this.#dataset) return;
    const { list, answers } = this.#listed();
    if (isSame(list, this.get().list) && isSame(answers, this.get().answers)) this.#mark();
    else this.#show();
  }

  #said(filmId: string): Said | null {
    return this.#sync.of(this.#dataset).get(filmId);
  }

  /** Two tabs that ask at the same moment may both take it. */
  #nextPlace(): number {
    const places = this.#sync
      .of(this.#dataset)
      .entries()
      .map(([, { place }]) => place);
    return places.reduce((largest, place) => Math.max(largest, place), 0) + 1;
  }

  async #meet(ids: readonly string[]): Promise<void> {
    const { worker } = this.#context;
    const films = await this.#context.forThisData(() => worker.catalogue.films([...ids]));
    for (const film of films) this.#films.set(film.id, film);
  }

  #step(what: string, changes: [string, Said | null][]): void {
    const before = new Map(changes.map(([filmId]) => [filmId, this.#said(filmId)]));
    this.#steps.push({ before, what });
    this.#put(changes, what);
  }

  #put(changes: [string, Said | null][], what: string): void {
    const dataset = this.#dataset;
    this.#sync.write(changes.map(([filmId, said]) => ({ dataset, filmId, said })));
    askBeforeLeaving(this.#sync.hasUnsaved());
    this.#context.events.emit("answered", what);
    this.#show();
  }

  #listed(): Pick<RatingsState, "list" | "answers"> {
    const list: RatedFilmEntry[] = [];
    const answers: AnsweredFilm[] = [];
    for (const [id, { stars, answer }] of this.#sync.of(this.#dataset).entries().sort(latestFirst)) {
      const film = this.#films.get(id);
      if (film === undefined) continue;
      if (stars === null) answers.push({ film, answer });
      else list.push({ film, stars });
    }
    return { list, answers };
  }

  /** Marks what is not saved. */
  #mark(): void {
    const unsaved = this.#sync
      .of(this.#dataset)
      .unsaved()
      .map(({ filmId }) => filmId);
    this.set({ unsaved: unsaved.length > 0 ? new Set(unsaved) : NONE });
  }

  #show(): void {
    const { list, answers } = this.#listed();
    this.#mark();
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

/** Ratings of the first layouts of the database have no places. */
const latestFirst = ([, one]: [string, Said], [, other]: [string, Said]) =>
  other.place - one.place || other.ratedAt - one.ratedAt;

/** Whether two lists say the same of the same films in the same order. */
function isSame<Entry extends RatedFilmEntry | AnsweredFilm>(one: Entry[], other: Entry[]): boolean {
  const wordsOf = (entry: Entry) => ("stars" in entry ? entry.stars : entry.answer);
  return (
    one.length === other.length &&
    one.every((entry, i) => entry.film.id === other[i].film.id && wordsOf(entry) === wordsOf(other[i]))
  );
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
