import { BusyError, CancelledError } from "../../errors.ts";
import type { Outcome } from "../api/work.ts";

/** Runs long work one job at a time, so that two of them never share the model. */
export class Jobs {
  #running: { controller: AbortController; ended: Promise<void> } | null = null;

  get isBusy(): boolean {
    return this.#running !== null;
  }

  /**
   * Runs `work`, whose reports all arrive before the outcome does. Where `work` throws a CancelledError, the
   * outcome is stopped and without a result.
   *
   * @throws BusyError if another job is running.
   */
  async run<Report, Result>(
    onReport: (report: Report) => unknown,
    work: (signal: AbortSignal, report: (report: Report) => void) => Promise<Result>,
  ): Promise<Outcome<Result>> {
    if (this.#running) throw new BusyError("Something else is running. Stop it first.");
    const controller = new AbortController();
    const { signal } = controller;
    const result = inOrder(onReport, (report) => work(signal, report));
    const ended = result.then(ignore, ignore);
    this.#running = { controller, ended };
    try {
      const value = await result;
      return { stopped: signal.aborted, result: value };
    } catch (error) {
      if (error instanceof CancelledError) return { stopped: true, result: null };
      throw error;
    } finally {
      this.#running = null;
    }
  }

  /** Stops the running job, if any, within a slice; resolves once it has ended. */
  async cancel(): Promise<void> {
    this.#running?.controller.abort();
    await this.#running?.ended;
  }
}

/**
 * Reports cross the worker boundary on a channel of their own, so the answer could overtake the last of them:
 * it waits until that one has been heard.
 */
export async function inOrder<Report, Result>(
  onReport: (report: Report) => unknown,
  work: (report: (report: Report) => void) => Promise<Result>,
): Promise<Result> {
  let heard: unknown;
  try {
    return await work((report) => {
      heard = onReport(report);
    });
  } finally {
    await heard;
  }
}

const ignore = () => {};
