import { holds, rowEnd, rowStart } from "./csr";
import { PLAN_KNOWN_BITS, PLAN_KNOWN_INDICES, PLAN_KNOWN_INDPTR, PLAN_KNOWN_STRIDE } from "./layout";

// Which items a user knows is asked of every candidate. Where there is a bit for each pair, that is one
// load and no branch; otherwise the user's sorted row is searched.

@inline
function bitsOf(plan: usize, user: u32): usize {
  return <usize>load<u32>(plan, PLAN_KNOWN_BITS) + (<usize>user) * load<u32>(plan, PLAN_KNOWN_STRIDE);
}

@inline
function bitOf(bits: usize, item: u32): u32 {
  return (<u32>load<u8>(bits + (item >> 3)) >> (item & 7)) & 1;
}

/** Whether the user has any stored interaction with the item, a dislike too. */
@inline
export function isKnown(plan: usize, user: u32, item: u32): bool {
  if (load<u32>(plan, PLAN_KNOWN_BITS)) return bitOf(bitsOf(plan, user), item) != 0;
  const indptr: usize = load<u32>(plan, PLAN_KNOWN_INDPTR);
  return holds(load<u32>(plan, PLAN_KNOWN_INDICES), rowStart(indptr, user), rowEnd(indptr, user), item);
}

/** Of four items and a bit for each: the bits of those that the user does not know. */
@inline
export function unknownOf(plan: usize, user: u32, items: usize, asked: u32): u32 {
  if (load<u32>(plan, PLAN_KNOWN_BITS)) {
    const bits = bitsOf(plan, user);
    const known =
      bitOf(bits, load<u32>(items)) |
      (bitOf(bits, load<u32>(items, 4)) << 1) |
      (bitOf(bits, load<u32>(items, 8)) << 2) |
      (bitOf(bits, load<u32>(items, 12)) << 3);
    return asked & ~known;
  }
  for (let left = asked; left; left &= left - 1) {
    const lane = ctz(left);
    if (!isKnown(plan, user, load<u32>(items + ((<usize>lane) << 2)))) return 1 << lane;
  }
  return 0;
}
