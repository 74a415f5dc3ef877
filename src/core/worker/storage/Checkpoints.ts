import type { Connection } from "../../../storage/Connection.ts";
import { complete } from "../../../storage/complete.ts";
import type { StoredCheckpoint } from "../../../storage/database.ts";
import type { DatasetSummary } from "../../api/DatasetSummary.ts";
import type { TrainingRecord } from "../../api/training.ts";
import { getModels, type ModelsToStore, putModels } from "./modelPieces.ts";
import { deleteWithPieces } from "./pieces.ts";
import type { TabLock } from "./TabLock.ts";

/** A reloaded page releases the lock a moment after the next page asks for it. */
const LOCK_PATIENCE = 1000;
/** A training that never reaches its next checkpoint may be what crashes the tab, so it is not resumed for ever. */
const MOST_RESUMED = 3;

export type Checkpoint = StoredCheckpoint<TrainingRecord>;

/**
 * Checkpoints of trainings, the latest of each data set. Only the tab that saves models reads or writes them: another
 * tab's training may be under way.
 */
export class Checkpoints {
  readonly #connection: Connection;
  readonly #lock: () => TabLock;

  /** @param lock of the tab that saves */
  constructor(connection: Connection, lock: () => TabLock) {
    this.#connection = connection;
    this.#lock = lock;
  }

  /** Whether this tab writes them. */
  get areWritten(): boolean {
    return this.#lock().isHeld;
  }

  /**
   * Replaces the one before once this one is complete. Files that are no longer saved get none.
   *
   * @throws StorageError if the browser refuses; the one before is still there.
   */
  write(
    { name, source }: Pick<DatasetSummary, "name" | "source">,
    { models, ...checkpoint }: Omit<Checkpoint, "models"> & { models: ModelsToStore },
  ): Promise<void> {
    return this.#connection.use(async (database) => {
      const transaction = database.transaction(["works", "checkpoints"], "readwrite");
      await complete(transaction, async () => {
        const isSaved = source === "embedded" || (await transaction.objectStore("works").getKey(name));
        if (!isSaved) return;
        const store = transaction.objectStore("checkpoints");
        await store.put({ ...checkpoint, models: await putModels(store, name, models) }, name);
      });
    });
  }

  /** Whether a training on this data was interrupted. @throws StorageError if the browser refuses. */
  async has(name: string): Promise<boolean> {
    const key = await this.#connection.read((database) => database.getKey("checkpoints", name));
    return key !== undefined && (await this.#isOurs());
  }

  /**
   * The checkpoint to resume from, if any, and notes that it is resumed.
   * @param tell is told the share that is read, after each piece of a large one
   * @throws StorageError if the browser refuses.
   */
  async claim(name: string, tell: (share: number) => void = () => {}): Promise<Checkpoint | null> {
    if (!(await this.has(name))) return null;
    const found = (await this.#connection.read((database) => database.get("checkpoints", name))) as
      | Checkpoint
      | undefined;
    if (!found) return null;
    const { model = 0, twin = 0 } = found.models.sizes ?? {};
    let bytes = 0;
    const onBytes = (more: number) => {
      bytes += more;
      tell(bytes / (model + twin));
    };
    const models = await this.#connection.use((database) =>
      getModels(database.transaction("checkpoints").store, name, found.models, onBytes),
    );
    if (models === null || found.resumed >= MOST_RESUMED) {
      await this.drop(name);
      return null;
    }
    // On a full disk it is resumed without a note.
    await this.#put(name, { ...found, resumed: found.resumed + 1 }).catch(() => {});
    return { ...found, models };
  }

  /** @throws StorageError if the browser refuses. */
  async drop(name: string): Promise<void> {
    if (!this.areWritten) return;
    await this.#connection.use(async (database) => {
      const transaction = database.transaction("checkpoints", "readwrite");
      await complete(transaction, () => deleteWithPieces(transaction.store, name));
    });
  }

  #put(name: string, checkpoint: StoredCheckpoint): Promise<void> {
    return this.#connection.use(async (database) => {
      const transaction = database.transaction("checkpoints", "readwrite");
      await complete(transaction, () => transaction.store.put(checkpoint, name));
    });
  }

  async #isOurs(): Promise<boolean> {
    const late = new Promise((resolve) => setTimeout(resolve, LOCK_PATIENCE));
    await Promise.race([this.#lock().acquired(), late]);
    return this.areWritten;
  }
}
