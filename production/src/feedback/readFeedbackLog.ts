import { readFileSync } from "node:fs";
import { StorageError } from "../../../src/errors.ts";
import type { Rating } from "./FeedbackStore.ts";

/** What a store began as: its name, by which models say how much of it they have learnt, and what was rated. */
export interface Beginning {
  id: string;
  ratings: Rating[];
}

/**
 * The feedback of services from before there was a database: one JSON line a rating, after one that names the log. A last
 * line that was cut short by a crash was never acknowledged.
 * @returns undefined if there is no such file
 * @throws StorageError if it is damaged before its last line.
 */
export function readFeedbackLog(path: string): Beginning | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    throw new StorageError(`${path} cannot be read (${code}). Check its permissions.`);
  }
  const lines = text.slice(0, text.lastIndexOf("\n") + 1).split("\n");
  lines.pop();
  const [name, ...rest] = lines.map((line, i) => {
    try {
      return JSON.parse(line);
    } catch {
      throw new StorageError(
        `${path} is damaged on line ${i + 1}. Restore it from a backup, or remove that line.`,
      );
    }
  });
  if (name === undefined) return undefined;
  return { id: name.log, ratings: rest };
}
