import { StorageError } from "../../../src/errors.ts";
import type { KeptRating, Rating } from "./FeedbackStore.ts";

interface Waiting {
  ratings: readonly Rating[];
  resolve: (kept: KeptRating[]) => void;
  reject: (error: Error) => void;
}

/** Writes one batch at a time: what comes meanwhile shares the next one, and so the wait for the disk. */
export class WriteQueue {
  readonly #write: (ratings: Rating[]) => Promise<KeptRating[]>;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;

  /** @param write keeps all ratings or none, and answers with them, perhaps after others kept before them */
  constructor(write: (ratings: Rating[]) => Promise<KeptRating[]>) {
    this.#write = write;
  }

  /** @throws StorageError if the ratings could not be kept. */
  append(ratings: readonly Rating[]): Promise<KeptRating[]> {
    const kept = new Promise<KeptRating[]>((resolve, reject) => {
      this.#waiting.push({ ratings, resolve, reject });
    });
    this.#writing ??= this.#writeAll();
    return kept;
  }

  /** Resolves once nothing is being written. */
  async idle(): Promise<void> {
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        const all = batch.flatMap(({ ratings }) => [...ratings]);
        const kept = await this.#write(all);
        // The first to ask also hears of what was kept before.
        let end = kept.length - all.length;
        for (const { ratings, resolve } of batch) {
          resolve(kept.splice(0, end + ratings.length));
          end = 0;
        }
      } catch (error) {
        const reason = (error as Error).message;
        for (const { reject } of batch) {
          reject(new StorageError(`The ratings could not be kept (${reason}). Send them again later.`));
        }
      }
    }
    // At once: what is appended from here on begins a batch of its own.
    this.#writing = null;
  }
}
