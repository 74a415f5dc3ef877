import type { Pace } from "../api.ts";

/** Milliseconds between two looks at whether it is time. */
const LOOK = 20;

/** Gives the beat to work that goes a step at a time, and can be paused. */
export class Metronome {
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

  /** Resolves when the next step may be made, or when the signal has been given. */
  async beat(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !this.#isTime) await new Promise((resolve) => setTimeout(resolve, LOOK));
    this.#steps++;
  }

  get #isTime(): boolean {
    const { perSecond, paused } = this.#pace;
    return !paused && this.#steps <= ((performance.now() - this.#since) / 1000) * perSecond;
  }
}
