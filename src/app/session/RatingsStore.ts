import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** A rating as it lies in the browser's database, one record for each film. */
export interface KeptRating {
  /** The data's name and the film's id in it make the key. */
  dataset: string;
  filmId: string;
  stars: number;
  /** When the film was first rated, in milliseconds; the order of the list. */
  ratedAt: number;
}

/** A rating taken back in another tab. */
export interface ForgottenRating {
  dataset: string;
  filmId: string;
  stars: null;
}

export interface RatingsStoreEvents {
  changedElsewhere: (change: KeptRating | ForgottenRating) => void;
  /** Called once, with what still works, as soon as the browser turns out not to keep ratings. */
  refused: (message: string) => void;
}

interface Schema extends DBSchema {
  ratings: { key: [string, string]; value: KeptRating };
}

const OUTDATED =
  "Another tab has a newer Matinee. Ratings are still used here but no longer kept; reload this page to go on keeping them.";
const OUTDATED_ELSEWHERE =
  "Another tab still has an older Matinee. Until you close it and reload this page, ratings are used but last only as long as this tab.";
const REFUSED =
  "This browser does not let Matinee keep your ratings, as in a private window. Everything works, but they last only as long as this tab.";

/** Keeps ratings in IndexedDB and other tabs in step. Never rejects: where it cannot keep, it says so once. */
export class RatingsStore {
  readonly #events: RatingsStoreEvents;
  readonly #database: Promise<IDBPDatabase<Schema>>;
  readonly #otherTabs = new BroadcastChannel("matinee-ratings");
  #refused = false;

  constructor(events: RatingsStoreEvents) {
    this.#events = events;
    this.#database = this.#open();
    this.#database.catch(() => this.#refuse(REFUSED));
    this.#otherTabs.onmessage = (event: MessageEvent<KeptRating | ForgottenRating>) =>
      events.changedElsewhere(event.data);
  }

  /** What was kept for this data, or nothing where the browser refuses. */
  async load(dataset: string): Promise<KeptRating[]> {
    try {
      const database = await this.#database;
      return await database.getAll("ratings", IDBKeyRange.bound([dataset], [dataset, []]));
    } catch {
      this.#refuse(REFUSED);
      return [];
    }
  }

  keep(rating: KeptRating): Promise<void> {
    return this.#write(rating, (ratings) => ratings.put(rating));
  }

  forget(dataset: string, filmId: string): Promise<void> {
    return this.#write({ dataset, filmId, stars: null }, (ratings) => ratings.delete([dataset, filmId]));
  }

  /** A change is kept, and told to the other tabs, when its transaction is complete, not before. */
  async #write(change: KeptRating | ForgottenRating, put: (ratings: RatingsTable) => Promise<unknown>) {
    try {
      const transaction = (await this.#database).transaction("ratings", "readwrite");
      await Promise.all([put(transaction.store), transaction.done]);
      this.#otherTabs.postMessage(change);
    } catch {
      this.#refuse(REFUSED);
    }
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    return new Promise((resolve, reject) => {
      openDB<Schema>("matinee", 1, {
        upgrade: (database) => {
          database.createObjectStore("ratings", { keyPath: ["dataset", "filmId"] });
        },
        blocked: () => {
          this.#refuse(OUTDATED_ELSEWHERE);
          reject(new Error(OUTDATED_ELSEWHERE));
        },
        blocking: (_current, _blocked, event) => {
          (event.target as IDBDatabase).close();
          this.#refuse(OUTDATED);
        },
        terminated: () => this.#refuse(REFUSED),
      }).then(resolve, reject);
    });
  }

  #refuse(message: string): void {
    if (this.#refused) return;
    this.#refused = true;
    this.#events.refused(message);
  }
}

type RatingsTable = {
  put(rating: KeptRating): Promise<unknown>;
  delete(key: [string, string]): Promise<unknown>;
};
