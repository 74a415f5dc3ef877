import type { Pace } from "../api.ts";

/** Milliseconds between two checks of the clock. */
const CHECK_EVERY = 20;

/** Holds stepwise work to a pace, which may change or pause meanwhile. */
export class Pacer {
  #pace: Pace;
  /** When the first step was waited for; null before that. */
  #since: number | null = null;
  #steps = 0;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  set(pace: Pace): void {
    this.#pace = pace;
    this.#since = null;
    this.#steps = 0;
  }

  /** Resolves when the next step is due, or when the signal is aborted. */
  async next(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !this.#isDue) await new Promise((resolve) => setTimeout(resolve, CHECK_EVERY));
    this.#steps++;
  }

  /** Steps a second since the pace was set; 0 before the first. */
  get perSecond(): number {
    return this.#steps === 0 ? 0 : this.#steps / Math.max(0.001, this.#seconds);
  }

  get #seconds(): number {
    this.#since ??= performance.now();
    return (performance.now() - this.#since) / 1000;
  }

  get #isDue(): boolean {
    const { perSecond, paused } = this.#pace;
    return !paused && this.#steps <= this.#seconds * perSecond;
  }
}
