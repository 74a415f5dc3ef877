/**
 * Holds changes of the list back while somebody is working on it, so that nothing moves under the finger. The
 * latest change happens as soon as the pointer has left the list, or once it has rested for a moment.
 */
export class Standstill {
  readonly #quiet: number;
  #until = 0;
  #waiting: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param quiet milliseconds without a sign of the pointer or the keyboard after which what waits may happen */
  constructor(quiet = 1200) {
    this.#quiet = quiet;
  }

  /** Somebody is at work: nothing moves for a moment. @param quiet milliseconds, where more than usual is wanted */
  hold = (quiet = this.#quiet): void => {
    this.#until = Math.max(this.#until, performance.now() + quiet);
    if (this.#waiting !== null) this.#wait();
  };

  /** Nobody is at work any more: what waits happens now. */
  release = (): void => {
    this.#until = 0;
    clearTimeout(this.#timer);
    const act = this.#waiting;
    this.#waiting = null;
    act?.();
  };

  /** Acts now or when it may; a later act takes the place of one that waits. */
  whenQuiet(act: () => void): void {
    this.#waiting = act;
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const left = this.#until - performance.now();
    if (left <= 0) this.release();
    else this.#timer = setTimeout(this.release, left);
  }
}
