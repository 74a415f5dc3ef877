import { rowEnd, rowStart } from "./csr";
import { PLAN_DISLIKED_INDICES, PLAN_DISLIKED_INDPTR } from "./layout";
import { draw } from "./random";

export const NO_DISLIKE: u32 = u32.MAX_VALUE;

/** One of the user's dislikes, drawn uniformly; NO_DISLIKE where there are none or they are not to be drawn. */
@inline
export function drawDislike(plan: usize, user: u32): u32 {
  const indptr: usize = load<u32>(plan, PLAN_DISLIKED_INDPTR);
  if (!indptr) return NO_DISLIKE;
  const start = rowStart(indptr, user);
  const count = rowEnd(indptr, user) - start;
  if (count == 0) return NO_DISLIKE;
  return load<u32>(<usize>load<u32>(plan, PLAN_DISLIKED_INDICES) + ((<usize>(start + draw(plan, count))) << 2));
}
