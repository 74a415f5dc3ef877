import type { OwnRating } from "../../../../core/api/Film.ts";
import { Connection } from "../../../../storage/Connection.ts";
import { complete } from "../../../../storage/complete.ts";

/** A second person's ratings in IndexedDB, those of each data set apart. */
export class CompanionDatabase {
  readonly #connection: Connection;

  /** @param deleted another tab, or this one, deletes everything: nothing is stored from then on */
  constructor(deleted: () => void) {
    this.#connection = new Connection("their ratings", {
      closed: (reason) => {
        if (reason === "deleted") deleted();
      },
    });
  }

  /** The latest first. @throws StorageError if the browser refuses */
  load(dataset: string): Promise<OwnRating[]> {
    return this.#connection.read(async (database) => (await database.get("companions", dataset)) ?? []);
  }

  /** In place of what was there; none deletes it. @throws StorageError if the browser refuses */
  save(dataset: string, ratings: OwnRating[]): Promise<void> {
    return this.#connection.use(async (database) => {
      const transaction = database.transaction("companions", "readwrite", { durability: "strict" });
      await complete(transaction, async () => {
        if (ratings.length === 0) await transaction.store.delete(dataset);
        else await transaction.store.put(ratings, dataset);
      });
    });
  }
}
