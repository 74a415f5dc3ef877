import type { StorageError } from "../../../errors.ts";
import { openChannel } from "../../../storage/openChannel.ts";
import { refusal } from "../../../storage/refusals.ts";
import { RatingsDatabase } from "./RatingsDatabase.ts";
import { Replica } from "./Replica.ts";
import type { RatingChange } from "./Said.ts";

export interface RatingsSyncEvents {
  /** What is said of these films, or whether it is saved, may differ now. */
  changed: (dataset: string, filmIds: readonly string[]) => void;
  /** Why nothing is saved at present; null once it is again. */
  refused: (error: StorageError | null) => void;
  /** The browser has deleted what was saved; this tab still holds what it has loaded. */
  emptied: () => void;
  /** Another tab has deleted everything. */
  deleted: () => void;
}

/** Milliseconds between two tries to save what was refused, doubled each time. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;

interface News {
  changes: RatingChange[];
  write: number;
}

/**
 * Keeps the person's ratings in step with the database and with other tabs. What is refused is tried again: after a
 * while, when the page is looked at again, and as soon as something else could be saved.
 */
export class RatingsSync {
  readonly #events: RatingsSyncEvents;
  readonly #database: RatingsDatabase;
  readonly #otherTabs = openChannel("matinee-own-ratings");
  readonly #replicas = new Map<string, Replica>();
  readonly #notLoaded = new Set<string>();
  /** Changes that a transaction under way will save or not. */
  readonly #writing = new Set<RatingChange>();
  #refusal: StorageError | null = null;
  /** Nothing is stored any more, because it is deleted; "here" by this tab, which says nothing more about it. */
  #deleted: "here" | "elsewhere" | null = null;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(events: RatingsSyncEvents) {
    this.#events = events;
    this.#database = new RatingsDatabase({
      closed: (reason) => {
        if (reason === "lost") return this.#lost();
        if (reason === "deleted") this.#forget();
        this.#refused(refusal(reason, "ratings"));
      },
      emptied: () => {
        for (const [dataset, replica] of this.#replicas) replica.lose(dataset);
        this.#changedAll();
        events.emptied();
      },
    });
    this.#otherTabs?.addEventListener("message", ({ data }: MessageEvent<News>) => this.#follow(data));
    globalThis.document?.addEventListener("visibilitychange", this.#lookedAt);
  }

  /** The ratings of a data set; what is stored of them follows. */
  of(dataset: string): Replica {
    const known = this.#replicas.get(dataset);
    if (known !== undefined) return known;
    const replica = new Replica();
    this.#replicas.set(dataset, replica);
    this.#notLoaded.add(dataset);
    return replica;
  }

  /** Reads what is stored for a data set, unless that is done. */
  async load(dataset: string): Promise<void> {
    this.of(dataset);
    if (this.#notLoaded.has(dataset)) await this.#load(dataset);
  }

  /** All of them or none; it may take several tries. */
  write(changes: readonly RatingChange[]): void {
    for (const change of changes) this.of(change.dataset).change([change]);
    void this.#attempt(changes);
  }

  hasUnsaved(): boolean {
    return [...this.#replicas.values()].some((replica) => replica.unsaved().length > 0);
  }

  /** Tries to read and save what was refused, now. */
  async retry(): Promise<void> {
    clearTimeout(this.#timer);
    const refused = [...this.#replicas.values()].flatMap((replica) => replica.unsaved());
    for (const dataset of this.#notLoaded) if (!(await this.#load(dataset))) return;
    const toWrite = refused.filter((change) => !this.#writing.has(change));
    if (toWrite.length > 0) await this.#attempt(toWrite);
    else if (this.#writing.size === 0) this.#recovered();
  }

  /** Reads again what other tabs may have changed unheard. */
  async catchUp(): Promise<void> {
    for (const dataset of this.#replicas.keys()) await this.#load(dataset);
  }

  /** Before everything is deleted: forgets all of it and stores nothing any more. */
  close(): Promise<void> {
    this.#deleted = "here";
    clearTimeout(this.#timer);
    globalThis.document?.removeEventListener("visibilitychange", this.#lookedAt);
    this.#otherTabs?.close();
    this.#replicas.clear();
    return this.#database.close();
  }

  #lookedAt = (): void => {
    if (document.visibilityState !== "visible" || this.#deleted !== null) return;
    void this.catchUp().then(() => (this.#refusal === null ? undefined : this.retry()));
  };

  async #load(dataset: string): Promise<boolean> {
    try {
      const replica = this.of(dataset);
      replica.load(await this.#database.load(dataset));
      this.#notLoaded.delete(dataset);
      this.#events.changed(
        dataset,
        replica.entries().map(([filmId]) => filmId),
      );
      return true;
    } catch (error) {
      this.#notLoaded.add(dataset);
      this.#refused(error as StorageError);
      return false;
    }
  }

  async #attempt(changes: readonly RatingChange[]): Promise<void> {
    if (changes.length === 0) return;
    for (const change of changes) this.#writing.add(change);
    try {
      const write = await this.#database.write(changes);
      for (const change of changes) this.#replicas.get(change.dataset)?.saved([change], write);
      this.#otherTabs?.postMessage({ changes: [...changes], write } satisfies News);
    } catch (error) {
      this.#refused(error as StorageError);
      return;
    } finally {
      for (const change of changes) this.#writing.delete(change);
      this.#changed(changes);
    }
    this.#recovered();
    void this.retry();
  }

  #recovered(): void {
    this.#tries = 0;
    if (this.#refusal === null) return;
    this.#refusal = null;
    this.#events.refused(null);
  }

  /** The browser closed the database. It may be a moment before it opens again and shows whether anything is left. */
  #lost(): void {
    for (const dataset of this.#replicas.keys()) this.#notLoaded.add(dataset);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.retry(), FIRST_WAIT);
  }

  #refused(error: StorageError): void {
    if (this.#deleted === "here") return;
    if (this.#refusal?.message !== error.message) {
      this.#refusal = error;
      this.#events.refused(error);
    }
    if (this.#deleted !== null) return;
    clearTimeout(this.#timer);
    const wait = Math.min(FIRST_WAIT * 2 ** this.#tries++, LONGEST_WAIT);
    this.#timer = setTimeout(() => void this.retry(), wait);
  }

  #follow({ changes, write }: News): void {
    this.#database.heardOf(write);
    for (const change of changes) this.#replicas.get(change.dataset)?.follow([change], write, this.#writing);
    this.#changed(changes);
  }

  #forget(): void {
    this.#deleted = "elsewhere";
    clearTimeout(this.#timer);
    this.#replicas.clear();
    this.#events.deleted();
  }

  #changed(changes: readonly RatingChange[]): void {
    for (const dataset of new Set(changes.map((change) => change.dataset))) {
      const films = changes.filter((change) => change.dataset === dataset).map(({ filmId }) => filmId);
      this.#events.changed(dataset, films);
    }
  }

  #changedAll(): void {
    for (const dataset of this.#replicas.keys()) this.#events.changed(dataset, []);
  }
}
