import { holds, rowEnd, rowStart } from "./csr";
import { PLAN_KNOWN_BITS, PLAN_KNOWN_INDICES, PLAN_KNOWN_INDPTR, PLAN_KNOWN_STRIDE } from "./layout";

// Which items a user knows is asked of every candidate that would do otherwise. Where there is a bit for
// each pair, that is one load; else the user's sorted row is searched.

/** Whether the user has any stored interaction with the item, a dislike too. */
@inline
export function isKnown(plan: usize, user: u32, item: u32): bool {
  const bits: usize = load<u32>(plan, PLAN_KNOWN_BITS);
  if (bits) {
    const own = bits + (<usize>user) * load<u32>(plan, PLAN_KNOWN_STRIDE);
    return ((<u32>load<u8>(own + (item >> 3)) >> (item & 7)) & 1) != 0;
  }
  const indptr: usize = load<u32>(plan, PLAN_KNOWN_INDPTR);
  return holds(load<u32>(plan, PLAN_KNOWN_INDICES), rowStart(indptr, user), rowEnd(indptr, user), item);
}
