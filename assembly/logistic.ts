import { isLiked, itemOf, report, userOf, visited, weightOf } from "./interaction";
import { PLAN_ITEMS, PLAN_POSITIVE_VECTOR, PLAN_ROW_BYTES, PLAN_USERS, PLAN_USER_VECTOR } from "./layout";
import { represent } from "./representation";
import { sigmoid, softplus } from "./sigmoid";
import { stepPoint } from "./step";
import { dot } from "./vector";

/** Logistic loss, likes against dislikes: the visits from `from` to `to` of an epoch. */
export function logistic(plan: usize, from: u32, to: u32): void {
  const rowBytes = load<u32>(plan, PLAN_ROW_BYTES);
  const userVector: usize = load<u32>(plan, PLAN_USER_VECTOR);
  const itemVector: usize = load<u32>(plan, PLAN_POSITIVE_VECTOR);
  for (let visit = from; visit < to; visit++) {
    const interaction = visited(plan, visit);
    const user = userOf(plan, interaction);
    const item = itemOf(plan, interaction);
    represent(plan + PLAN_USERS, user, rowBytes, userVector);
    represent(plan + PLAN_ITEMS, item, rowBytes, itemVector);
    const score = dot(userVector, itemVector, rowBytes);
    const liked = isLiked(plan, interaction);
    const weight = weightOf(plan, interaction);
    report(plan, weight * softplus(liked ? -score : score));
    stepPoint(plan, user, item, weight * (sigmoid(score) - (liked ? 1 : 0)));
  }
}
