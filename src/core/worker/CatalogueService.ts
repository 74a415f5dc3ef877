import type { Film, FoundFilms } from "../api/Film.ts";
import type { Workspace } from "./Workspace.ts";

/** Looks items up in the current data; needs no model. */
export class CatalogueService {
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** A varied set of well-known items to rate first. */
  async startingSet(count: number): Promise<Film[]> {
    const { data } = this.#workspace;
    return data.startingSet(count).map((row) => this.#workspace.film(data, row));
  }

  /** The best matches for part of a title, ignoring case and accents. */
  async search(text: string, limit: number): Promise<FoundFilms> {
    const { data } = this.#workspace;
    const { rows, isExact } = data.find(text, limit);
    return { films: rows.map((row) => this.#workspace.film(data, row)), isExact };
  }

  /** The items with these ids, in this order; ids that the data lacks are left out. */
  async films(ids: string[]): Promise<Film[]> {
    const { data } = this.#workspace;
    return ids.flatMap((id) => {
      const row = data.row(id);
      return row === undefined ? [] : [this.#workspace.film(data, row)];
    });
  }
}
