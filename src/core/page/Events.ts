import type { DatasetSummary } from "../api/DatasetSummary.ts";
import type { OwnRating } from "../api/Film.ts";

/** What stores tell each other without knowing each other. */
export interface PageEvents {
  /** Other data is in use; a model saved with it may be too. */
  dataAdopted: DatasetSummary;
  /** The model can recommend something it could not before; `finished` is false while it still trains. */
  modelChanged: { finished: boolean };
  /** The person's ratings for the data in use, after loading, rating or undo. */
  ratingsChanged: readonly OwnRating[];
  /** The background worker is gone, and with it data and model. */
  workerFailed: Error;
  /** A new worker stands ready, without data. */
  workerStarted: undefined;
  /** Files were dropped, chosen or pasted. */
  filesOpened: File[];
}

export class Events {
  readonly #listeners = new Map<keyof PageEvents, ((payload: never) => void)[]>();

  on<Name extends keyof PageEvents>(name: Name, listener: (payload: PageEvents[Name]) => void): void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
  }

  emit<Name extends keyof PageEvents>(name: Name, payload: PageEvents[Name]): void {
    for (const listener of this.#listeners.get(name) ?? []) {
      (listener as (payload: PageEvents[Name]) => void)(payload);
    }
  }
}
