import { fourItemScores } from "./itemScore";
import { isKnown } from "./known";
import {
  PLAN_ITEMS,
  PLAN_MAX_SAMPLED,
  PLAN_NEGATIVE,
  PLAN_ROW_BYTES,
  PLAN_USER_VECTOR,
  SIDE_SCALE,
} from "./layout";
import { nextItems, pass } from "./random";
import { above, splat } from "./vector";

/**
 * WARP's search: draws items until one scores above `bar` (the positive's score less the margin of one)
 * and is not known to the user; a draw of a known item counts. Returns the number of draws, the item in
 * PLAN_NEGATIVE, or 0 if maxSampled draws found none. The user's vector must have a zero where the
 * user's bias stands, and `bar` must leave that bias out: it cancels.
 */
export function findViolation(plan: usize, user: u32, bar: f32): u32 {
  const side = plan + PLAN_ITEMS;
  const rowBytes = load<u32>(plan, PLAN_ROW_BYTES);
  const userVector: usize = load<u32>(plan, PLAN_USER_VECTOR);
  const maxSampled = load<u32>(plan, PLAN_MAX_SAMPLED);
  const bars = splat(bar / <f32>load<f64>(side, SIDE_SCALE));
  for (let drawn: u32 = 0; drawn < maxSampled; drawn += 4) {
    const items = nextItems(plan);
    const wanted = min<u32>(maxSampled - drawn, 4);
    const scores = fourItemScores(plan, side, items, wanted, rowBytes, userVector);
    let violations = above(scores, bars) & ((1 << wanted) - 1);
    for (; violations; violations &= violations - 1) {
      const lane = ctz(violations);
      const item = load<u32>(items + ((<usize>lane) << 2));
      if (isKnown(plan, user, item)) continue;
      store<u32>(plan, item, PLAN_NEGATIVE);
      pass(plan, lane + 1);
      return drawn + lane + 1;
    }
    pass(plan, wanted);
  }
  return 0;
}
