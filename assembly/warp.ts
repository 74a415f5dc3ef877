import { drawDislike, NO_DISLIKE } from "./dislike";
import { isLiked, itemOf, report, userOf, visited, weightOf } from "./interaction";
import {
  PLAN_ITEMS,
  PLAN_NEGATIVE,
  PLAN_NEGATIVE_VECTOR,
  PLAN_POSITIVE_VECTOR,
  PLAN_ROW_BYTES,
  PLAN_USERS,
  PLAN_USER_VECTOR,
  SIDE_BIAS,
} from "./layout";
import { rankWeight } from "./rankWeight";
import { represent } from "./representation";
import { stepPair } from "./step";
import { dot } from "./vector";
import { findViolation } from "./violation";

/** Weighted approximate-rank pairwise loss (Weston et al. 2011): the visits from `from` to `to` of an epoch. */
export function warp(plan: usize, from: u32, to: u32): void {
  const rowBytes = load<u32>(plan, PLAN_ROW_BYTES);
  const userVector: usize = load<u32>(plan, PLAN_USER_VECTOR);
  const positiveVector: usize = load<u32>(plan, PLAN_POSITIVE_VECTOR);
  const negativeVector: usize = load<u32>(plan, PLAN_NEGATIVE_VECTOR);
  const userBias = userVector + load<u32>(plan + PLAN_USERS, SIDE_BIAS);
  for (let visit = from; visit < to; visit++) {
    const interaction = visited(plan, visit);
    if (!isLiked(plan, interaction)) continue;
    const user = userOf(plan, interaction);
    const positive = itemOf(plan, interaction);
    represent(plan + PLAN_USERS, user, rowBytes, userVector);
    store<f32>(userBias, 0);
    represent(plan + PLAN_ITEMS, positive, rowBytes, positiveVector);
    const bar = dot(userVector, positiveVector, rowBytes) - 1;
    const dislike = drawDislike(plan, user);
    if (dislike != NO_DISLIKE) {
      represent(plan + PLAN_ITEMS, dislike, rowBytes, negativeVector);
      const excess = dot(userVector, negativeVector, rowBytes) - bar;
      if (excess > 0) {
        // That one item is out of order says nothing of the positive's rank: the pair weighs one.
        const weight = weightOf(plan, interaction);
        report(plan, weight * excess);
        stepPair(plan, user, positive, dislike, weight);
        continue;
      }
    }
    const draws = findViolation(plan, user, bar);
    if (draws == 0) {
      report(plan, 0);
      continue;
    }
    const negative = load<u32>(plan, PLAN_NEGATIVE);
    represent(plan + PLAN_ITEMS, negative, rowBytes, negativeVector);
    const weight = rankWeight(plan, draws, weightOf(plan, interaction));
    report(plan, weight * (dot(userVector, negativeVector, rowBytes) - bar));
    stepPair(plan, user, positive, negative, weight);
  }
}
