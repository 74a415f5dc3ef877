import { join } from "node:path";
import { FeedbackLog } from "./FeedbackLog.ts";
import type { FeedbackStore, KeptRating } from "./FeedbackStore.ts";

/**
 * Opens the store of a service, or begins one, with what it holds.
 * @throws StorageError if it is damaged, or the database does not answer.
 */
export async function openFeedback(
  folder: string,
  database: string | undefined,
): Promise<{ store: FeedbackStore; ratings: KeptRating[] }> {
  if (database === undefined) return FeedbackLog.open(join(folder, "feedback.log"));
  const { PostgresFeedback } = await import("./PostgresFeedback.ts");
  return PostgresFeedback.open(database);
}
