import type { ConnectedTrainer } from "../../worker/client.ts";
import { NO_EXPERIMENTS, type PageState } from "./PageState.ts";
import type { Store } from "./Store.ts";

interface Ground {
  state: Store<PageState>;
  trainer: () => ConnectedTrainer;
  tell: (error: unknown) => void;
}

/** The experiments on those who are new: where the line is drawn, and what came of each. */
export class Experiments {
  readonly #ground: Ground;
  /** What arrives from before it is of data that is gone. */
  #run = 0;
  #timelineAsked = false;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  async openTimeline(): Promise<void> {
    const { state, trainer, tell } = this.#ground;
    if (this.#timelineAsked || state.get().dataset === null) return;
    this.#timelineAsked = true;
    const run = this.#run;
    try {
      const timeline = await trainer().timeline();
      if (run === this.#run) this.#change({ timeline });
    } catch (error) {
      if (run === this.#run) tell(error);
    }
  }

  cutAt(cut: number): void {
    this.#change({ cut });
  }

  /** Forgets what is of data that is gone. */
  drop(): void {
    this.#run++;
    this.#timelineAsked = false;
    this.#ground.state.set({ newUsers: NO_EXPERIMENTS });
  }

  #change(change: Partial<PageState["newUsers"]>): void {
    const { state } = this.#ground;
    state.set({ newUsers: { ...state.get().newUsers, ...change } });
  }
}
