import { type Database, openDatabase, type StoredRating } from "../../../storage/database.ts";
import { type Refusal, refusal, refusalOf } from "../../../storage/refusals.ts";

/** A rating removed. */
export interface RemovedRating {
  dataset: string;
  filmId: string;
  stars: null;
}

export type RatingChange = StoredRating | RemovedRating;

export interface RatingsDatabaseEvents {
  changedElsewhere: (changes: RatingChange[]) => void;
  /** Called once, as soon as the browser turns out not to store ratings. */
  refused: (error: Error) => void;
}

const WHAT = "ratings";
/** Ratings written between two chances for the page. */
const PIECE = 50;

/** Ratings in IndexedDB, in step with other tabs. Never rejects: where nothing can be stored, it says so once. */
export class RatingsDatabase {
  readonly #events: RatingsDatabaseEvents;
  readonly #database: Promise<Database>;
  /** Null where the browser has no such channel: other tabs then catch up when they reload. */
  readonly #otherTabs = channel("matinee-ratings");
  #refused = false;

  constructor(events: RatingsDatabaseEvents) {
    this.#events = events;
    this.#database = this.#open();
    this.#database.catch((error) => this.#refuse(refusalOf(error, WHAT)));
    this.#otherTabs?.addEventListener("message", (event: MessageEvent<RatingChange[]>) =>
      events.changedElsewhere(event.data),
    );
  }

  /** The ratings stored for this data; none where the browser refuses. */
  async load(dataset: string): Promise<StoredRating[]> {
    try {
      const database = await this.#database;
      return await database.getAll("ratings", IDBKeyRange.bound([dataset], [dataset, []]));
    } catch (error) {
      this.#refuse(refusalOf(error as Error, WHAT));
      return [];
    }
  }

  /** Lets go of the database; nothing is stored from now on. */
  async close(): Promise<void> {
    this.#refused = true;
    this.#otherTabs?.close();
    await this.#database.then(
      (database) => database.close(),
      () => {},
    );
  }

  /** All of them or none: stored, and announced to other tabs, once their transaction is complete. */
  async write(changes: RatingChange[]): Promise<void> {
    try {
      const transaction = (await this.#database).transaction("ratings", "readwrite");
      await Promise.all([writeAll(transaction.store, changes), transaction.done]);
      this.#otherTabs?.postMessage(changes);
    } catch (error) {
      this.#refuse(refusalOf(error as Error, WHAT));
    }
  }

  #open(): Promise<Database> {
    const reasons: Record<"newer" | "deleted" | "broken", Refusal> = {
      newer: "newer",
      deleted: "deleted",
      broken: "private",
    };
    return new Promise((resolve, reject) => {
      openDatabase({
        blocked: () => {
          const error = refusal("older elsewhere", WHAT);
          this.#refuse(error);
          reject(error);
        },
        closed: (why) => this.#refuse(refusal(reasons[why], WHAT)),
      }).then(resolve, reject);
    });
  }

  #refuse(error: Error): void {
    if (this.#refused) return;
    this.#refused = true;
    this.#events.refused(error);
  }
}

function channel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

interface RatingsTable {
  put(rating: StoredRating): Promise<unknown>;
  delete(key: [string, string]): Promise<unknown>;
}

/** In pieces, so that thousands of them do not block the page. */
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
