import type { ConnectedTrainer } from "../../../core/client/client.ts";
import type { Store } from "../../../core/page/Store.ts";
import type { PageState } from "../../../core/page/session/PageState.ts";
import type { OwnRatingsSummary } from "../api.ts";

interface Ground {
  state: Store<PageState>;
  trainer: () => ConnectedTrainer;
  /** Takes files that are not one person's ratings. */
  readData: (files: File[]) => Promise<void>;
  tell: (error: unknown) => void;
}

/** Files that a person brings: his own ratings are matched with the data at hand, anything else is read as data. */
export class Bringing {
  readonly #ground: Ground;
  #opening = 0;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  async open(files: File[]): Promise<void> {
    const { state, readData, tell } = this.#ground;
    this.drop();
    const opening = this.#opening;
    try {
      const brought = await this.#match(files);
      if (opening !== this.#opening) return;
      if (brought === null) await readData(files);
      else state.set({ brought });
    } catch (error) {
      if (opening === this.#opening) tell(error);
    }
  }

  /** Lets go of what was brought and not kept. */
  drop(): void {
    this.#opening++;
    this.#ground.state.set({ brought: null });
  }

  /** A file may come before the first data has been read: then it waits for that. */
  async #match(files: File[]): Promise<OwnRatingsSummary | null> {
    const { state, trainer } = this.#ground;
    try {
      return await trainer().matchOwnRatings(files);
    } catch (error) {
      const isEarly = error instanceof Error && error.name === "NotReadyError";
      if (!isEarly || state.get().loading === null) throw error;
      await state.until(({ dataset, loading }) => dataset !== null || loading === null);
      return trainer().matchOwnRatings(files);
    }
  }
}
