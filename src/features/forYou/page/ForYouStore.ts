import type { Film, OwnRating } from "../../../core/api/Film.ts";
import type { Context } from "../../../core/page/Context.ts";
import { latestOnly } from "../../../core/page/latestOnly.ts";
import { Store } from "../../../core/page/Store.ts";
import type { RecommendedFilm } from "../api.ts";
import { newsOf } from "./newsOf.ts";
import { Standstill } from "./Standstill.ts";

/** Posters on the wall, before the first rating and after it. */
export const FILMS_SHOWN = 24;

interface ForYouState {
  /** Best first; null until a model can recommend. Follows every rating and every training. */
  recommendations: RecommendedFilm[] | null;
  /** Well-known films to rate first. */
  startingSet: Film[];
}

const NOTHING: ForYouState = { recommendations: null, startingSet: [] };

export class ForYouStore extends Store<ForYouState> {
  readonly #context: Context;
  readonly #standstill = new Standstill();
  readonly #refresh: () => void;
  /** Null until those for the data in use have been loaded. */
  #ratings: readonly OwnRating[] | null = null;
  /** What the person changed since the list last followed, in words. */
  #changed: string | null = null;
  #canRecommend = false;

  constructor(context: Context) {
    super(NOTHING);
    this.#context = context;
    const { events, alerts } = context;
    this.#refresh = latestOnly(
      () => context.forThisData(() => this.#ask()),
      (state) => this.#deliver(state),
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
    });
    events.on("answered", (what) => {
      this.#changed = what;
    });
    events.on("ratingsChanged", (ratings) => {
      this.#ratings = ratings;
      this.#refresh();
    });
  }

  /** Somebody is at work on the wall: its films stay where they are. */
  hold = (): void => this.#standstill.hold();

  /** The pointer has left the wall: the list follows. */
  release = (): void => this.#standstill.release();

  /** Says at once what changed, and shows it as soon as nobody is at work on the wall. */
  #deliver(state: Partial<ForYouState>): void {
    const before = this.get().recommendations;
    const now = state.recommendations;
    if (this.#changed !== null) {
      this.#context.news.say(newsOf(this.#changed, before, now ?? null));
      this.#changed = null;
    }
    this.#standstill.whenQuiet(() => this.set(state));
  }

  /** Before the first rating nobody's taste is known, and the starting set stands in. */
  async #ask(): Promise<Partial<ForYouState>> {
    const { worker } = this.#context;
    const ratings = this.#ratings;
    if (!this.#canRecommend || ratings === null || ratings.length === 0) {
      const startingSet = await worker.catalogue.startingSet(FILMS_SHOWN);
      const isReady = this.#canRecommend && ratings !== null;
      return {
        startingSet,
        ...(isReady && { recommendations: startingSet.map((film) => ({ ...film, becauseOf: [] })) }),
      };
    }
    return { recommendations: await worker.recommendations.forRatings([...ratings], FILMS_SHOWN) };
  }

  #reset(): void {
    this.#ratings = null;
    this.#changed = null;
    this.#canRecommend = false;
    this.#standstill.release();
    this.set(NOTHING);
  }
}
