import { isLiked, itemOf, report, userOf, weightOf } from "./visit";
import { PLAN_ITEM_VECTOR, PLAN_ROW_BYTES, PLAN_USERS, PLAN_USER_VECTOR } from "./layout";
import { represent, representItem } from "./representation";
import { sigmoid, softplus } from "./sigmoid";
import { stepPoint } from "./step";
import { dot } from "./vector";

/** Logistic loss, likes against dislikes: the visits from `from` to `to` of an epoch. */
export function logistic(plan: usize, from: u32, to: u32): void {
  const rowBytes = load<u32>(plan, PLAN_ROW_BYTES);
  const userVector: usize = load<u32>(plan, PLAN_USER_VECTOR);
  const itemVector: usize = load<u32>(plan, PLAN_ITEM_VECTOR);
  for (let visit = from; visit < to; visit++) {
    const user = userOf(plan, visit);
    const item = itemOf(plan, visit);
    represent(plan + PLAN_USERS, user, rowBytes, userVector);
    representItem(plan, item, rowBytes, itemVector);
    const score = dot(userVector, itemVector, rowBytes);
    const liked = isLiked(plan, visit);
    const weight = weightOf(plan, visit);
    report(plan, weight * softplus(liked ? -score : score));
    stepPoint(plan, user, item, weight * (sigmoid(score) - (liked ? 1 : 0)));
  }
}
