import type { Latency } from "../api.ts";

/** How long calls of one kind take, one by one. */
export class CallTimes {
  readonly #clock: () => number;
  readonly #milliseconds: number[] = [];

  /** @param clock milliseconds */
  constructor(clock = () => performance.now()) {
    this.#clock = clock;
  }

  /** Makes a call and times it. */
  async time<Answer>(call: () => Answer | Promise<Answer>): Promise<Answer> {
    const began = this.#clock();
    const answer = await call();
    this.#milliseconds.push(this.#clock() - began);
    return answer;
  }

  /** The middle and the slow end of the calls so far, of which there must be one at least. */
  get latency(): Latency {
    const sorted = this.#milliseconds.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1];
    return { calls: sorted.length, median: at(0.5), percentile95: at(0.95) };
  }
}
