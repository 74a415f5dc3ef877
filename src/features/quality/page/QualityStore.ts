import type { Context } from "../../../core/page/Context.ts";
import { Store } from "../../../core/page/Store.ts";
import type { QualityFindings, QualityProgress } from "../api.ts";

export const MEASURING = "the measurement";

const SEED = 42;

interface QualityState {
  seed: number;
  progress: QualityProgress | null;
  stopped: boolean;
  /** What has been found so far, and with which seed. */
  found: Partial<QualityFindings>;
  foundWith: number | null;
}

const NOTHING_MEASURED: QualityState = {
  seed: SEED,
  progress: null,
  stopped: false,
  found: {},
  foundWith: null,
};

/** How good recommendations are on the current data, and what may go wrong with them. */
export class QualityStore extends Store<QualityState> {
  readonly #context: Context;

  constructor(context: Context) {
    super(NOTHING_MEASURED);
    this.#context = context;
    const reset = () => this.set(NOTHING_MEASURED);
    context.events.on("dataAdopted", reset);
    context.events.on("workerStarted", reset);
  }

  chooseSeed = (seed: number): void => this.set({ seed });

  measure = async (): Promise<void> => {
    const { jobs, worker, alerts } = this.#context;
    const { seed } = this.get();
    try {
      const { stopped, result } = await jobs.run<QualityProgress, QualityFindings>(
        { name: MEASURING, status: "Measuring quality" },
        (report) => {
          this.set({ progress: null, stopped: false, found: {}, foundWith: seed });
          return worker.quality.run({ seed }, report);
        },
        (progress) => this.set({ progress, found: progress.found }),
      );
      this.set({ progress: null, stopped, ...(result !== null && { found: result }) });
    } catch (error) {
      this.set({ progress: null, stopped: true });
      alerts.tell(error);
    }
  };
}
