import type { Context } from "../../../core/page/Context.ts";
import { Store } from "../../../core/page/Store.ts";
import type { Batch, BatchProgress, LookUp, ServingMeasure } from "../api.ts";

export const BUILDING = "the database";
/** Recommendations in each list of the database. */
const PER_USER = 20;

export interface ServingState {
  progress: BatchProgress | null;
  /** Whether the last build was stopped. */
  stopped: boolean;
  batch: Batch | null;
  measure: ServingMeasure | null;
}

const NOTHING_BUILT: ServingState = { progress: null, stopped: false, batch: null, measure: null };

/** The two ways to serve: a database built in advance, and the model asked on demand. */
export class ServingStore extends Store<ServingState> {
  readonly #context: Context;
  #isOpened = false;

  constructor(context: Context) {
    super(NOTHING_BUILT);
    this.#context = context;
    const reset = () => {
      this.#isOpened = false;
      this.set(NOTHING_BUILT);
    };
    context.events.on("dataAdopted", reset);
    context.events.on("workerStarted", reset);
    context.events.on("modelChanged", () => void this.#measure());
  }

  /** Looks, once, for the database of an earlier visit. */
  open = async (): Promise<void> => {
    const { worker, alerts } = this.#context;
    if (this.#isOpened) return;
    this.#isOpened = true;
    try {
      const batch = await this.#context.forThisData(() => worker.serving.open());
      if (batch === null) return;
      this.set({ batch });
      await this.#measure();
    } catch (error) {
      alerts.tell(error);
    }
  };

  build = async (): Promise<void> => {
    const { jobs, worker, alerts } = this.#context;
    try {
      const { stopped, result } = await jobs.run<BatchProgress, Batch>(
        { name: BUILDING, status: "Building the database" },
        (report) => {
          this.set({ progress: null, stopped: false });
          return worker.serving.build(PER_USER, report);
        },
        (progress) => this.set({ progress }),
      );
      this.set({ stopped, progress: null });
      if (result === null) return;
      this.set({ batch: result, measure: null });
      await this.#measure();
    } catch (error) {
      alerts.tell(error);
    }
  };

  lookUp = (userId: string): Promise<LookUp> => this.#context.worker.serving.lookUp(userId);

  file = (): Promise<Blob> => this.#context.worker.serving.file();

  /** Measures both ways again: the model may have learnt something that the database does not know. */
  async #measure(): Promise<void> {
    const { worker, workspace, alerts } = this.#context;
    if (this.get().batch === null || workspace.get().model === null) return;
    try {
      this.set({ measure: await this.#context.forThisData(() => worker.serving.measure()) });
    } catch (error) {
      alerts.tell(error);
    }
  }
}
