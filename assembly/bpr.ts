import { drawDislike, NO_DISLIKE } from "./dislike";
import { isKnown } from "./known";
import {
  PLAN_ITEM_VECTOR,
  PLAN_POOL,
  PLAN_POOL_SIZE,
  PLAN_ROW_BYTES,
  PLAN_USERS,
  PLAN_USER_VECTOR,
  SIDE_BIAS,
} from "./layout";
import { draw } from "./random";
import { represent, representDifference } from "./representation";
import { sigmoid, softplus } from "./sigmoid";
import { stepPair } from "./step";
import { dot } from "./vector";
import { itemOf, report, userOf, weightOf } from "./visit";

/**
 * An item of the pool, which in training holds the item of every interaction, until one is not known to
 * the user. Where as many draws as the pool has items find none, the last stands, as in LightFM. Where
 * dislikes serve as negatives, one of the user's own is taken every other time.
 */
@inline
function drawNegative(plan: usize, user: u32): u32 {
  const dislike = drawDislike(plan, user);
  if (dislike != NO_DISLIKE && draw(plan, 2) == 0) return dislike;
  const pool: usize = load<u32>(plan, PLAN_POOL);
  const size = load<u32>(plan, PLAN_POOL_SIZE);
  let negative: u32 = 0;
  for (let drawn: u32 = 0; drawn < size; drawn++) {
    negative = load<u32>(pool + ((<usize>draw(plan, size)) << 2));
    if (!isKnown(plan, user, negative)) break;
  }
  return negative;
}

/** Bayesian personalised ranking (Rendle et al. 2009): the visits from `from` to `to` of an epoch. */
export function bpr(plan: usize, from: u32, to: u32): void {
  const rowBytes = load<u32>(plan, PLAN_ROW_BYTES);
  const userVector: usize = load<u32>(plan, PLAN_USER_VECTOR);
  const difference: usize = load<u32>(plan, PLAN_ITEM_VECTOR);
  const userBias = userVector + load<u32>(plan + PLAN_USERS, SIDE_BIAS);
  for (let visit = from; visit < to; visit++) {
    const user = userOf(plan, visit);
    const positive = itemOf(plan, visit);
    const negative = drawNegative(plan, user);
    represent(plan + PLAN_USERS, user, rowBytes, userVector);
    store<f32>(userBias, 0);
    representDifference(plan, negative, positive, rowBytes, difference);
    const lead = -dot(userVector, difference, rowBytes);
    const weight = weightOf(plan, visit);
    report(plan, weight * softplus(-lead));
    stepPair(plan, user, positive, negative, weight * (1 - sigmoid(lead)));
  }
}
