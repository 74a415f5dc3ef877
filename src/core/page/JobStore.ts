import { BusyError, CancelledError } from "../../errors.ts";
import type { Outcome, Progress } from "../api/work.ts";
import { Store } from "./Store.ts";
import { throttled } from "./throttled.ts";

/** Milliseconds between two updates on screen. */
const UPDATE_EVERY = 100;

/** A job in words. */
export interface JobWords {
  /** As in "Available when training finishes." */
  name: string;
  /** As the header says it: "Learning from 100,004 ratings". */
  status: string;
}

export interface Job extends JobWords {
  progress: Progress | null;
  cancel: () => void;
}

/** The one job of the page: what is disabled and why, the header's status and every Stop button follow from it. */
export class JobStore extends Store<{ job: Job | null }> {
  readonly #cancelInWorker: () => Promise<void>;
  #ended: Promise<unknown> = Promise.resolve();
  #isAbandoned = false;

  constructor(cancelInWorker: () => Promise<void>) {
    super({ job: null });
    this.#cancelInWorker = cancelInWorker;
  }

  /**
   * Runs a job of the worker. `onProgress` is called with the latest report at most ten times a second, and with
   * the last one before the job ends.
   *
   * @throws BusyError if another job is running.
   * @throws CancelledError if the job was abandoned.
   */
  async run<Report extends Progress, Result>(
    words: JobWords,
    ask: (report: (report: Report) => void) => Promise<Outcome<Result>>,
    onProgress: (report: Report) => void = () => {},
  ): Promise<Outcome<Result>> {
    const { job } = this.get();
    if (job !== null) throw new BusyError(`Wait until ${job.name} finishes, or stop it first.`);
    this.#isAbandoned = false;
    let latest: Report | null = null;
    const update = throttled(UPDATE_EVERY, () => {
      const { job } = this.get();
      if (job === null || latest === null) return;
      this.set({ job: { ...job, progress: { done: latest.done, secondsLeft: latest.secondsLeft } } });
      onProgress(latest);
    });
    this.set({ job: { ...words, progress: null, cancel: () => void this.cancel() } });
    const asked = ask((report) => {
      latest = report;
      update.soon();
    });
    this.#ended = asked.catch(() => {});
    try {
      const outcome = await asked;
      if (this.#isAbandoned) throw new CancelledError(`Abandoned ${words.name}.`);
      return outcome;
    } finally {
      update.now();
      this.set({ job: null });
    }
  }

  /** Cancels the job because its data is being replaced: its result is dropped. */
  async abandon(): Promise<void> {
    this.#isAbandoned = true;
    await this.cancel();
  }

  /** Stops the job, if one runs; resolves once it has ended. */
  async cancel(): Promise<void> {
    if (this.get().job === null) return;
    // If the worker has died, so has the job.
    await this.#cancelInWorker().catch(() => {});
    await this.#ended;
    // Let the store that started the job handle its end first.
    await new Promise((resolve) => setTimeout(resolve));
  }
}
