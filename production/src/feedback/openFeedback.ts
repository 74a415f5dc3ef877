import { join } from "node:path";
import type { FeedbackStore, KeptRating } from "./FeedbackStore.ts";
import { readFeedbackLog } from "./readFeedbackLog.ts";

/**
 * Opens the store of a service, or begins one, with what it holds.
 * @throws StorageError if it is damaged, or the database does not answer.
 */
export async function openFeedback(
  folder: string,
  database: string | undefined,
): Promise<{ store: FeedbackStore; ratings: KeptRating[] }> {
  if (database === undefined) {
    const { SqliteFeedback } = await import("./SqliteFeedback.ts");
    return SqliteFeedback.open(join(folder, "matinee.sqlite"), readFeedbackLog(join(folder, "feedback.log")));
  }
  const { PostgresFeedback } = await import("./PostgresFeedback.ts");
  return PostgresFeedback.open(database);
}
