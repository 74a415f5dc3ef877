/** Milliseconds without a sign of the pointer or the keyboard after which what waits may happen. */
const QUIET = 1200;

/**
 * Holds changes of the list back while somebody is working on it, so that nothing moves under the finger. The
 * latest change happens as soon as the pointer has left the list, or once it has rested for a moment.
 */
export class Standstill {
  #until = 0;
  #waiting: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Somebody is at work: nothing moves for a moment. */
  hold = (): void => {
    this.#until = performance.now() + QUIET;
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
