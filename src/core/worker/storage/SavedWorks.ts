import type { Catalogue } from "../../../dataset/Catalogue.ts";
import { StorageError } from "../../../errors.ts";
import { Connection } from "../../../storage/Connection.ts";
import { complete } from "../../../storage/complete.ts";
import type { Database, StoredModels, StoredWork } from "../../../storage/database.ts";
import type { ReadingProgress } from "../../api/DatasetSummary.ts";
import type { SavedSource, SavedWork } from "../../api/SavedWork.ts";
import { titleOf } from "../../api/titleOf.ts";
import type { TrainingRecord } from "../../api/training.ts";
import { Checkpoints } from "./Checkpoints.ts";
import { getModels, type ModelsToStore, putModels } from "./modelPieces.ts";
import { deleteWithPieces } from "./pieces.ts";
import { sizeOf } from "./sizeOf.ts";
import {
  type CatalogueStore,
  deletePieces,
  getCatalogue,
  putCatalogue,
  putPieces,
} from "./storedCatalogue.ts";
import { type StoredRecord, storedWork, toRecord } from "./storedRecord.ts";
import { TabLock } from "./TabLock.ts";

export interface Work {
  name: string;
  source: SavedSource;
  ratings: number;
  record: TrainingRecord | null;
  /** Null for embedded data, which the site brings along. */
  catalogue: Catalogue | null;
  models: StoredModels | null;
}

/** How far a work is read. */
type LoadingProgress = Omit<ReadingProgress, "file" | "checked">;

type WorkToStore = Omit<Work, "models"> & { models: ModelsToStore | null };

const STORES = ["works", "catalogues", "models", "checkpoints"] as const;

/** Data sets and models in the browser's database; each write is complete or has no effect. */
export class SavedWorks {
  #lock: TabLock | null = null;
  readonly #connection = new Connection("data and models", {
    closed: (reason) => {
      this.#written = new WeakSet();
      // Another tab has deleted everything: this one saves nothing more, and leaves that to the next.
      if (reason === "deleted") this.#tabLock.release();
    },
  });
  /** Checkpoints of trainings that have not ended yet. */
  readonly checkpoints = new Checkpoints(this.#connection, () => this.#tabLock);
  #turn: Promise<void> = Promise.resolve();
  /** Catalogues already in the database: they are not written again with every model. */
  #written = new WeakSet<Catalogue>();

  /** Whether this tab is the one that saves. @throws StorageError if another tab has deleted everything */
  isSaving(): boolean {
    this.#connection.check();
    return this.#tabLock.isHeld;
  }

  /** Resolves once this tab is the one that saves. */
  whenSaving(): Promise<void> {
    return this.#tabLock.acquired();
  }

  /** Requested with the first look at what is saved: the first tab to open is the one that saves. */
  get #tabLock(): TabLock {
    this.#lock ??= new TabLock();
    return this.#lock;
  }

  /** The last used first. @throws StorageError if the browser refuses. */
  list(): Promise<SavedWork[]> {
    void this.#tabLock;
    return this.#connection.read(async (database) => {
      const works = await database.getAll("works");
      return works
        .sort(lastUsedFirst)
        .map(({ name, source, ratings, course, keptAt, dataBytes, modelBytes }) => ({
          name,
          source,
          ratings,
          dataBytes,
          modelBytes,
          savedAt: keptAt,
          record: course ? toRecord(course as StoredRecord) : null,
        }));
    });
  }

  /**
   * @param tell is told how far it is read, after each piece of a large one
   * @throws StorageError if it is gone.
   */
  load(
    name: string,
    tell: (progress: LoadingProgress) => void = () => {},
  ): Promise<Omit<Work, "name" | "ratings">> {
    return this.#connection.use(async (database) => {
      const transaction = database.transaction(STORES);
      const store = transaction.objectStore("models");
      const work = await transaction.objectStore("works").get(name);
      const { dataBytes = 0, modelBytes = 0 } = work ?? {};
      const totalBytes = dataBytes + modelBytes;
      let [rows, bytes] = [0, 0];
      const [catalogue, models] = await Promise.all([
        getCatalogue(transaction.objectStore("catalogues"), name, (read, all) => {
          [rows, bytes] = [read, (dataBytes * read) / all];
          tell({ rows, bytes, totalBytes });
        }),
        store.get(name) as Promise<StoredModels | undefined>,
      ]);
      if (!work || (work.source === "file" && !catalogue)) {
        const title = titleOf({ name, source: "file" });
        throw new StorageError(`${title} is no longer saved. Open the file again.`);
      }
      if (catalogue) this.#written.add(catalogue);
      const { source, course } = work;
      return {
        source,
        record: course ? toRecord(course as StoredRecord) : null,
        catalogue: catalogue ?? null,
        models: models
          ? await getModels(store, name, models, (more) => {
              bytes += more;
              tell({ rows, bytes, totalBytes });
            })
          : null,
      };
    });
  }

  /**
   * Resolves once everything is written: a put can succeed and its transaction still fail. What is asked for first is
   * written first.
   */
  save(work: WorkToStore): Promise<void> {
    const { name, catalogue } = work;
    return this.#inTurn(async (database) => {
      const isThere =
        !catalogue || (this.#written.has(catalogue) && (await database.getKey("catalogues", name)));
      const write = isThere ? null : await putPieces(database, name, catalogue);
      try {
        await put(database, work, isThere ? null : (store) => putCatalogue(store, name, catalogue, write));
      } catch (error) {
        if (write !== null) await deletePieces(database, name, write);
        throw error;
      }
      if (catalogue) this.#written.add(catalogue);
    });
  }

  /** Notes that this one is in use now. */
  touch(name: string): Promise<void> {
    return this.#connection.use(async (database) => {
      const transaction = database.transaction("works", "readwrite");
      await complete(transaction, async () => {
        const works = await transaction.store.getAll();
        const work = works.find((saved) => saved.name === name);
        if (work) await transaction.store.put({ ...work, usedAt: Date.now(), use: nextUse(works) });
      });
    });
  }

  delete(name: string): Promise<void> {
    return this.#inTurn(async (database) => {
      this.#written = new WeakSet();
      const transaction = database.transaction(STORES, "readwrite");
      await complete(transaction, () =>
        Promise.all([
          transaction.objectStore("works").delete(name),
          deleteWithPieces(transaction.objectStore("models"), name),
          deleteWithPieces(transaction.objectStore("checkpoints"), name),
          deleteWithPieces(transaction.objectStore("catalogues"), name),
        ]),
      );
    });
  }

  /** Writes one after the other: a save takes several transactions where the data is large. */
  #inTurn(work: (database: Database) => Promise<void>): Promise<void> {
    const turn = this.#turn.then(() => this.#connection.use(work));
    this.#turn = turn.catch(() => {});
    return turn;
  }
}

/** Writes a work in one transaction, its catalogue by `putData` where that is not there yet. */
async function put(
  database: Database,
  { catalogue, models, ...work }: WorkToStore,
  putData: ((store: CatalogueStore) => Promise<void>) | null,
): Promise<void> {
  const transaction = database.transaction(STORES, "readwrite");
  await complete(transaction, async () => {
    const use = nextUse(await transaction.objectStore("works").getAll());
    const now = Date.now();
    const store = transaction.objectStore("models");
    const stored = models && (await putModels(store, work.name, models));
    const { model, twin: validation } = stored?.sizes ?? { model: 0, twin: 0 };
    await Promise.all([
      putData?.(transaction.objectStore("catalogues")),
      stored ? store.put(stored, work.name) : deleteWithPieces(store, work.name),
      // The training that it is of has ended, or another model has taken its place.
      models && deleteWithPieces(transaction.objectStore("checkpoints"), work.name),
      transaction.objectStore("works").put({
        ...storedWork(work),
        keptAt: now,
        usedAt: now,
        use,
        dataBytes: catalogue ? sizeOf(catalogue) : 0,
        modelBytes: model + validation,
      }),
    ]);
  });
}

/** Those last used before there were counters come after all others. */
function lastUsedFirst(one: StoredWork, other: StoredWork): number {
  return (other.use ?? 0) - (one.use ?? 0) || other.usedAt - one.usedAt;
}

function nextUse(works: readonly StoredWork[]): number {
  return Math.max(0, ...works.map(({ use = 0 }) => use)) + 1;
}
