import type { ReplayPoint } from "../../../../experiment/hitRates.ts";
import { count, day } from "../../../../ui/words.ts";
import type { ReplayProgress } from "../../api.ts";
import { difference, withInterval } from "../intervals/words.ts";

/** "812 ratings a second", as reached; empty before the first. */
export function speed(progress: Pick<ReplayProgress, "perSecond"> | null): string[] {
  const perSecond = Math.round(progress?.perSecond ?? 0);
  return perSecond === 0 ? [] : [`${count(perSecond, "rating")} a second`];
}

/** What the replay has shown so far. */
export function aboutReplay(
  { replayed, predicted, byNewUsers, recent, time }: ReplayPoint,
  total: number,
): string {
  if (recent === null) return "Nothing to predict yet.";
  const { users, rates, learningLess } = recent;
  const now =
    replayed < total
      ? `By ${day(time)}, after ${count(replayed)} of ${count(total)} new ratings`
      : `At the end of ${count(total)} new ratings`;
  const { learning } = rates;
  const isKnown = !Number.isNaN(learning.low);
  const later = `${Math.round((100 * byNewUsers) / predicted)}%`;
  return [
    `${now}, the hit rate of the model that keeps learning is ${withInterval(learning)}, over likes of ${count(users, "user")}.`,
    isKnown ? "Shaded: its 95% interval over users." : "Too few users, or too uneven, for an interval.",
    `Compared with folding users into a model whose films stay the same: ${difference(learningLess.foldIn)}.`,
    `The frozen model knows nobody who joined later; ${later} of the likes so far are theirs.`,
  ].join(" ");
}
