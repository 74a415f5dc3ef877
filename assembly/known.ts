import { holds, rowEnd, rowStart } from "./csr";
import { PLAN_KNOWN_FILTER, PLAN_KNOWN_INDICES, PLAN_KNOWN_INDPTR, PLAN_KNOWN_SHIFT, PLAN_USERS, SIDE_ROWS } from "./layout";

// A sampled negative is nearly always unknown to the user. One bit in a filter of at least eight bits
// an interaction proves it in most cases; the user's sorted row is searched only where the bit is set.

@inline
function filterBit(plan: usize, user: u32, item: u32): u32 {
  return ((user * 0x9e3779b1) ^ (item * 0x85ebca6b)) * 0xc2b2ae35 >> load<u32>(plan, PLAN_KNOWN_SHIFT);
}

/** Sets the filter's bits for every known pair; the filter must be zero before. */
export function indexKnown(plan: usize): void {
  const indptr: usize = load<u32>(plan, PLAN_KNOWN_INDPTR);
  const indices: usize = load<u32>(plan, PLAN_KNOWN_INDICES);
  const filter: usize = load<u32>(plan, PLAN_KNOWN_FILTER);
  const users = load<u32>(plan, PLAN_USERS + SIDE_ROWS);
  for (let user: u32 = 0; user < users; user++) {
    const end = rowEnd(indptr, user);
    for (let i = rowStart(indptr, user); i < end; i++) {
      const bit = filterBit(plan, user, load<u32>(indices + ((<usize>i) << 2)));
      const byte = filter + (bit >> 3);
      store<u8>(byte, <u8>(<u32>load<u8>(byte) | (1 << (bit & 7))));
    }
  }
}

/** Whether the user has any stored interaction with the item, a dislike too. */
@inline
export function isKnown(plan: usize, user: u32, item: u32): bool {
  const bit = filterBit(plan, user, item);
  const filter: usize = load<u32>(plan, PLAN_KNOWN_FILTER);
  if (!(<u32>load<u8>(filter + (bit >> 3)) & (1 << (bit & 7)))) return false;
  const indptr: usize = load<u32>(plan, PLAN_KNOWN_INDPTR);
  return holds(load<u32>(plan, PLAN_KNOWN_INDICES), rowStart(indptr, user), rowEnd(indptr, user), item);
}
