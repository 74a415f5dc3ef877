import type { ConnectedTrainer } from "../../../core/client/client.ts";
import type { Store } from "../../../core/page/Store.ts";
import type { PageState } from "../../../core/page/session/PageState.ts";
import type { KeepingState } from "../../../core/page/session/Session.ts";
import type { KeptWork, TrainingCourse } from "../api.ts";

interface Ground {
  state: Store<PageState>;
  trainer: () => ConnectedTrainer;
  /** Called when what is at hand lies on the device. */
  kept: (name: string) => void;
  tell: (error: unknown) => void;
}

/** Keeps data and model on the device, and says so; what cannot be kept is told once. */
export class Keeping {
  readonly #ground: Ground;
  #waiting = false;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** What was last at hand here; null on a first visit, and where the browser keeps nothing. */
  async last(): Promise<KeptWork | null> {
    await this.look();
    return this.#ground.state.get().keeping.works[0] ?? null;
  }

  /** Looks at what lies on the device and how much room it takes. */
  async look(): Promise<void> {
    try {
      const works = await this.#ground.trainer().kept();
      this.#change({ works, room: await room() });
    } catch (error) {
      // The ratings are refused as well, and that is told; here it stands on Data.
      this.#change({ works: [], standing: "refused", problem: (error as Error).message });
    }
  }

  /** Keeps the data at hand, and its model where it has learnt. */
  async keep(): Promise<void> {
    const { dataset, keeping } = this.#ground.state.get();
    if (dataset === null || keeping.standing === "refused") return;
    try {
      const outcome = await this.#ground.trainer().keep(this.#course());
      if (outcome === "kept") {
        this.#change({ standing: "kept", problem: null });
        this.#ground.kept(dataset.name);
        await this.look();
      } else if (outcome === "elsewhere") {
        this.#change({ standing: "elsewhere" });
        void this.#keepInTurn();
      }
    } catch (error) {
      const { message } = error as Error;
      if (message !== keeping.problem) this.#ground.tell(error);
      this.#change({ standing: "failed", problem: message });
    }
  }

  async forget(name: string): Promise<void> {
    try {
      await this.#ground.trainer().forget(name);
      await this.look();
    } catch (error) {
      this.#ground.tell(error);
    }
  }

  /** What was learnt while another tab had the turn is kept when that tab is gone. */
  async #keepInTurn(): Promise<void> {
    if (this.#waiting) return;
    this.#waiting = true;
    try {
      await this.#ground.trainer().myTurn();
      this.#waiting = false;
      await this.keep();
    } catch {
      // The worker is gone, which is told already; the next one waits for its own turn.
      this.#waiting = false;
    }
  }

  #course(): TrainingCourse | null {
    const { training } = this.#ground.state.get();
    const { settings, history, popularity, epochsDone, seconds, stopped, origin } = training;
    const brought = origin === "brought";
    if (epochsDone === 0 && !brought) return null;
    return { settings, history, popularity, epochsDone, seconds, stopped, brought };
  }

  #change(change: Partial<KeepingState>): void {
    const { state } = this.#ground;
    state.set({ keeping: { ...state.get().keeping, ...change } });
  }
}

/** What the browser counts for this site; null where it does not say. */
async function room(): Promise<KeepingState["room"]> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined ? null : { usage, quota };
  } catch {
    return null;
  }
}
