const NAME = "matinee-keeps";

/**
 * Only one tab at a time saves models, the first to open, so that none overwrites another's. The lock is
 * released when the worker ends, however that happens, and passes to the next tab.
 */
export class TabLock {
  #isHeld = false;
  #isReleased = false;
  #release = () => {};
  readonly #acquired: Promise<void>;

  constructor() {
    this.#acquired = new Promise((resolve) => {
      const acquire = () => {
        this.#isHeld = true;
        resolve();
      };
      const locks: LockManager | undefined = globalThis.navigator?.locks;
      if (locks === undefined) return acquire();
      locks
        .request(NAME, async () => {
          if (this.#isReleased) return;
          acquire();
          await new Promise<void>((resolve) => (this.#release = resolve));
        })
        .catch(acquire);
    });
  }

  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** Leaves it to the next tab for good. */
  release(): void {
    this.#isHeld = false;
    this.#isReleased = true;
    this.#release();
  }

  /** Resolves once this tab holds the lock. */
  acquired(): Promise<void> {
    return this.#acquired;
  }
}
