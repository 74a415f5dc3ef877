import type { Pace } from "../api.ts";

/** Milliseconds between two checks of the clock. */
const CHECK_EVERY = 20;

/** Holds stepwise work to a pace, which may change or pause meanwhile. */
export class Pacer {
  #pace: Pace;
  #since = performance.now();
  #steps = 0;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  set(pace: Pace): void {
    this.#pace = pace;
    this.#since = performance.now();
    this.#steps = 0;
  }

  /** Resolves when the next step is due, or when the signal is aborted. */
  async next(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !this.#isDue) await new Promise((resolve) => setTimeout(resolve, CHECK_EVERY));
    this.#steps++;
  }

  get #isDue(): boolean {
    const { perSecond, paused } = this.#pace;
    return !paused && this.#steps <= ((performance.now() - this.#since) / 1000) * perSecond;
  }
}
