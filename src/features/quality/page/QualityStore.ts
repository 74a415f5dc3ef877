import type { Context } from "../../../core/page/Context.ts";
import { Store } from "../../../core/page/Store.ts";
import { versionOfPage } from "../../../core/page/serviceWorker/versionOfPage.ts";
import { datedName } from "../../../ui/datedName.ts";
import { download } from "../../../ui/download.ts";
import type { QualityFiles, QualityFindings, QualityProgress } from "../api.ts";

export const MEASURING = "the measurement";

const SEED = 42;
const PLACE = "#/quality";

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
    super({ ...NOTHING_MEASURED, seed: seedIn(window.location.hash) ?? SEED });
    this.#context = context;
    const reset = () => this.set({ ...NOTHING_MEASURED, seed: this.get().seed });
    context.events.on("dataAdopted", reset);
    context.events.on("workerStarted", reset);
    window.addEventListener("hashchange", () => {
      const seed = seedIn(window.location.hash);
      if (seed !== null) this.set({ seed });
    });
  }

  /** The address follows, so that a run can be pointed to. */
  chooseSeed = (seed: number): void => {
    this.set({ seed });
    window.history.replaceState(null, "", seed === SEED ? PLACE : `${PLACE}?seed=${seed}`);
  };

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

  /** Saves the findings as a file. Only for a whole measurement. */
  save = async (kind: keyof QualityFiles): Promise<void> => {
    const { worker, alerts } = this.#context;
    const { found, foundWith } = this.get();
    try {
      const version = versionOfPage() ?? "in development";
      const measured = { found: found as QualityFindings, seed: foundWith ?? SEED, version };
      const files = await worker.quality.files(measured);
      const { type, name } = FILES[kind];
      download(new Blob([files[kind]], { type }), datedName(name));
    } catch (error) {
      alerts.tell(error);
    }
  };
}

const FILES: Record<keyof QualityFiles, { type: string; name: string }> = {
  report: { type: "text/html", name: "quality.html" },
  modelCard: { type: "text/markdown", name: "model-card.md" },
  csv: { type: "text/csv", name: "quality.csv" },
  json: { type: "application/json", name: "quality.json" },
};

/** The seed that an address names; null if it names none. */
function seedIn(address: string): number | null {
  const [path, query] = address.split("?");
  const named = path === PLACE ? new URLSearchParams(query).get("seed") : null;
  const seed = Number(named);
  return named !== null && Number.isSafeInteger(seed) && seed >= 0 ? seed : null;
}
