const NAME = "matinee-keeps";

/**
 * One tab at a time keeps its models, the one that was there first, so that none overwrites another's. The
 * turn is over with the worker, however that ends, and passes to the next tab.
 */
export class Turn {
  #mine = false;
  #pass = () => {};
  readonly #taken: Promise<void>;

  constructor() {
    this.#taken = new Promise((resolve) => {
      const take = () => {
        this.#mine = true;
        resolve();
      };
      if (!("locks" in navigator)) return take();
      navigator.locks
        .request(NAME, () => {
          take();
          return new Promise<void>((resolve) => (this.#pass = resolve));
        })
        .catch(take);
    });
  }

  get isMine(): boolean {
    return this.#mine;
  }

  /** Leaves it to the next tab, for good. */
  pass(): void {
    this.#mine = false;
    this.#pass();
  }

  async taken(): Promise<true> {
    await this.#taken;
    return true;
  }
}
