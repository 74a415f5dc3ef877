/** Holds a training between two epochs for as long as the person wishes. */
export class Pause {
  #isAsked = false;
  #goOn = () => {};

  get isAsked(): boolean {
    return this.#isAsked;
  }

  ask(isAsked: boolean): void {
    this.#isAsked = isAsked;
    if (!isAsked) this.#goOn();
  }

  /** Resolves when the pause is over, or the signal is aborted. */
  async over(signal: AbortSignal): Promise<void> {
    if (!this.#isAsked || signal.aborted) return;
    await new Promise<void>((resolve) => {
      this.#goOn = resolve;
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }
}
