import type { Catalogue } from "../../../dataset/Catalogue.ts";
import { StorageError } from "../../../errors.ts";
import { type Database, openDatabase, type StoredModels } from "../../../storage/database.ts";
import { refusal, refusalOf } from "../../../storage/refusals.ts";
import type { DatasetSummary } from "../../api/DatasetSummary.ts";
import type { SavedWork } from "../../api/SavedWork.ts";
import type { TrainingRecord } from "../../api/training.ts";
import { sizeOf } from "./sizeOf.ts";
import { type StoredRecord, storedWork, toRecord } from "./storedRecord.ts";
import { TabLock } from "./TabLock.ts";

export interface Work {
  name: string;
  source: DatasetSummary["source"];
  ratings: number;
  record: TrainingRecord | null;
  /** Null for embedded data, which the site brings along. */
  catalogue: Catalogue | null;
  models: StoredModels | null;
}

const WHAT = "data and models";
const STORES = ["works", "catalogues", "models"] as const;

/** Data sets and models in the browser's database; each write is complete or has no effect. */
export class SavedWorks {
  #lock: TabLock | null = null;
  #database: Promise<Database> | null = null;
  /** Catalogues already in the database: they are not written again with every model. */
  #written = new WeakSet<Catalogue>();

  /** Requested with the first look at what is saved: the first tab to open is the one that saves. */
  get lock(): TabLock {
    this.#lock ??= new TabLock();
    return this.#lock;
  }

  /** The last used first. @throws StorageError if the browser refuses. */
  list(): Promise<SavedWork[]> {
    this.#lock ??= new TabLock();
    return this.#use(async (database) => {
      const works = await database.getAll("works");
      return works
        .sort((one, other) => other.usedAt - one.usedAt)
        .map(({ name, source, ratings, course, keptAt, dataBytes, modelBytes }) => ({
          ...{ name, source, ratings, dataBytes, modelBytes, savedAt: keptAt },
          record: course ? toRecord(course as StoredRecord) : null,
        }));
    });
  }

  /** @throws StorageError if it is gone. */
  load(name: string): Promise<Omit<Work, "name" | "ratings">> {
    return this.#use(async (database) => {
      const transaction = database.transaction(STORES);
      const [work, catalogue, models] = await Promise.all([
        transaction.objectStore("works").get(name),
        transaction.objectStore("catalogues").get(name),
        transaction.objectStore("models").get(name),
      ]);
      if (!work || (work.source === "file" && !catalogue)) {
        throw new StorageError(`${name} is no longer saved. Open the file again.`);
      }
      if (catalogue) this.#written.add(catalogue);
      const { source, course } = work;
      return {
        source,
        record: course ? toRecord(course as StoredRecord) : null,
        catalogue: catalogue ?? null,
        models: models ?? null,
      };
    });
  }

  /** Resolves once everything is written: a put can succeed and its transaction still fail. */
  save({ catalogue, models, ...work }: Work): Promise<void> {
    return this.#use(async (database) => {
      const transaction = database.transaction(STORES, "readwrite");
      await complete(transaction, async () => {
        const catalogues = transaction.objectStore("catalogues");
        const isThere = catalogue && this.#written.has(catalogue) && (await catalogues.getKey(work.name));
        const now = Date.now();
        await Promise.all([
          catalogue && !isThere && catalogues.put(catalogue, work.name),
          models
            ? transaction.objectStore("models").put(models, work.name)
            : transaction.objectStore("models").delete(work.name),
          transaction.objectStore("works").put({
            ...storedWork(work),
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

  /** Notes that this one is in use now. */
  touch(name: string): Promise<void> {
    return this.#use(async (database) => {
      const transaction = database.transaction("works", "readwrite");
      await complete(transaction, async () => {
        const work = await transaction.store.get(name);
        if (work) await transaction.store.put({ ...work, usedAt: Date.now() });
      });
    });
  }

  delete(name: string): Promise<void> {
    this.#written = new WeakSet();
    return this.#use(async (database) => {
      const transaction = database.transaction(STORES, "readwrite");
      await complete(transaction, () =>
        Promise.all(STORES.map((store) => transaction.objectStore(store).delete(name))),
      );
    });
  }

  async #use<T>(work: (database: Database) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#open());
    } catch (error) {
      throw refusalOf(error as Error, WHAT);
    }
  }

  /** Where another tab has deleted everything, this one must not bring it back. */
  #closed(deleted: boolean): void {
    this.#database = deleted ? Promise.reject(refusal("deleted", WHAT)) : null;
    this.#database?.catch(() => {});
    if (deleted) this.lock.release();
  }

  /** Opens it again where another tab needed it closed. */
  #open(): Promise<Database> {
    this.#database ??= new Promise<Database>((resolve, reject) => {
      openDatabase({
        blocked: () => reject(refusal("older elsewhere", WHAT)),
        closed: (why) => this.#closed(why === "deleted"),
      }).then(resolve, reject);
    });
    this.#database.catch(() => (this.#database = null));
    return this.#database;
  }
}

/** Writes all of it or nothing. Why it failed, the transaction may know better than the request that failed with it. */
async function complete(
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
