/** State that one owner changes and many may watch, in the shape of React's `useSyncExternalStore`. */
export class Store<State extends object> {
  readonly #watchers = new Set<() => void>();
  #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  get = (): State => this.#state;

  set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    for (const watcher of this.#watchers) watcher();
  }

  /** Resolves as soon as the state meets a condition. */
  until(isMet: (state: State) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (!isMet(this.#state)) return;
        this.#watchers.delete(check);
        resolve();
      };
      this.#watchers.add(check);
      check();
    });
  }

  subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
}
