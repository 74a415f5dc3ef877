import type { FoundFilms } from "../api/Film.ts";
import type { Context } from "./Context.ts";
import { Store } from "./Store.ts";

const RESULTS = 8;

/** Finds items by title. */
export class SearchStore extends Store<Record<never, never>> {
  readonly #context: Context;

  constructor(context: Context) {
    super({});
    this.#context = context;
  }

  search = (text: string): Promise<FoundFilms> => this.#context.worker.catalogue.search(text, RESULTS);
}
