import { drawDislike, NO_DISLIKE } from "./dislike";
import { beginScoring, itemScore } from "./itemScore";
import {
  PLAN_ITEMS,
  PLAN_ITEM_VECTOR,
  PLAN_NEGATIVE,
  PLAN_ROW_BYTES,
  PLAN_USERS,
  PLAN_USER_VECTOR,
  SIDE_BIAS,
  SIDE_SCALE,
} from "./layout";
import { rankWeight } from "./rankWeight";
import { represent, representDifference } from "./representation";
import { stepPair } from "./step";
import { dot } from "./vector";
import { findViolation } from "./violation";
import { itemOf, report, userOf, weightOf } from "./visit";

/** Weighted approximate-rank pairwise loss (Weston et al. 2011): the visits from `from` to `to` of an epoch. */
export function warp(plan: usize, from: u32, to: u32): void {
  const items = plan + PLAN_ITEMS;
  const rowBytes = load<u32>(plan, PLAN_ROW_BYTES);
  const userVector: usize = load<u32>(plan, PLAN_USER_VECTOR);
  const difference: usize = load<u32>(plan, PLAN_ITEM_VECTOR);
  const userBias = userVector + load<u32>(plan + PLAN_USERS, SIDE_BIAS);
  for (let visit = from; visit < to; visit++) {
    const user = userOf(plan, visit);
    const positive = itemOf(plan, visit);
    represent(plan + PLAN_USERS, user, rowBytes, userVector);
    store<f32>(userBias, 0);
    const dislike = drawDislike(plan, user);
    if (dislike != NO_DISLIKE) {
      representDifference(plan, dislike, positive, rowBytes, difference);
      const excess = dot(userVector, difference, rowBytes) + 1;
      if (excess > 0) {
        // A single item out of order says nothing about the positive's rank, so the pair weighs one.
        const weight = weightOf(plan, visit);
        report(plan, weight * excess);
        stepPair(plan, user, positive, dislike, weight);
        continue;
      }
    }
    beginScoring(plan, items, rowBytes, userVector);
    const score = <f32>load<f64>(items, SIDE_SCALE) * itemScore(plan, items, positive, rowBytes, userVector);
    const draws = findViolation(plan, user, score - 1);
    if (draws == 0) {
      report(plan, 0);
      continue;
    }
    const negative = load<u32>(plan, PLAN_NEGATIVE);
    representDifference(plan, negative, positive, rowBytes, difference);
    const weight = rankWeight(plan, draws, weightOf(plan, visit));
    report(plan, weight * (dot(userVector, difference, rowBytes) + 1));
    stepPair(plan, user, positive, negative, weight);
  }
}
