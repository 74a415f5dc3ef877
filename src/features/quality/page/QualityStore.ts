import type { TrainingSettings } from "../../../core/api/training.ts";
import { type Computed, outdated } from "../../../core/page/Computed.ts";
import type { Context } from "../../../core/page/Context.ts";
import { defaultSettings } from "../../../core/page/defaultSettings.ts";
import { Store } from "../../../core/page/Store.ts";
import { versionOfPage } from "../../../core/page/serviceWorker/versionOfPage.ts";
import { CHALLENGE_PARTS } from "../../../experiment/challenges/parts.ts";
import { datedName } from "../../../ui/datedName.ts";
import { download } from "../../../ui/download.ts";
import type {
  ChallengeFindings,
  QualityFiles,
  QualityProgress,
  QualitySettings,
  QualitySetup,
} from "../api.ts";
import { addressOf, DEPENDENCIES, PLACE, settingsIn } from "./settings.ts";

export const MEASURING = "the measurement";

interface QualityState {
  /** With what the next measurement is made: what the person chose, and how the model in use learnt. */
  settings: QualitySetup;
  progress: QualityProgress | null;
  stopped: boolean;
  /** What was asked for and has not been found yet, in the order in which it is measured. */
  pending: readonly Part[];
  found: Found;
}

export type Part = keyof ChallengeFindings;

/** What each part found the last time, with the settings it was run with. */
type Found = { [One in Part]?: Computed<QualitySetup, ChallengeFindings[One]> };

const NOTHING_MEASURED = { progress: null, stopped: false, pending: [], found: {} };

/** How good recommendations are on the current data, and what may go wrong with them. */
export class QualityStore extends Store<QualityState> {
  readonly #context: Context;

  constructor(context: Context) {
    const learnt = () => learningIn(context.workspace.get());
    super({ ...NOTHING_MEASURED, settings: { ...settingsIn(window.location.hash), ...learnt() } });
    this.#context = context;
    const follow = () => {
      // Settings that a search found are gone with the model that had them.
      const { found, ...settings } = this.get().settings;
      this.set({ settings: { ...settings, ...learnt() } });
    };
    const reset = () => {
      this.set(NOTHING_MEASURED);
      follow();
    };
    context.events.on("dataAdopted", reset);
    context.events.on("workerStarted", reset);
    context.events.on("modelChanged", follow);
    window.addEventListener("hashchange", () => {
      const { hash } = window.location;
      if (hash.startsWith(`${PLACE}?`))
        this.set({ settings: { ...this.get().settings, ...settingsIn(hash) } });
    });
  }

  /** The address follows, so that a run can be pointed to. */
  choose = (change: Partial<QualitySettings>): void => {
    const settings = { ...this.get().settings, ...change };
    this.set({ settings });
    window.history.replaceState(null, "", addressOf(settings));
  };

  /** Measures these parts; if left out, those that are missing or out of date, and all if none is. */
  measure = async (asked?: readonly Part[]): Promise<void> => {
    const { jobs, worker, alerts } = this.#context;
    const { found, settings } = this.get();
    const due = dueParts(found, settings);
    const parts = asked ?? (due.length === 0 ? CHALLENGE_PARTS : due);
    let setup: QualitySetup | null = null;
    const keep = (result: Partial<ChallengeFindings>) => {
      if (setup === null) return;
      const own = CHALLENGE_PARTS.filter((part) => result[part] !== undefined).map((part) => [
        part,
        { setup, result: result[part] },
      ]);
      this.set({
        found: { ...this.get().found, ...Object.fromEntries(own) },
        pending: this.get().pending.filter((part) => result[part] === undefined),
      });
    };
    try {
      const { stopped, result } = await jobs.run<QualityProgress, Partial<ChallengeFindings>>(
        { name: MEASURING, status: "Measuring quality" },
        (report) => {
          setup = this.get().settings;
          this.set({ progress: null, stopped: false, pending: parts });
          return worker.quality.run(setup, parts, report);
        },
        (progress) => {
          this.set({ progress });
          keep(progress.found);
        },
      );
      if (result !== null) keep(result);
      this.set({ progress: null, stopped, pending: [] });
    } catch (error) {
      if (setup !== null) this.set({ progress: null, stopped: true, pending: [] });
      alerts.tell(error);
    }
  };

  /** Saves the findings as a file. Only for a whole measurement, none of it out of date. */
  save = async (kind: keyof QualityFiles): Promise<void> => {
    const { worker, alerts } = this.#context;
    const { found, settings } = this.get();
    try {
      const version = versionOfPage() ?? "in development";
      const measured = { found: resultsOf(found) as ChallengeFindings, settings, version };
      const files = await worker.quality.files(measured);
      const { type, name } = FILES[kind];
      download(new Blob([files[kind]], { type }), datedName(name));
    } catch (error) {
      alerts.tell(error);
    }
  };
}

/** How the model in use learnt, or how one will. */
function learningIn({
  model,
  dataset,
}: ReturnType<Context["workspace"]["get"]>): Omit<TrainingSettings, "threads"> {
  const { threads, ...settings } = model?.settings ?? defaultSettings(dataset);
  // Training that was continued, or stopped early, has had other epochs than its last run asked for.
  return { ...settings, epochs: model?.epochsDone || settings.epochs };
}

/** The parts that are missing or out of date. */
export function dueParts(found: Found, settings: QualitySetup): readonly Part[] {
  return CHALLENGE_PARTS.filter((part) => !found[part] || outdatedBy(found, part, settings) !== "");
}

/** Whether every part is found and none is out of date, so that it can be saved. */
export function isWhole(found: Found, settings: QualitySetup): boolean {
  return dueParts(found, settings).length === 0;
}

/** Why a part's finding is out of date, in a sentence; empty if it is current or missing. */
export function outdatedBy(found: Found, part: Part, settings: QualitySetup): string {
  const setup = found[part]?.setup;
  return setup ? outdated(setup, settings, DEPENDENCIES[part]) : "";
}

/** The findings without what they were made with. */
function resultsOf(found: Found): Partial<ChallengeFindings> {
  return Object.fromEntries(Object.entries(found).map(([part, { result }]) => [part, result]));
}

const FILES: Record<keyof QualityFiles, { type: string; name: string }> = {
  report: { type: "text/html", name: "quality.html" },
  modelCard: { type: "text/markdown", name: "model-card.md" },
  csv: { type: "text/csv", name: "quality.csv" },
  json: { type: "application/json", name: "quality.json" },
};
