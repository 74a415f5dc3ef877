import type { Catalogue } from "../../../dataset/Catalogue.ts";
import { StorageError } from "../../../errors.ts";
import { type Database, openDatabase } from "../../../storage/database.ts";
import type { KeptModels } from "../../../storage/KeptModels.ts";
import type { KeptWork } from "../api.ts";
import { sizeOf } from "./sizeOf.ts";
import { Turn } from "./Turn.ts";

export interface Work extends Pick<KeptWork, "name" | "source" | "ratings" | "course"> {
  /** Null for data that the site brings along. */
  catalogue: Catalogue | null;
  models: KeptModels | null;
}

const REFUSED =
  "This browser does not let Matinee keep data and model, as in a private window. Everything works, but they last only as long as this tab.";
const FULL =
  "There is no room left on this device to keep data and model. What was kept before is still there; what is new lasts only as long as this tab.";
const UNKNOWN =
  "What this browser holds under Matinee's name cannot be read, so data and model are not kept. Forget everything, on Data, to begin afresh.";
const FORGOTTEN =
  "Everything that Matinee had kept was forgotten in another tab. Reload this page to begin afresh.";
const OUTDATED =
  "Another tab has another version of Matinee, so data and model are not kept here. Close it and reload this page.";

/** Keeps data and models in the browser's database, each write whole or not at all. */
export class Keeper {
  #turn: Turn | null = null;
  #database: Promise<Database> | null = null;
  /** Catalogues that lie in the database as they are: they are not written again with every model. */
  #written = new WeakSet<Catalogue>();

  get turn(): Turn {
    this.#turn ??= new Turn();
    return this.#turn;
  }

  /** Last used first. */
  list(): Promise<KeptWork[]> {
    return this.#use(async (database) => {
      const works = await database.getAll("works");
      return works.sort((one, other) => other.usedAt - one.usedAt);
    });
  }

  /** @throws StorageError where it is no longer there. */
  load(name: string): Promise<Pick<Work, "source" | "course" | "catalogue" | "models">> {
    return this.#use(async (database) => {
      const transaction = database.transaction(["works", "catalogues", "models"]);
      const [work, catalogue, models] = await Promise.all([
        transaction.objectStore("works").get(name),
        transaction.objectStore("catalogues").get(name),
        transaction.objectStore("models").get(name),
      ]);
      if (!work || (work.source === "file" && !catalogue)) {
        throw new StorageError(`${name} is no longer kept on this device: open the file again.`);
      }
      if (catalogue) this.#written.add(catalogue);
      const { source, course } = work;
      return { source, course, catalogue: catalogue ?? null, models: models ?? null };
    });
  }

  /** Resolves once everything is written: a put can succeed and its transaction fail later. */
  keep({ catalogue, models, ...work }: Work): Promise<void> {
    return this.#use(async (database) => {
      const transaction = database.transaction(["works", "catalogues", "models"], "readwrite");
      await whole(transaction, async () => {
        const catalogues = transaction.objectStore("catalogues");
        const isThere = catalogue && this.#written.has(catalogue) && (await catalogues.getKey(work.name));
        const now = Date.now();
        await Promise.all([
          catalogue && !isThere && catalogues.put(catalogue, work.name),
          models
            ? transaction.objectStore("models").put(models, work.name)
            : transaction.objectStore("models").delete(work.name),
          transaction.objectStore("works").put({
            ...work,
            keptAt: now,
            usedAt: now,
            dataBytes: catalogue ? sizeOf(catalogue) : 0,
            modelBytes: models ? sizeOf(models) : 0,
          }),
        ]);
      });
      if (catalogue) this.#written.add(catalogue);
    });
  }

  /** Notes that this work is the one at hand. */
  use(name: string): Promise<void> {
    return this.#use(async (database) => {
      const transaction = database.transaction("works", "readwrite");
      await whole(transaction, async () => {
        const work = await transaction.store.get(name);
        if (work) await transaction.store.put({ ...work, usedAt: Date.now() });
      });
    });
  }

  forget(name: string): Promise<void> {
    this.#written = new WeakSet();
    return this.#use(async (database) => {
      const transaction = database.transaction(["works", "catalogues", "models"], "readwrite");
      await whole(transaction, () =>
        Promise.all([
          transaction.objectStore("works").delete(name),
          transaction.objectStore("catalogues").delete(name),
          transaction.objectStore("models").delete(name),
        ]),
      );
    });
  }

  async #use<T>(work: (database: Database) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#open());
    } catch (error) {
      throw error instanceof StorageError ? error : new StorageError(words(error as Error));
    }
  }

  /** Where another tab has forgotten everything, this one must not bring it back. */
  #closed(deleted: boolean): void {
    this.#database = deleted ? Promise.reject(new StorageError(FORGOTTEN)) : null;
    this.#database?.catch(() => {});
    if (deleted) this.turn.pass();
  }

  /** Anew where another tab needed the database closed. */
  #open(): Promise<Database> {
    this.#database ??= new Promise<Database>((resolve, reject) => {
      openDatabase({
        blocked: () => reject(new StorageError(OUTDATED)),
        closed: (why) => this.#closed(why === "deleted"),
      }).then(resolve, reject);
    });
    this.#database.catch(() => (this.#database = null));
    return this.#database;
  }
}

/** Writes all of it or nothing. Why it failed, the transaction may know better than a request that fell with it. */
async function whole(
  transaction: { done: Promise<void>; abort(): void },
  write: () => Promise<unknown>,
): Promise<void> {
  const written = write().catch((error) => {
    if (error.name !== "AbortError") transaction.abort();
    throw error;
  });
  const ends = await Promise.allSettled([written, transaction.done]);
  const failures = ends.flatMap((end) => (end.status === "rejected" ? [end.reason as Error] : []));
  if (failures.length > 0) throw failures.find(({ name }) => name !== "AbortError") ?? failures[0];
}

function words({ name, message }: Error): string {
  switch (name) {
    case "QuotaExceededError":
      return FULL;
    case "VersionError":
      return OUTDATED;
    case "NotFoundError":
    case "DataError":
      return UNKNOWN;
    case "SecurityError":
    case "InvalidStateError":
      return REFUSED;
    default:
      // Very large data is refused under several names.
      return `Data and model could not be kept on this device (${message}). What was kept before is still there; what is new lasts only as long as this tab.`;
  }
}
