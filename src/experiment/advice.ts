import { verdictOn } from "../evaluation/intervals.ts";
import type { TakingIn } from "./compareWays.ts";

/** What follows from a comparison for somebody who runs a recommender, a sentence each. */
export function adviceOn({ best, retrained, thenUpdated, differences }: TakingIn): string[] {
  const advice = [whatServesNewUsers(differences)];
  const faster = retrained.seconds / best.seconds;
  if (faster >= 2) advice.push(`Updating is ${Math.round(faster)} times as fast as retraining.`);
  const { likes, likesOfNewItems, hitsOfNewItems } = retrained.oldUsersHits;
  const updated = verdictOn(differences.thenUpdatedLessRetrain.oldUsers.precisionAt10);
  if (verdictOn(differences.fitPartialLessRetrain.oldUsers.precisionAt10) === "better") {
    const share = ((100 * likesOfNewItems) / likes).toFixed(0);
    advice.push(
      `Users who were there before do better with updating than with retraining: ${share}% of what they like next is new in the catalogue, and ${hitsOfNewItems} such likes made a retrained top ten, ${best.oldUsersHits.hitsOfNewItems} an updated one. Retraining weighs a rating from last week like one from ten years ago; updating sees the latest ratings only.`,
    );
  }
  if (updated === "better") {
    const { oldUsers } = thenUpdated;
    advice.push(
      `So after retraining, update once with the latest ratings: old users' precision at 10 rises from ${retrained.oldUsers.precisionAt10.toFixed(3)} to ${oldUsers.precisionAt10.toFixed(3)}.`,
    );
  }
  const lost = -best.drift.precisionAt10;
  advice.push(
    verdictOn(best.drift.intervals.precisionAt10) === "worse"
      ? `Updating costs users who did nothing new ${lost.toFixed(3)} of precision at 10; retrain when that exceeds your limit.`
      : "Updating costs users who did nothing new no precision beyond noise.",
  );
  advice.push("Fold in for an answer at once that changes nobody else's list.");
  return advice;
}

function whatServesNewUsers({
  fitPartialLessRetrain,
  fitPartialLessFoldIn,
}: TakingIn["differences"]): string {
  const retrain = verdictOn(fitPartialLessRetrain.newUsers.precisionAt10);
  const foldIn = verdictOn(fitPartialLessFoldIn.newUsers.precisionAt10);
  if (retrain === "within noise" && foldIn === "within noise") {
    return "By precision at 10 of new users, updating is within noise of retraining and of folding in.";
  }
  const against = (verdict: typeof retrain, what: string) =>
    verdict === "within noise" ? `within noise of ${what}` : `${verdict} than ${what}`;
  return `By precision at 10 of new users, updating (fitPartial) is ${against(retrain, "retraining")} and ${against(foldIn, "folding in")}.`;
}
