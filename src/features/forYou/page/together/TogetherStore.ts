import type { Film, OwnAnswer, OwnRating, Taste } from "../../../../core/api/Film.ts";
import type { Context } from "../../../../core/page/Context.ts";
import { latestOnly } from "../../../../core/page/latestOnly.ts";
import type { RatedFilmEntry } from "../../../../core/page/ratings/RatingsStore.ts";
import { Store } from "../../../../core/page/Store.ts";
import { DataFileError, StorageError } from "../../../../errors.ts";
import type { Comparison, TogetherFilm, TogetherWay } from "../../api.ts";
import { CompanionDatabase } from "./CompanionDatabase.ts";
import { fromLink } from "./link.ts";

const FILMS = 24;

interface TogetherState {
  /** The other person's ratings, the latest first. */
  theirs: RatedFilmEntry[];
  /** Whether they came by a link: then their own list is shown first, and nothing is saved unasked. */
  isByLink: boolean;
  /** Films of theirs that this data lacks. */
  missing: number;
  /** Whom the list is for. */
  isFor: "both" | "them";
  way: TogetherWay;
  /** Null until there is a list. */
  films: TogetherFilm[] | null;
  /** Null until both have rated something. */
  comparison: Comparison | null;
}

const NOBODY = {
  ...{ theirs: [], isByLink: false, missing: 0, isFor: "both", films: null, comparison: null },
} as const satisfies Partial<TogetherState>;

/** A second person's ratings, saved on this device apart from one's own, and what both would like. */
export class TogetherStore extends Store<TogetherState> {
  readonly #context: Context;
  readonly #refresh: () => void;
  readonly #database: CompanionDatabase;
  #own: Taste = { ratings: [], answers: [] };
  #isShown = false;

  constructor(context: Context) {
    super({ ...NOBODY, way: "average" });
    this.#context = context;
    this.#database = new CompanionDatabase(() => this.#meet(NOBODY));
    const { events, alerts } = context;
    this.#refresh = latestOnly(
      () => context.forThisData(() => this.#ask()),
      (state) => this.set(state),
      alerts.tell,
    );
    const follow = () => {
      if (this.#isShown) this.#refresh();
    };
    events.on("dataAdopted", () => {
      this.set(NOBODY);
      if (!this.openLink(window.location.hash)) void this.#restore();
    });
    events.on("workerStarted", () => this.set(NOBODY));
    events.on("modelChanged", follow);
    events.on("answersChanged", (answers: readonly OwnAnswer[]) => {
      this.#own = { ...this.#own, answers: [...answers] };
    });
    events.on("ratingsChanged", (ratings: readonly OwnRating[]) => {
      this.#own = { ...this.#own, ratings: [...ratings] };
      follow();
    });
    window.addEventListener("hashchange", () => this.#openLink());
  }

  /** Whether somebody looks: otherwise nothing is computed. */
  show = (isShown: boolean): void => {
    this.#isShown = isShown;
    if (isShown) this.#refresh();
  };

  rate = (film: Film, stars: number): void => {
    const others = this.get().theirs.filter((entry) => entry.film.id !== film.id);
    this.#meet({ theirs: [{ film, stars }, ...others] });
    this.#save();
  };

  unrate = (filmId: string): void => {
    this.#meet({ theirs: this.get().theirs.filter(({ film }) => film.id !== filmId) });
    this.#save();
  };

  /** Takes them off this device. */
  remove = (): void => {
    this.#meet(NOBODY);
    this.#save();
  };

  /** Saves those that came by a link, in place of those that were saved before. */
  keep = (): void => {
    this.#write().then(() => this.set({ isByLink: false }), this.#context.alerts.tell);
  };

  /** Away from those that came by a link, back to those that are saved. */
  close = (): void => {
    this.#meet(NOBODY);
    void this.#restore();
  };

  setFor = (isFor: "both" | "them"): void => this.#meet({ isFor });

  setWay = (way: TogetherWay): void => this.#meet({ way });

  /** Their export, read as one's own would be, and added to nothing of one's own. */
  openFile = async (files: File[]): Promise<void> => {
    const { worker, alerts } = this.#context;
    if (files.length === 0) return;
    try {
      const opened = await worker.opening.open(files, {});
      if (opened.kind === "question") throw new DataFileError(opened.question.sentence);
      if (opened.kind !== "own") {
        throw new DataFileError(`${files[0].name} isn’t one person’s ratings. Choose an export of theirs.`);
      }
      const { matched, doubtful, unmatched } = await this.#context.forThisData(() =>
        worker.importRatings.match(),
      );
      const theirs = matched.flatMap(({ listed, film }) =>
        listed.answer === undefined ? [{ film, stars: listed.stars }] : [],
      );
      this.#meet({ ...NOBODY, theirs, missing: doubtful.length + unmatched.length });
      this.#save();
    } catch (error) {
      alerts.tell(error);
    }
  };

  /** Whether this text was a link with ratings. */
  openLink = (text: string): boolean => {
    const address = text.slice(Math.max(0, text.indexOf("#")));
    const ratings = fromLink(address.trim());
    if (ratings === null) return false;
    void this.#meetBy(ratings);
    return true;
  };

  #openLink(): void {
    if (this.#context.workspace.get().dataset !== null) this.openLink(window.location.hash);
  }

  async #meetBy(ratings: OwnRating[]): Promise<void> {
    try {
      const theirs = await this.#filmsOf(ratings);
      const missing = ratings.length - theirs.length;
      this.#meet({ ...NOBODY, theirs, missing, isByLink: true, isFor: "them" });
    } catch (error) {
      this.#context.alerts.tell(error);
    }
  }

  /** Whoever was saved for this data on an earlier visit. */
  async #restore(): Promise<void> {
    const { workspace, alerts } = this.#context;
    const { dataset } = workspace.get();
    if (dataset === null) return;
    try {
      const theirs = await this.#filmsOf(await this.#database.load(dataset.name));
      // A link that was opened, or what was rated meanwhile, is newer.
      if (theirs.length > 0 && this.get().theirs.length === 0) this.#meet({ theirs });
    } catch (error) {
      // A browser that stores nothing is an alert of one's own ratings already.
      if (!(error instanceof StorageError)) alerts.tell(error);
    }
  }

  async #filmsOf(ratings: readonly OwnRating[]): Promise<RatedFilmEntry[]> {
    if (ratings.length === 0) return [];
    const { worker } = this.#context;
    const films = await this.#context.forThisData(() =>
      worker.catalogue.films(ratings.map(({ filmId }) => filmId)),
    );
    const stars = new Map(ratings.map((rating) => [rating.filmId, rating.stars]));
    return films.map((film) => ({ film, stars: stars.get(film.id) ?? 0 }));
  }

  #save(): void {
    if (!this.get().isByLink) this.#write().catch(this.#context.alerts.tell);
  }

  async #write(): Promise<void> {
    const { dataset } = this.#context.workspace.get();
    if (dataset === null) return;
    const ratings = this.get().theirs.map(({ film, stars }) => ({ filmId: film.id, stars }));
    await this.#database.save(dataset.name, ratings);
  }

  #meet(change: Partial<TogetherState>): void {
    this.set(change);
    if (this.#isShown) this.#refresh();
  }

  async #ask(): Promise<Partial<TogetherState>> {
    const { worker, workspace } = this.#context;
    const { theirs, isFor, way } = this.get();
    if (theirs.length === 0 || workspace.get().dataset === null) return { films: null, comparison: null };
    const them: Taste = {
      ratings: theirs.map(({ film, stars }) => ({ filmId: film.id, stars })),
      answers: [],
    };
    const isKnown = this.#own.ratings.length > 0;
    const people = isFor === "both" && isKnown ? [this.#own, them] : [them];
    return {
      films: await worker.together.list(people, way, FILMS),
      comparison: isKnown ? await worker.together.compare(this.#own, them) : null,
    };
  }
}
