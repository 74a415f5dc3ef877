import type { ConnectedTrainer } from "../../../core/client/client.ts";
import type { Store } from "../../../core/page/Store.ts";
import { NO_SERVING, type PageState } from "../../../core/page/session/PageState.ts";
import type { ServingState } from "../../../core/page/session/Session.ts";
import type { LookUp } from "../api.ts";

interface Ground {
  state: Store<PageState>;
  trainer: () => ConnectedTrainer;
  tell: (error: unknown) => void;
}

/** Recommendations in each list of the database. */
const PER_USER = 20;

/** The two ways to serve: the database that is made beforehand, and the model beside it. */
export class Serving {
  readonly #ground: Ground;
  /** What arrives from before it is of data that is gone. */
  #run = 0;
  #opened = false;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** Looks, once, for a database of an earlier visit. */
  async open(): Promise<void> {
    const { state, trainer, tell } = this.#ground;
    if (this.#opened || state.get().dataset === null) return;
    this.#opened = true;
    const run = this.#run;
    try {
      const batch = await trainer().openBatch();
      if (run !== this.#run || batch === null) return;
      this.#change({ batch });
      await this.learnt();
    } catch (error) {
      if (run === this.#run) tell(error);
    }
  }

  async make(): Promise<void> {
    const { state, trainer, tell } = this.#ground;
    if (state.get().serving.running) return;
    const run = this.#run;
    this.#change({ running: true, progress: null, stopped: false });
    try {
      const batch = await trainer().makeBatch(PER_USER, (progress) => {
        if (run === this.#run && state.get().serving.running) this.#change({ progress });
      });
      if (run !== this.#run) return;
      this.#change({ running: false, progress: null, stopped: batch === null });
      if (batch === null) return;
      this.#change({ batch, measure: null });
      await this.learnt();
    } catch (error) {
      if (run !== this.#run) return;
      this.#change({ running: false, progress: null });
      tell(error);
    }
  }

  /** Measures both ways anew: the model may have learnt something that the database does not know. */
  async learnt(): Promise<void> {
    const { state, trainer, tell } = this.#ground;
    if (state.get().serving.batch === null || state.get().training.epochsDone === 0) return;
    const run = this.#run;
    try {
      const measure = await trainer().measureServing();
      if (run === this.#run) this.#change({ measure });
    } catch (error) {
      if (run === this.#run) tell(error);
    }
  }

  lookUp(userId: string): Promise<LookUp> {
    return this.#ground.trainer().lookUp(userId);
  }

  file(): Promise<Blob> {
    return this.#ground.trainer().batchFile();
  }

  /** Forgets what is of data that is gone. */
  drop(): void {
    this.#run++;
    this.#opened = false;
    this.#ground.state.set({ serving: NO_SERVING });
  }

  #change(change: Partial<ServingState>): void {
    const { state } = this.#ground;
    state.set({ serving: { ...state.get().serving, ...change } });
  }
}
