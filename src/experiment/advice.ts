import { verdictOn } from "../evaluation/intervals.ts";
import type { TakingIn } from "./compareWays.ts";
import type { Drift } from "./drift.ts";
import { type Hits, shareOfNewItems } from "./Folds.ts";
import { count, inWords, listed, share, turned } from "./report/format.ts";

/** What follows from a comparison for somebody who runs a recommender, a sentence or two each. */
export function adviceOn(takingIn: TakingIn): string[] {
  const { best, foldIn, retrained, thenUpdated, differences } = takingIn;
  const times = Math.round(retrained.seconds / Math.max(best.seconds, 0.001));
  const speed = times > 1 ? ` (${count(times)} times as fast as retraining)` : "";
  const advice = [
    `Update as ratings arrive: ${best.epochs} ${best.epochs === 1 ? "epoch" : "epochs"}, ${best.seconds.toFixed(2)} s${speed}.`,
    `Fold in (${foldIn.seconds.toFixed(2)} s for everyone with new ratings) for an answer at once that changes nobody else's list.`,
  ];
  const { likes, likesOfNewItems } = retrained.oldUsersHits;
  const ahead = differences.fitPartialLessRetrain.oldUsers.precisionAt10;
  if (verdictOn(ahead) === "better") {
    advice.push(
      `For the ${ahead.users} users who were there before and rated again, updating beats retraining by ${inWords(ahead, figure)} in precision at 10. ${share(likesOfNewItems / likes, 0)} of what they like next is new in the catalogue; of that, ${madeTopTen(retrained.oldUsersHits)} made a top ten after retraining and ${madeTopTen(best.oldUsersHits)} after updating. Retraining weighs a rating from last week like one from ten years ago, while updating sees the latest ratings only.`,
    );
  }
  const gained = differences.thenUpdatedLessRetrain.oldUsers.precisionAt10;
  if (verdictOn(gained) === "better") {
    advice.push(
      `So after retraining, update once with the latest ratings: old users' precision at 10 rises from ${figure(retrained.oldUsers.precisionAt10)} to ${figure(thenUpdated.oldUsers.precisionAt10)}, by ${inWords(gained, figure)}.`,
    );
  }
  advice.push(aboutDrift(best.drift));
  return advice;
}

const figure = (number: number) => number.toFixed(3);
const madeTopTen = (hits: Hits) => inWords(shareOfNewItems(hits), (number) => share(number));

function aboutDrift({ intervals: { auc, precisionAt10 } }: Drift): string {
  const lost = [
    { name: "precision at 10", of: precisionAt10 },
    { name: "AUC", of: auc },
  ].filter(({ of }) => verdictOn(of) === "worse");
  if (lost.length === 0) {
    return "Updating costs users who did nothing new neither precision at 10 nor AUC, beyond noise.";
  }
  const each = lost.map(({ name, of }) => `${inWords(turned(of), (number) => number.toFixed(4))} of ${name}`);
  const limit = lost.some(({ of }) => of === precisionAt10) ? "; retrain when that exceeds your limit" : "";
  const rest = lost.length === 1 && limit === "" ? ", and no precision at 10 beyond noise" : "";
  return `Updating costs users who did nothing new ${each.join(" and ")}${rest}${limit}.`;
}

type Figure = "auc" | "precisionAt10";

/** For new users, which way is ahead of both others by each figure, or which share the lead. */
export function whoDoesBest(differences: TakingIn["differences"]): string {
  const [byAuc, byPrecision] = (["auc", "precisionAt10"] as const).map((figure) =>
    leaders(differences, figure),
  );
  if (byAuc === byPrecision) return `For new users ${byAuc}, by AUC and by precision at 10.`;
  return `For new users ${byAuc} by AUC; by precision at 10 ${byPrecision}.`;
}

function leaders(
  { fitPartialLessRetrain, fitPartialLessFoldIn, retrainLessFoldIn }: TakingIn["differences"],
  figure: Figure,
): string {
  const partial = { name: "updating", behind: 0 };
  const fold = { name: "folding in", behind: 0 };
  const retrain = { name: "retraining", behind: 0 };
  for (const [a, b, { newUsers }] of [
    [partial, retrain, fitPartialLessRetrain],
    [partial, fold, fitPartialLessFoldIn],
    [retrain, fold, retrainLessFoldIn],
  ] as const) {
    const verdict = verdictOn(newUsers[figure]);
    if (verdict === "better") b.behind++;
    if (verdict === "worse") a.behind++;
  }
  const ahead = [partial, fold, retrain].filter(({ behind }) => behind === 0).map(({ name }) => name);
  if (ahead.length === 1) return `${ahead[0]} does best`;
  if (ahead.length === 0) return "no way is ahead of the others";
  return `${listed(ahead)} are within noise of each other`;
}
