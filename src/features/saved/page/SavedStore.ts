import type { SavedWork } from "../../../core/api/SavedWork.ts";
import type { Context } from "../../../core/page/Context.ts";
import type { RatingsStore } from "../../../core/page/ratings/RatingsStore.ts";
import { Store } from "../../../core/page/Store.ts";
import { aboutRemains, deleteEverything } from "./deleteEverything.ts";

export interface SavedState {
  /** The last used first. */
  works: SavedWork[];
  /**
   * "elsewhere": another tab saves its own model; "failed": the last write was refused; "refused": the browser
   * saves nothing.
   */
  status: "saved" | "elsewhere" | "failed" | "refused";
  /** Why, in a sentence; null if all is well. */
  problem: string | null;
  /** Bytes used by this site; null if the browser does not say. */
  usage: number | null;
}

/** Saves data and model on the device after every training, and says so. */
export class SavedStore extends Store<SavedState> {
  readonly #context: Context;
  #isWaiting = false;

  constructor(context: Context) {
    super({ works: [], status: "saved", problem: null, usage: null });
    this.#context = context;
    const { events, workspace } = context;
    events.on("dataAdopted", ({ source }) => {
      // Should the tab be closed before training ends, the file need not be found again.
      if (source === "file" && workspace.get().model === null) void this.save();
    });
    events.on("modelChanged", ({ finished }) => {
      if (finished) void this.save();
    });
  }

  /** Looks at what is saved, and how much space it takes. */
  refresh = async (): Promise<void> => {
    try {
      this.set({ works: await this.#context.worker.saved.list(), usage: await usage() });
    } catch (error) {
      // Ratings are refused as well, which is an alert; here it is shown on Data.
      this.set({ works: [], status: "refused", problem: (error as Error).message });
    }
  };

  async save(): Promise<void> {
    const { status, problem } = this.get();
    if (status === "refused") return;
    try {
      const outcome = await this.#context.worker.saved.save();
      if (outcome === "saved") {
        this.set({ status: "saved", problem: null });
        await this.refresh();
      } else {
        this.set({ status: "elsewhere" });
        void this.#saveWhenMine();
      }
    } catch (error) {
      const { message } = error as Error;
      if (message !== problem) this.#context.alerts.tell(error);
      this.set({ status: "failed", problem: message });
    }
  }

  delete = async (name: string): Promise<void> => {
    try {
      await this.#context.worker.saved.delete(name);
      await this.refresh();
    } catch (error) {
      this.#context.alerts.tell(error);
    }
  };

  /** Opens saved data, with its model. */
  open = (name: string): void => this.#context.events.emit("savedWorkOpened", name);

  /**
   * Deletes everything and starts over as on a first visit. What another tab holds on to is named, and the page goes on
   * with what is left.
   */
  deleteAll = async (ratings: Pick<RatingsStore, "close" | "reopen">): Promise<void> => {
    // Whatever might still write goes first.
    this.#context.endWorker();
    await ratings.close();
    const problem = aboutRemains(await deleteEverything());
    if (problem === null) return location.reload();
    this.#context.alerts.show(problem);
    ratings.reopen();
    this.#context.restartWorker();
  };

  /** What was trained while another tab held the lock is saved once that tab is gone. */
  async #saveWhenMine(): Promise<void> {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    try {
      await this.#context.worker.saved.whenMine();
      this.#isWaiting = false;
      await this.save();
    } catch {
      // The worker is gone, which is an alert already; the next one waits for itself.
      this.#isWaiting = false;
    }
  }
}

async function usage(): Promise<number | null> {
  try {
    return (await navigator.storage.estimate()).usage ?? null;
  } catch {
    return null;
  }
}
