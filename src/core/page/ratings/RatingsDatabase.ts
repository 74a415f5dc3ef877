import { Connection, type ConnectionEvents } from "../../../storage/Connection.ts";
import { complete } from "../../../storage/complete.ts";
import { RATING_WRITES } from "../../../storage/database.ts";
import type { Snapshot } from "./Replica.ts";
import type { RatingChange, Said } from "./Said.ts";

/** Ratings written between two chances for the page. */
const PIECE = 50;
const STORES = ["ratings", "answers", "counters"] as const;

interface Events extends ConnectionEvents {
  /** The browser has deleted what was saved, and not because the person asked for it here. */
  emptied: () => void;
}

/** Ratings and other answers in IndexedDB. Its transactions put the writes of all tabs in one order, and number them. */
export class RatingsDatabase {
  readonly #events: Events;
  readonly #connection: Connection;
  /** The largest number seen: the database has fewer writes only if the browser has deleted it. */
  #writes = 0;

  constructor(events: Events) {
    this.#events = events;
    this.#connection = new Connection("ratings", events);
  }

  /** What is stored for this data. @throws StorageError if the browser refuses */
  async load(dataset: string): Promise<Snapshot> {
    const known = this.#writes;
    const snapshot = await this.#connection.read(async (database) => {
      const transaction = database.transaction(STORES);
      const ofThisData = IDBKeyRange.bound([dataset], [dataset, []]);
      const [ratings, answers, writes = 0] = await Promise.all([
        transaction.objectStore("ratings").getAll(ofThisData),
        transaction.objectStore("answers").getAll(ofThisData),
        transaction.objectStore("counters").get(RATING_WRITES),
      ]);
      const said = new Map<string, Said>();
      for (const { filmId, answer, ratedAt, place = 0 } of answers) {
        said.set(filmId, { stars: null, answer, ratedAt, place });
      }
      for (const { filmId, stars, ratedAt, place = 0 } of ratings) {
        said.set(filmId, { stars, answer: null, ratedAt, place });
      }
      return { said, writes };
    });
    this.#notice(known, snapshot.writes);
    return snapshot;
  }

  /**
   * All of them or none.
   *
   * @returns the number of this write, once it would survive a power cut
   * @throws StorageError if the browser refuses
   */
  async write(changes: readonly RatingChange[]): Promise<number> {
    const known = this.#writes;
    const [stored, write] = await this.#connection.use(async (database) => {
      const transaction = database.transaction(STORES, "readwrite", { durability: "strict" });
      const ratings = transaction.objectStore("ratings");
      const answers = transaction.objectStore("answers");
      const counters = transaction.objectStore("counters");
      const put = ({ dataset, filmId, said }: RatingChange): Promise<unknown>[] => {
        const key = { dataset, filmId, ratedAt: said?.ratedAt ?? 0, place: said?.place ?? 0 };
        return [
          said?.stars == null
            ? ratings.delete([dataset, filmId])
            : ratings.put({ ...key, stars: said.stars }),
          said?.answer == null
            ? answers.delete([dataset, filmId])
            : answers.put({ ...key, answer: said.answer }),
        ];
      };
      return complete(transaction, async () => {
        const last = (await counters.get(RATING_WRITES)) ?? 0;
        const next = Math.max(last, known) + 1;
        await counters.put(next, RATING_WRITES);
        for (let from = 0; from < changes.length; from += PIECE) {
          await Promise.all(changes.slice(from, from + PIECE).flatMap(put));
        }
        return [last, next];
      });
    });
    this.#notice(known, stored);
    this.heardOf(write);
    return write;
  }

  /** A write that is complete, of this tab or another. */
  heardOf(write: number): void {
    this.#writes = Math.max(this.#writes, write);
  }

  /** Lets go of the database for good. */
  close(): Promise<void> {
    return this.#connection.close();
  }

  /** Fewer writes than this tab `known` when it asked: they were deleted. */
  #notice(known: number, stored: number): void {
    if (stored < known) this.#events.emptied();
    this.heardOf(stored);
  }
}
