import { randomUUID } from "node:crypto";
import { type FileHandle, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { StorageError } from "../../../src/errors.ts";
import type { FeedbackStore, KeptRating, Rating } from "./FeedbackStore.ts";
import { WriteQueue } from "./WriteQueue.ts";

interface Position {
  /** Bytes of whole lines on the disk. */
  size: number;
  /** The number of the last rating among them. */
  sequence: number;
}

/**
 * Ratings on the disk, one a line, only ever appended. What `append` has resolved for survives a crash of the
 * process and of the machine: it is flushed before. Requests that come while one is flushed share the next flush.
 *
 * The first line names the log, so that a model can say from which log it has learnt, and up to where.
 */
export class FeedbackLog implements FeedbackStore {
  readonly #queue = new WriteQueue((ratings) => this.#write(ratings));
  #isBroken = false;

  private constructor(
    readonly id: string,
    readonly file: FileHandle,
    private readonly position: Position,
  ) {}

  /**
   * Opens a log, or begins one. A last line that was cut short by a crash was never acknowledged, and goes.
   * @throws StorageError if the file is no such log, or damaged before its last line.
   */
  static async open(path: string): Promise<{ store: FeedbackLog; ratings: KeptRating[] }> {
    const file = await open(path, "a+").catch(({ code }: NodeJS.ErrnoException) => {
      throw new StorageError(
        `${path} cannot be opened (${code}). Check its permissions, or give another folder.`,
      );
    });
    try {
      return await FeedbackLog.#read(path, file);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  static async #read(path: string, file: FileHandle): Promise<{ store: FeedbackLog; ratings: KeptRating[] }> {
    const bytes = await readFile(path);
    const size = bytes.lastIndexOf(0x0a) + 1;
    await file.truncate(size);
    if (size === 0) {
      const id = randomUUID();
      const { bytesWritten } = await file.write(`${JSON.stringify({ log: id })}\n`);
      await file.sync();
      await syncFolder(dirname(path));
      return { store: new FeedbackLog(id, file, { size: bytesWritten, sequence: 0 }), ratings: [] };
    }
    const lines = bytes
      .subarray(0, size - 1)
      .toString()
      .split("\n");
    const [header, ...rest] = lines.map((line, i) => parseLine(line, i + 1, path));
    if (typeof header.log !== "string") {
      throw new StorageError(`${path} is no feedback log. Give another folder.`);
    }
    const ratings = rest.map(({ user, item, rating }, i): KeptRating => {
      if (typeof user !== "string" || typeof item !== "string" || typeof rating !== "number") {
        throw damaged(path, i + 2);
      }
      return { user, item, rating, sequence: i + 1 };
    });
    return { store: new FeedbackLog(header.log, file, { size, sequence: ratings.length }), ratings };
  }

  append(ratings: readonly Rating[]): Promise<KeptRating[]> {
    return this.#queue.append(ratings);
  }

  async close(): Promise<void> {
    await this.#queue.idle();
    await this.file.close();
  }

  async #write(ratings: readonly Rating[]): Promise<KeptRating[]> {
    const lines = ratings.map(({ user, item, rating }) => `${JSON.stringify({ user, item, rating })}\n`);
    const bytes = Buffer.from(lines.join(""));
    if (this.#isBroken) throw new Error("an earlier failure left the log open in the middle of a line");
    try {
      for (let at = 0; at < bytes.length; ) at += (await this.file.write(bytes, at)).bytesWritten;
      await this.file.datasync();
    } catch (error) {
      // Half a batch must not stand before the next one; if it cannot be taken back, nothing more is kept.
      await this.file.truncate(this.position.size).catch(() => {
        this.#isBroken = true;
      });
      throw error;
    }
    this.position.size += bytes.length;
    return ratings.map((rating) => ({ ...rating, sequence: ++this.position.sequence }));
  }
}

function parseLine(line: string, number: number, path: string): Record<string, unknown> {
  try {
    return JSON.parse(line);
  } catch {
    throw damaged(path, number);
  }
}

/** A new file is there after a crash only once its folder is on the disk. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function damaged(path: string, line: number): StorageError {
  return new StorageError(
    `${path} is damaged on line ${line}. Restore it from a backup, or remove that line.`,
  );
}
