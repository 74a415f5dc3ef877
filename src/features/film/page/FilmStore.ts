import type { Context } from "../../../core/page/Context.ts";
import { Store } from "../../../core/page/Store.ts";
import type { FilmDetails } from "../api.ts";

interface FilmState {
  /** The film that is asked for; null on other pages. */
  id: string | null;
  /** Null while it is looked up; "unknown" where the data has no such film. */
  details: FilmDetails | "unknown" | null;
}

const ADDRESS = "#/film/";

/** The film of the page's address, looked up again when data or model change. */
export class FilmStore extends Store<FilmState> {
  readonly #context: Context;

  constructor(context: Context) {
    super({ id: null, details: null });
    this.#context = context;
    window.addEventListener("hashchange", () => this.#follow());
    context.events.on("dataAdopted", () => this.#follow());
    context.events.on("modelChanged", () => this.#follow());
    this.#follow();
  }

  #follow(): void {
    const id = idOf(window.location.hash);
    const isOther = id !== this.get().id;
    this.set({ id, ...(isOther && { details: null }) });
    const { worker, workspace, alerts } = this.#context;
    if (id === null || workspace.get().dataset === null) return;
    this.#context
      .forThisData(() => worker.film.details(id))
      .then((details) => {
        if (this.get().id === id) this.set({ details: details ?? "unknown" });
      }, alerts.tell);
  }
}

function idOf(hash: string): string | null {
  if (!hash.startsWith(ADDRESS)) return null;
  try {
    return decodeURIComponent(hash.slice(ADDRESS.length));
  } catch {
    return null;
  }
}
