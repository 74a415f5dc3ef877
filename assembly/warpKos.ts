import { rowEnd, rowStart } from "./csr";
import { beginScoring, itemScore } from "./itemScore";
import {
  PLAN_ITEMS,
  PLAN_ITEM_VECTOR,
  PLAN_K,
  PLAN_KNOWN_INDICES,
  PLAN_KNOWN_INDPTR,
  PLAN_N,
  PLAN_NEGATIVE,
  PLAN_ROW_BYTES,
  PLAN_SAMPLED_POSITIVES,
  PLAN_USERS,
  PLAN_USER_VECTOR,
  SIDE_BIAS,
  SIDE_SCALE,
} from "./layout";
import { draw } from "./random";
import { rankWeight } from "./rankWeight";
import { represent, representDifference } from "./representation";
import { stepPair } from "./step";
import { dot } from "./vector";
import { findViolation } from "./violation";
import { report, userOf } from "./visit";

/** Puts an item among those sampled so far, best score first; equal scores keep the order of their draws. */
@inline
function insert(sampled: usize, count: u32, item: u32, score: f32): void {
  let place = sampled + ((<usize>count) << 3);
  while (place > sampled && load<f32>(place - 8, 4) < score) {
    store<u64>(place, load<u64>(place - 8));
    place -= 8;
  }
  store<u32>(place, item);
  store<f32>(place, score, 4);
}

/**
 * K-th order statistic WARP (Weston et al. 2013): of n of the user's items, drawn with replacement, the
 * k-th best is the positive. The visits from `from` to `to` of an epoch; only their users matter.
 */
export function warpKos(plan: usize, from: u32, to: u32): void {
  const rowBytes = load<u32>(plan, PLAN_ROW_BYTES);
  const userVector: usize = load<u32>(plan, PLAN_USER_VECTOR);
  const difference: usize = load<u32>(plan, PLAN_ITEM_VECTOR);
  const items = plan + PLAN_ITEMS;
  const sampled: usize = load<u32>(plan, PLAN_SAMPLED_POSITIVES);
  const indptr: usize = load<u32>(plan, PLAN_KNOWN_INDPTR);
  const indices: usize = load<u32>(plan, PLAN_KNOWN_INDICES);
  const userBias = userVector + load<u32>(plan + PLAN_USERS, SIDE_BIAS);
  for (let visit = from; visit < to; visit++) {
    const user = userOf(plan, visit);
    const start = rowStart(indptr, user);
    const stored = rowEnd(indptr, user) - start;
    const count = min<u32>(load<u32>(plan, PLAN_N), stored);
    represent(plan + PLAN_USERS, user, rowBytes, userVector);
    store<f32>(userBias, 0);
    beginScoring(plan, items, rowBytes, userVector);
    const scale = <f32>load<f64>(items, SIDE_SCALE);
    for (let i: u32 = 0; i < count; i++) {
      const item = load<u32>(indices + ((<usize>(start + draw(plan, stored))) << 2));
      insert(sampled, i, item, scale * itemScore(plan, items, item, rowBytes, userVector));
    }
    const chosen = sampled + ((<usize>(min<u32>(load<u32>(plan, PLAN_K), count) - 1)) << 3);
    const positive = load<u32>(chosen);
    const bar = load<f32>(chosen, 4) - 1;
    const draws = findViolation(plan, user, bar);
    if (draws == 0) {
      report(plan, 0);
      continue;
    }
    const negative = load<u32>(plan, PLAN_NEGATIVE);
    representDifference(plan, negative, positive, rowBytes, difference);
    const weight = rankWeight(plan, draws, 1);
    report(plan, weight * (dot(userVector, difference, rowBytes) + 1));
    stepPair(plan, user, positive, negative, weight);
  }
}
