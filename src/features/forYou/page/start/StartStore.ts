import type { Film, OwnAnswer, OwnRating } from "../../../../core/api/Film.ts";
import type { Context } from "../../../../core/page/Context.ts";
import { latestOnly } from "../../../../core/page/latestOnly.ts";
import { Store } from "../../../../core/page/Store.ts";
import { sameFilm } from "../../../../ui/poster/sameFilm.ts";
import { Standstill } from "../Standstill.ts";

/** From this many answers on, a list is fairly reliable (`docs/visitors.md`). */
export const ENOUGH = 8;
/** Milliseconds for which an answered film stays, so that a second click of a double click meets no other film. */
const STAY = 600;

interface StartState {
  /** The film that is asked about; null where there is nothing to ask, undefined until that is known. */
  film: Film | null | undefined;
  /** Answers that tell something: ratings, and what is not for them. */
  given: number;
  /** How many answers are asked for. */
  goal: number;
  /** Undefined until the person's earlier answers are known. */
  isOpen: boolean | undefined;
}

const NOTHING = { film: undefined, given: 0, goal: ENOUGH };

/** Asks a newcomer about one film after the other, each chosen by the answers so far. */
export class StartStore extends Store<StartState> {
  readonly #context: Context;
  readonly #standstill = new Standstill(STAY);
  readonly #ask: () => void;
  #ratings: readonly OwnRating[] | null = null;
  #answers: readonly OwnAnswer[] = [];
  /** What the person has not seen, in this visit. */
  #skipped: string[] = [];

  constructor(context: Context) {
    super({ ...NOTHING, isOpen: undefined });
    this.#context = context;
    const { events, alerts } = context;
    this.#ask = latestOnly(
      () => this.#next(),
      (state) => this.#standstill.whenQuiet(() => this.set(state)),
      alerts.tell,
    );
    const reset = () => {
      this.#ratings = null;
      this.#answers = [];
      this.#skipped = [];
      this.#standstill.release();
      this.set(NOTHING);
    };
    events.on("dataAdopted", reset);
    events.on("workerStarted", reset);
    events.on("modelChanged", this.#follow);
    events.on("answersChanged", (answers) => {
      this.#answers = answers;
    });
    events.on("ratingsChanged", (ratings) => {
      const isFirst = this.#ratings === null;
      this.#ratings = ratings;
      if (isFirst) this.set({ isOpen: this.#given < ENOUGH });
      // What is asked stays until it is answered, whatever else is rated meanwhile.
      if (this.#isUnanswered()) this.set({ given: this.#given });
      else this.#follow();
    });
  }

  /** The person answers: the film stays for a moment. */
  hold = (): void => this.#standstill.hold();

  skip = (): void => {
    const { film } = this.get();
    if (!film || this.#skipped.includes(film.id)) return;
    this.#skipped.push(film.id);
    this.#ask();
  };

  /** Asks for as many answers again. */
  goOn = (): void => {
    this.set({ goal: this.get().given + ENOUGH });
    this.#ask();
  };

  close = (): void => this.set({ isOpen: false });

  #follow = (): void => {
    if (this.get().isOpen) this.#ask();
  };

  #isUnanswered(): boolean {
    const { film } = this.get();
    const isAbout = ({ filmId }: { filmId: string }) => filmId === film?.id;
    return !!film && !this.#ratings?.some(isAbout) && !this.#answers.some(isAbout);
  }

  get #given(): number {
    const unwanted = this.#answers.filter(({ answer }) => answer === "notForMe").length;
    return (this.#ratings?.length ?? 0) + unwanted;
  }

  async #next(): Promise<Partial<StartState>> {
    const { worker } = this.#context;
    const given = this.#given;
    const film = await this.#context.forThisData(() =>
      worker.start.next([...(this.#ratings ?? [])], [...this.#answers], this.#skipped),
    );
    // The same question once more leaves all as it is.
    const { film: asked } = this.get();
    const isSame = film && asked && sameFilm(film, asked);
    return { film: isSame ? asked : film, given };
  }
}
