import type { Computed } from "../../../core/page/Computed.ts";
import type { Context } from "../../../core/page/Context.ts";
import { Store } from "../../../core/page/Store.ts";
import { versionOfPage } from "../../../core/page/serviceWorker/versionOfPage.ts";
import { datedName } from "../../../ui/datedName.ts";
import { download } from "../../../ui/download.ts";
import type { ChallengeFindings, QualityFiles, QualityProgress, QualitySettings } from "../api.ts";
import { addressOf, PLACE, settingsIn } from "./settings.ts";

export const MEASURING = "the measurement";

interface QualityState {
  /** With what the next measurement is made. */
  settings: QualitySettings;
  progress: QualityProgress | null;
  stopped: boolean;
  /** What has been found so far; null before the first measurement. */
  found: Computed<QualitySettings, Partial<ChallengeFindings>> | null;
}

const NOTHING_MEASURED = { progress: null, stopped: false, found: null };

/** How good recommendations are on the current data, and what may go wrong with them. */
export class QualityStore extends Store<QualityState> {
  readonly #context: Context;

  constructor(context: Context) {
    super({ ...NOTHING_MEASURED, settings: settingsIn(window.location.hash) });
    this.#context = context;
    const reset = () => this.set(NOTHING_MEASURED);
    context.events.on("dataAdopted", reset);
    context.events.on("workerStarted", reset);
    window.addEventListener("hashchange", () => {
      const { hash } = window.location;
      if (hash.startsWith(`${PLACE}?`)) this.set({ settings: settingsIn(hash) });
    });
  }

  /** The address follows, so that a run can be pointed to. */
  choose = (change: Partial<QualitySettings>): void => {
    const settings = { ...this.get().settings, ...change };
    this.set({ settings });
    window.history.replaceState(null, "", addressOf(settings));
  };

  measure = async (): Promise<void> => {
    const { jobs, worker, alerts } = this.#context;
    let setup: QualitySettings | null = null;
    const found = (result: Partial<ChallengeFindings>) => setup && { setup, result };
    try {
      const { stopped, result } = await jobs.run<QualityProgress, ChallengeFindings>(
        { name: MEASURING, status: "Measuring quality" },
        (report) => {
          setup = this.get().settings;
          this.set({ progress: null, stopped: false, found: found({}) });
          return worker.quality.run(setup, report);
        },
        (progress) => this.set({ progress, found: found(progress.found) }),
      );
      this.set({ progress: null, stopped, ...(result !== null && { found: found(result) }) });
    } catch (error) {
      if (setup !== null) this.set({ progress: null, stopped: true });
      alerts.tell(error);
    }
  };

  /** Saves the findings as a file. Only for a whole measurement. */
  save = async (kind: keyof QualityFiles): Promise<void> => {
    const { worker, alerts } = this.#context;
    const { found } = this.get();
    if (found === null) return;
    try {
      const version = versionOfPage() ?? "in development";
      const measured = { found: found.result as ChallengeFindings, settings: found.setup, version };
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
