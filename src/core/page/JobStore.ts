import { BusyError, CancelledError } from "../../errors.ts";
import type { Outcome, Progress } from "../api/work.ts";
import { Store } from "./Store.ts";
import { throttled } from "./throttled.ts";

/** Milliseconds between two updates on screen. */
const UPDATE_EVERY = 100;

/** A job in words. */
export interface JobWords {
  /** As in "Waiting for training to finish." */
  name: string;
  /** As the header says it: "Learning from 100,004 ratings". */
  status: string;
}

export interface Job extends JobWords {
  progress: Progress | null;
  /** Whether it rests until the person lets it go on. */
  isPaused?: boolean;
  /** Whether it has been stopped and is about to end. */
  isStopping?: boolean;
}

interface JobsState {
  job: Job | null;
  /** Those asked for meanwhile, in the order in which they will run. */
  waiting: readonly JobWords[];
}

/** What the job of this name waits for, in a sentence; null while it does not wait. */
export function aboutWaiting({ job, waiting }: JobsState, name: string): string | null {
  const place = waiting.findIndex((other) => other.name === name);
  const awaited = place < 0 ? null : [job, ...waiting][place];
  if (!awaited) return null;
  // Only training can be paused.
  if (place === 0 && job?.isPaused) return "Waiting: training is paused. Resume or stop it on Training.";
  return `Waiting for ${awaited.name} to finish.`;
}

/**
 * The one job of the page, and those that wait for it: what is disabled and why, the header's status and every
 * Stop button follow from it.
 */
export class JobStore extends Store<JobsState> {
  readonly #cancelInWorker: () => Promise<void>;
  #queue: { words: JobWords; begin: () => void; withdraw: (why: Error) => void }[] = [];
  #ended: Promise<unknown> = Promise.resolve();
  #isAbandoned = false;

  constructor(cancelInWorker: () => Promise<void>) {
    super({ job: null, waiting: [] });
    this.#cancelInWorker = cancelInWorker;
  }

  /**
   * Runs a job of the worker as soon as no other runs; `ask` is called then. `onProgress` is called with the
   * latest report at most ten times a second, and with the last one before the job ends.
   *
   * @throws BusyError if a job of this name runs or waits already.
   * @throws CancelledError if the job was withdrawn before it began, or abandoned.
   */
  async run<Report extends Progress, Result>(
    words: JobWords,
    ask: (report: (report: Report) => void) => Promise<Outcome<Result>>,
    onProgress: (report: Report) => void = () => {},
  ): Promise<Outcome<Result>> {
    const turn = this.#turn(words);
    if (turn !== null) await turn;
    let latest: Report | null = null;
    const update = throttled(UPDATE_EVERY, () => {
      const { job } = this.get();
      if (job === null || latest === null) return;
      this.set({ job: { ...job, progress: { done: latest.done, secondsLeft: latest.secondsLeft } } });
      onProgress(latest);
    });
    try {
      const asked = ask((report) => {
        latest = report;
        update.soon();
      });
      this.#ended = asked.catch(() => {});
      const outcome = await asked;
      if (this.#isAbandoned) throw new CancelledError(`Abandoned ${words.name}.`);
      return outcome;
    } finally {
      update.now();
      this.#next();
    }
  }

  /** Stops the job of this name if it runs, and withdraws it if it waits. */
  stop(name: string): void {
    if (this.get().job?.name === name) void this.cancel();
    else this.#withdraw((waiting) => waiting.name === name);
  }

  /** Updates the status of the job of this name, if it runs. */
  setStatus(name: string, status: string, isPaused = false): void {
    const { job } = this.get();
    if (job?.name !== name || (job.status === status && (job.isPaused ?? false) === isPaused)) return;
    this.set({ job: { ...job, status, isPaused } });
  }

  /** Cancels every job because its data is gone: results are dropped. */
  async abandon(): Promise<void> {
    this.#withdraw(() => true);
    this.#isAbandoned = true;
    await this.cancel();
  }

  /** Stops the job that runs, if any; resolves once it has ended. */
  async cancel(): Promise<void> {
    const { job } = this.get();
    if (job === null) return;
    this.set({ job: { ...job, isStopping: true } });
    const ended = this.#ended;
    // If the worker has died, so has the job.
    await this.#cancelInWorker().catch(() => {});
    await ended;
    // Let the store that started the job handle its end first.
    await new Promise((resolve) => setTimeout(resolve));
  }

  /** Makes it the job that runs: at once, which gives null, or when the promise resolves. */
  #turn(words: JobWords): Promise<void> | null {
    const { job, waiting } = this.get();
    if ([job, ...waiting].some((other) => other?.name === words.name)) {
      throw new BusyError(`Wait until ${words.name} finishes, or stop it first.`);
    }
    if (job === null) {
      this.#begin(words);
      return null;
    }
    return new Promise<void>((begin, withdraw) => {
      this.#queue.push({ words, begin, withdraw });
      this.#tellWaiting();
    });
  }

  #begin(words: JobWords): void {
    this.#isAbandoned = false;
    this.set({ job: { ...words, progress: null } });
  }

  #next(): void {
    const next = this.#queue.shift();
    if (next === undefined) {
      this.set({ job: null });
      return;
    }
    this.#begin(next.words);
    this.#tellWaiting();
    next.begin();
  }

  #withdraw(isMeant: (words: JobWords) => boolean): void {
    const meant = this.#queue.filter(({ words }) => isMeant(words));
    this.#queue = this.#queue.filter((entry) => !meant.includes(entry));
    this.#tellWaiting();
    for (const { words, withdraw } of meant) withdraw(new CancelledError(`Withdrew ${words.name}.`));
  }

  #tellWaiting(): void {
    this.set({ waiting: this.#queue.map(({ words }) => words) });
  }
}
