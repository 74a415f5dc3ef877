import { verdictOn } from "../evaluation/intervals.ts";
import type { TakingIn } from "./compareWays.ts";
import { verdictOnBoth } from "./heldOut.ts";

/** What follows from a comparison for somebody who runs a recommender, a sentence or two each. */
export function adviceOn(takingIn: TakingIn): string[] {
  const { best, foldIn, retrained, thenUpdated, differences } = takingIn;
  const times = Math.round(retrained.seconds / Math.max(best.seconds, 0.001));
  const speed = times > 1 ? ` (${times}x faster than retraining)` : "";
  const advice = [
    `Update as ratings arrive: ${best.epochs} ${best.epochs === 1 ? "epoch" : "epochs"}, ${best.seconds.toFixed(2)} s${speed}.`,
    `Fold in (${foldIn.seconds.toFixed(2)} s) for an answer at once that changes nobody else's list.`,
  ];
  const { likes, likesOfNewItems, hitsOfNewItems } = retrained.oldUsersHits;
  if (verdictOn(differences.fitPartialLessRetrain.oldUsers.precisionAt10) === "better") {
    const share = ((100 * likesOfNewItems) / likes).toFixed(0);
    advice.push(
      `Users who were there before do better with updating than with retraining. ${share}% of what they like next is new in the catalogue; of that, ${hitsOfNewItems} made a top ten after retraining and ${best.oldUsersHits.hitsOfNewItems} after updating. Retraining weighs a rating from last week like one from ten years ago, while updating sees the latest ratings only.`,
    );
  }
  if (verdictOn(differences.thenUpdatedLessRetrain.oldUsers.precisionAt10) === "better") {
    advice.push(
      `So after retraining, update once with the latest ratings: old users' precision at 10 rises from ${retrained.oldUsers.precisionAt10.toFixed(3)} to ${thenUpdated.oldUsers.precisionAt10.toFixed(3)}.`,
    );
  }
  const lost = -best.drift.precisionAt10;
  advice.push(
    verdictOn(best.drift.intervals.precisionAt10) === "worse"
      ? `Updating costs users who did nothing new ${lost.toFixed(3)} of precision at 10; retrain when that exceeds your limit.`
      : "Updating costs users who did nothing new no precision beyond noise.",
  );
  return advice;
}

/** The way ahead of both others for new users, or those that share the lead. */
export function whoDoesBest(differences: TakingIn["differences"]): string {
  const { fitPartialLessRetrain, fitPartialLessFoldIn, retrainLessFoldIn } = differences;
  const partial = { name: "updating", behind: 0 };
  const fold = { name: "folding in", behind: 0 };
  const retrain = { name: "retraining", behind: 0 };
  for (const [a, b, { newUsers }] of [
    [partial, retrain, fitPartialLessRetrain],
    [partial, fold, fitPartialLessFoldIn],
    [retrain, fold, retrainLessFoldIn],
  ] as const) {
    const verdict = verdictOnBoth(newUsers);
    if (verdict === "better") b.behind++;
    if (verdict === "worse") a.behind++;
  }
  const leaders = [partial, fold, retrain].filter(({ behind }) => behind === 0).map(({ name }) => name);
  if (leaders.length === 1) return `Here ${leaders[0]} does best for new users.`;
  if (leaders.length === 0) return "Here no way is ahead for new users.";
  return `Here ${listed(leaders)} are within noise of each other for new users.`;
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}
