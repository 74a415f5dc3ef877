import { Store } from "./Store.ts";

/** Long enough to be read once. */
const SHOWN_FOR = 7000;

/** What an action of the person has just changed, for the header's status line. */
export class NewsStore extends Store<{ text: string | null }> {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super({ text: null });
  }

  say(text: string): void {
    clearTimeout(this.#timer);
    this.set({ text });
    this.#timer = setTimeout(() => this.set({ text: null }), SHOWN_FOR);
  }
}
