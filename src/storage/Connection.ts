import type { StorageError } from "../errors.ts";
import { type Database, openDatabase } from "./database.ts";
import { onDeletion } from "./deletion.ts";
import { type Refusal, refusal, refusalOf } from "./refusals.ts";

/** Errors of a connection that the browser has closed, as after it deleted the site's data. */
const LOST = new Set(["InvalidStateError", "AbortError", "UnknownError"]);

/** Milliseconds that reading may take: far more than it ever takes where the database answers at all. */
const PATIENCE = 8000;
/** The same where it did not answer before. */
const PATIENCE_LATER = 500;

export interface ConnectionEvents {
  /** The connection was closed from outside: `reason` is "lost" where the next use opens another. */
  closed: (reason: Extract<Refusal, "newer" | "deleted" | "lost">) => void;
}

/** The connection to the database, opened when it is first used and once more where the browser closed it. */
export class Connection {
  readonly #what: string;
  readonly #events: ConnectionEvents;
  #stopListening: (() => void) | null = null;
  #database: Promise<Database> | null = null;
  /** Whether it did not answer the last time: then the next to read does not wait for long. */
  #isSilent = false;
  /** Why it is not opened any more. */
  #end: StorageError | null = null;

  /** @param what "ratings" or "data and models" */
  constructor(what: string, events: ConnectionEvents) {
    this.#what = what;
    this.#events = events;
  }

  /** @throws StorageError if it is closed for good */
  check(): void {
    if (this.#end !== null) throw this.#end;
  }

  /** @throws StorageError if the browser refuses, saying why. */
  async use<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
    try {
      return await work(await this.#open());
    } catch (error) {
      if (!isLost(error)) throw refusalOf(error as Error, this.#what);
    }
    void this.#drop();
    try {
      return await work(await this.#open());
    } catch (error) {
      throw isLost(error) ? refusal("lost", this.#what) : refusalOf(error as Error, this.#what);
    }
  }

  /** The same for reading, which must not keep the page waiting. @throws StorageError if the browser refuses or nothing answers */
  read<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () => {
          this.#isSilent = true;
          reject(refusal("silent", this.#what));
        },
        this.#isSilent ? PATIENCE_LATER : PATIENCE,
      );
      const answered = () => {
        clearTimeout(late);
        this.#isSilent = false;
      };
      this.use(work).then(resolve, reject).finally(answered);
    });
  }

  /** Closed for good. */
  close(): Promise<void> {
    this.#end ??= refusal("deleted", this.#what);
    this.#stopListening?.();
    return this.#drop();
  }

  /** @throws StorageError if it cannot be opened */
  #open(): Promise<Database> {
    if (this.#end !== null) return Promise.reject(this.#end);
    if (this.#database !== null) return this.#database;
    this.#stopListening ??= onDeletion(() => this.#closed("deleted"));
    const opening = new Promise<Database>((resolve, reject) => {
      openDatabase({
        blocked: () => reject(refusal("older elsewhere", this.#what)),
        closed: (why) => {
          if (this.#database === opening) this.#closed(why === "broken" ? "lost" : why);
        },
      }).then(resolve, (error) => reject(refusalOf(error, this.#what)));
    });
    // The next use tries again.
    opening.catch(() => {
      if (this.#database === opening) this.#database = null;
    });
    this.#database = opening;
    return opening;
  }

  #closed(reason: "newer" | "deleted" | "lost"): void {
    if (reason === "deleted") this.#end ??= refusal(reason, this.#what);
    void this.#drop();
    this.#events.closed(reason);
  }

  async #drop(): Promise<void> {
    const database = this.#database;
    this.#database = null;
    await database?.then(
      (opened) => opened.close(),
      () => {},
    );
  }
}

const isLost = (error: unknown) => LOST.has((error as Error).name);
