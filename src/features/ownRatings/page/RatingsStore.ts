import { type Database, type KeptRating, openDatabase } from "../../../storage/database.ts";

/** A rating taken back in another tab. */
export interface ForgottenRating {
  dataset: string;
  filmId: string;
  stars: null;
}

export type RatingChange = KeptRating | ForgottenRating;

export interface RatingsStoreEvents {
  changedElsewhere: (changes: RatingChange[]) => void;
  /** Called once, with what still works, as soon as the browser turns out not to keep ratings. */
  refused: (message: string) => void;
}

/** Ratings written between two turns of the page. */
const PIECE = 50;

const OUTDATED =
  "Another tab has a newer Matinee. Ratings are still used here but no longer kept; reload this page to go on keeping them.";
const OUTDATED_ELSEWHERE =
  "Another tab still has an older Matinee. Until you close it and reload this page, ratings are used but last only as long as this tab.";
const FORGOTTEN =
  "Everything that Matinee had kept was forgotten in another tab. Reload this page to begin afresh.";
const NEWER =
  "A newer Matinee was used in this browser. Reload this page to get it; until then ratings are used but not kept.";
const UNKNOWN =
  "What this browser holds under Matinee's name cannot be read, so ratings last only as long as this tab. Forget everything, on Data, to begin afresh.";
const REFUSED =
  "This browser does not let Matinee keep your ratings, as in a private window. Everything works, but they last only as long as this tab.";

/** Keeps ratings in IndexedDB and other tabs in step. Never rejects: where it cannot keep, it says so once. */
export class RatingsStore {
  readonly #events: RatingsStoreEvents;
  readonly #database: Promise<Database>;
  readonly #otherTabs = new BroadcastChannel("matinee-ratings");
  #refused = false;

  constructor(events: RatingsStoreEvents) {
    this.#events = events;
    this.#database = this.#open();
    this.#database.catch((error) => this.#refuse(words(error)));
    this.#otherTabs.onmessage = (event: MessageEvent<RatingChange[]>) => events.changedElsewhere(event.data);
  }

  /** What was kept for this data, or nothing where the browser refuses. */
  async load(dataset: string): Promise<KeptRating[]> {
    try {
      const database = await this.#database;
      return await database.getAll("ratings", IDBKeyRange.bound([dataset], [dataset, []]));
    } catch (error) {
      this.#refuse(words(error as Error));
      return [];
    }
  }

  /** Lets go of the database; nothing is kept from now on. */
  async close(): Promise<void> {
    this.#refused = true;
    this.#otherTabs.close();
    await this.#database.then(
      (database) => database.close(),
      () => {},
    );
  }

  /** All of them or none: they are kept, and told to the other tabs, when their transaction is complete. */
  async write(changes: RatingChange[]): Promise<void> {
    try {
      const transaction = (await this.#database).transaction("ratings", "readwrite");
      await Promise.all([writeAll(transaction.store, changes), transaction.done]);
      this.#otherTabs.postMessage(changes);
    } catch (error) {
      this.#refuse(words(error as Error));
    }
  }

  #open(): Promise<Database> {
    return new Promise((resolve, reject) => {
      openDatabase({
        blocked: () => {
          this.#refuse(OUTDATED_ELSEWHERE);
          reject(new Error(OUTDATED_ELSEWHERE));
        },
        closed: (why) => this.#refuse({ newer: OUTDATED, deleted: FORGOTTEN, broken: REFUSED }[why]),
      }).then(resolve, reject);
    });
  }

  #refuse(message: string): void {
    if (this.#refused) return;
    this.#refused = true;
    this.#events.refused(message);
  }
}

function words({ name }: Error): string {
  if (name === "VersionError") return NEWER;
  return name === "NotFoundError" || name === "DataError" ? UNKNOWN : REFUSED;
}

interface RatingsTable {
  put(rating: KeptRating): Promise<unknown>;
  delete(key: [string, string]): Promise<unknown>;
}

/** In pieces, so that two thousand of them do not hold up the page. */
async function writeAll(ratings: RatingsTable, changes: RatingChange[]): Promise<void> {
  for (let from = 0; from < changes.length; from += PIECE) {
    const piece = changes.slice(from, from + PIECE);
    await Promise.all(
      piece.map((change) =>
        change.stars === null ? ratings.delete([change.dataset, change.filmId]) : ratings.put(change),
      ),
    );
  }
}
