import { count, day } from "../../../../ui/words.ts";
import type { ReplayPoint, ReplayProgress } from "../../api.ts";
import { WINDOW } from "./hitRates.ts";

/** "812 ratings a second", as reached; empty before the first. */
export function speed(progress: Pick<ReplayProgress, "perSecond"> | null): string[] {
  const perSecond = Math.round(progress?.perSecond ?? 0);
  return perSecond === 0 ? [] : [`${count(perSecond, "rating")} a second`];
}

/** What the replay has shown so far. */
export function aboutReplay(
  { replayed, predicted, byNewUsers, hits, time }: ReplayPoint,
  total: number,
): string {
  if (predicted === 0) return "Nothing to predict yet.";
  const share = (hit: number) => `${((hit / predicted) * 100).toFixed(1)}%`;
  const soFar =
    replayed < total
      ? `By ${day(time)}, after ${count(replayed)} of ${count(total)} new ratings`
      : `Over all ${count(total)} new ratings`;
  const later = `${Math.round((100 * byNewUsers) / predicted)}%`;
  return [
    `${soFar}, ${share(hits.learning)} of liked films were in the top 10 of the model that keeps learning, ${share(hits.foldIn)} with users folded into a model whose films stay as they were, ${share(hits.frozen)} with the model frozen, and ${share(hits.popularity)} among the most popular.`,
    `The frozen model cannot know who joined later: ${later} of these likes are theirs.`,
    `Rolling mean over ${count(WINDOW)} predictions.`,
  ].join(" ");
}
