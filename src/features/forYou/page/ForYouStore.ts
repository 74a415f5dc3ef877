import type { Film, OwnAnswer, OwnRating } from "../../../core/api/Film.ts";
import type { Context } from "../../../core/page/Context.ts";
import { latestOnly } from "../../../core/page/latestOnly.ts";
import { Store } from "../../../core/page/Store.ts";
import type { Explanation, Facets, ListFigures, RecommendedFilm, Steering, Wishes } from "../api.ts";
import { FIRST_FILMS } from "../firstFilms.ts";
import { NEUTRAL } from "../neutral.ts";
import { newsOf } from "./newsOf.ts";
import { Standstill } from "./Standstill.ts";
import { fromAddress, isNeutral, toAddress } from "./steering/steering.ts";

/** Posters on the wall at first, and as many more whenever its end comes near: drawing what nobody sees would slow a rating down. */
export const DRAWN_AT_ONCE = 12;
/** Milliseconds for which the list stays after a touch. */
const TOUCH_QUIET = 2500;
/** The most that are asked for again after an answer; the rest follow as one scrolls. */
const MOST_AT_ONCE = 240;

interface ForYouState {
  /** Best first; null until a model can recommend. Follows every answer, the steering and every training. */
  recommendations: RecommendedFilm[] | null;
  /** How many of them are on the wall. */
  drawn: number;
  /** How many films the list has in all. */
  total: number;
  figures: ListFigures | null;
  /** Ids of the first films that are guesses: known a moment after the list. */
  guesses: ReadonlySet<string>;
  /** Well-known films to rate first. */
  startingSet: Film[];
  steering: Steering;
  /** What can be chosen; null until data is loaded. */
  facets: Facets | null;
  /** Why a film is on the list, while the person wants to know. */
  explained: Explanation | null;
}

const NOTHING = {
  ...{ recommendations: null, total: 0, figures: null, startingSet: [], facets: null, explained: null },
  drawn: DRAWN_AT_ONCE,
  guesses: new Set<string>(),
};

export class ForYouStore extends Store<ForYouState> {
  readonly #context: Context;
  readonly #standstill = new Standstill();
  readonly #refresh: (goesOn?: boolean) => void;
  readonly #findGuesses: () => void;
  /** Null until those for the data in use have been loaded. */
  #ratings: readonly OwnRating[] | null = null;
  #answers: readonly OwnAnswer[] = [];
  /** What the person changed since the list last followed, in words. */
  #changed: string | null = null;
  #canRecommend = false;
  #isExtending = false;

  constructor(context: Context) {
    super({ ...NOTHING, steering: fromAddress(window.location.hash) });
    this.#context = context;
    const { events, alerts } = context;
    this.#refresh = latestOnly(
      () => context.forThisData(() => this.#ask()),
      (state, isLatest) => this.#deliver(state, isLatest),
      alerts.tell,
    );
    this.#findGuesses = latestOnly(
      () => context.forThisData(() => context.worker.recommendations.guesses(this.#wishes())),
      (guesses) => {
        const known = this.get().guesses;
        const isSame = guesses.length === known.size && guesses.every((id) => known.has(id));
        if (!isSame) this.set({ guesses: new Set(guesses) });
      },
      alerts.tell,
    );
    events.on("dataAdopted", () => {
      this.#reset();
      this.#refresh();
    });
    events.on("workerStarted", () => this.#reset());
    events.on("modelChanged", () => {
      this.#canRecommend = true;
      this.#refresh();
      this.#complete().catch(alerts.tell);
    });
    events.on("answered", (what) => {
      this.#changed = what;
    });
    events.on("answersChanged", (answers) => {
      this.#answers = answers;
    });
    events.on("ratingsChanged", (ratings) => {
      this.#ratings = ratings;
      this.#refresh();
    });
    window.addEventListener("hashchange", () => {
      const { hash } = window.location;
      if (hash.startsWith("#/?")) this.#steer(fromAddress(hash));
      // Coming back from another place, by a link that says nothing of settings, the list is as it was.
      else if (hash === "" || hash === "#/")
        history.replaceState(history.state, "", toAddress(this.get().steering));
    });
  }

  /** Somebody is at work on the wall: its films stay where they are. */
  hold = (): void => this.#standstill.hold();

  /** A finger has been there, whose next tap may be more exact. */
  holdForTouch = (): void => this.#standstill.hold(TOUCH_QUIET);

  /** The pointer has left the wall: the list follows. */
  release = (): void => this.#standstill.release();

  /** Null goes back to neutral. */
  steer = (steering: Steering | null): void => {
    const wanted = steering ?? NEUTRAL;
    // A link to the list stands for its settings; going back leaves the place, not the last step of a slider.
    history.replaceState(history.state, "", toAddress(wanted));
    this.#steer(wanted);
  };

  /** The end of the wall comes near: more is drawn, and asked for where that is not known, up to the whole catalogue. */
  extend = async (): Promise<void> => {
    const { recommendations, drawn, total } = this.get();
    if (recommendations !== null && drawn < recommendations.length) {
      this.set({ drawn: drawn + DRAWN_AT_ONCE });
      return;
    }
    if (this.#isExtending || !this.#hasList() || recommendations === null) return;
    if (recommendations.length >= total) return;
    this.#isExtending = true;
    const { worker } = this.#context;
    try {
      const next = await this.#context.forThisData(() =>
        worker.recommendations.list(this.#wishes(), recommendations.length, FIRST_FILMS),
      );
      // What followed an answer meanwhile has an end of its own.
      if (this.get().recommendations === recommendations) {
        this.set({ recommendations: [...recommendations, ...next.films], drawn: drawn + DRAWN_AT_ONCE });
      }
    } catch (error) {
      this.#context.alerts.tell(error);
    } finally {
      this.#isExtending = false;
    }
  };

  explain = (film: Film): void => {
    const { worker, alerts } = this.#context;
    this.#context
      .forThisData(() => worker.recommendations.explain(film.id, this.#wishes()))
      .then((explained) => this.set({ explained }), alerts.tell);
  };

  /** Trains a model that was stopped early again, with its own settings and to the end. */
  trainFully = (): void => {
    const { workspace, events } = this.#context;
    const { model } = workspace.get();
    if (model !== null) events.emit("settingsChosen", model.settings);
  };

  closeExplanation = (): void => this.set({ explained: null });

  /** What takes long to make follows the list. */
  async #complete(): Promise<void> {
    const { worker, news, events } = this.#context;
    const isChanged = await this.#context.forThisData(() => worker.recommendations.complete());
    if (!isChanged) return;
    if (this.#hasList()) news.say("Your list now also draws on people with the same likes");
    events.emit("modelChanged", { finished: false });
  }

  #steer(steering: Steering): void {
    if (toAddress(steering) === toAddress(this.get().steering)) return;
    this.set({ steering });
    // A slider that is drawn shows the lists on the way.
    this.#refresh(true);
  }

  #wishes(): Wishes {
    return {
      ratings: [...(this.#ratings ?? [])],
      answers: [...this.#answers],
      steering: this.get().steering,
    };
  }

  /** Whether there is a list, and not the films to rate first. */
  #hasList(): boolean {
    const ratings = this.#ratings;
    if (!this.#canRecommend || ratings === null) return false;
    return ratings.length + this.#answers.length > 0 || !isNeutral(this.get().steering);
  }

  /** Says at once what changed, and shows it as soon as nobody is at work on the wall. */
  #deliver(state: Partial<ForYouState>, isLatest: boolean): void {
    const before = this.get().recommendations;
    const now = state.recommendations;
    if (this.#changed !== null) {
      this.#context.news.say(newsOf(this.#changed, before, now ?? null));
      this.#changed = null;
    }
    this.#standstill.whenQuiet(() => {
      this.set(state);
      // Those of a list on the way would hold up the next one.
      if (isLatest && this.#hasList()) this.#findGuesses();
    });
  }

  /** Before the first answer nobody's taste is known, and the starting set stands in. */
  async #ask(): Promise<Partial<ForYouState>> {
    const { worker } = this.#context;
    const facets = this.get().facets ?? (await worker.recommendations.facets());
    if (!this.#hasList()) {
      const startingSet = await worker.catalogue.startingSet(FIRST_FILMS);
      const isReady = this.#canRecommend && this.#ratings !== null;
      const recommendations = startingSet.map((film) => ({ ...film, becauseOf: [] }));
      const total = startingSet.length;
      const { guesses } = NOTHING;
      return { facets, startingSet, figures: null, guesses, ...(isReady && { recommendations, total }) };
    }
    const shown = this.get().recommendations?.length ?? 0;
    const count = Math.min(Math.max(FIRST_FILMS, shown), MOST_AT_ONCE);
    const { films, total, figures } = await worker.recommendations.list(this.#wishes(), 0, count);
    return { facets, recommendations: films, total, figures };
  }

  #reset(): void {
    this.#ratings = null;
    this.#answers = [];
    this.#changed = null;
    this.#canRecommend = false;
    this.#standstill.release();
    this.set(NOTHING);
  }
}
