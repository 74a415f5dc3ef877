import { fourDots, largestOf, products, put, totals } from "./vector";

/**
 * The scores of a user's vector against `count` item vectors that lie one after the other, to `out`.
 * Items are scored four at a time: `vectors` and `out` must have room up to the next multiple of four.
 */
export function score(userVector: usize, vectors: usize, count: u32, rowBytes: u32, out: usize): void {
  const end = out + ((<usize>count) << 2);
  for (; out < end; out += 16) {
    const second = vectors + rowBytes;
    const third = second + rowBytes;
    const fourth = third + rowBytes;
    put(out, fourDots(userVector, vectors, second, third, fourth, rowBytes));
    vectors = fourth + rowBytes;
  }
}

@inline
function pairProducts(users: usize, userVectors: usize, items: usize, itemVectors: usize, rowBytes: u32): v128 {
  const user = userVectors + (<usize>load<u32>(users)) * rowBytes;
  const item = itemVectors + (<usize>load<u32>(items)) * rowBytes;
  return products(user, item, rowBytes);
}

/** Whether all of `count` ids, a multiple of four, are below `rows`. */
export function allBelow(ids: usize, count: u32, rows: u32): bool {
  return largestOf(ids, count) < rows;
}

/**
 * The scores of `count` pairs: user `users[i]` of `userVectors` with item `items[i]` of `itemVectors`. Pairs
 * are scored four at a time: ids and `out` must have room up to the next multiple of four, the ids there zeros.
 */
export function scorePairs(
  users: usize,
  userVectors: usize,
  items: usize,
  itemVectors: usize,
  count: u32,
  rowBytes: u32,
  out: usize,
): void {
  for (const end = out + ((<usize>count) << 2); out < end; out += 16) {
    const a = pairProducts(users, userVectors, items, itemVectors, rowBytes);
    const b = pairProducts(users + 4, userVectors, items + 4, itemVectors, rowBytes);
    const c = pairProducts(users + 8, userVectors, items + 8, itemVectors, rowBytes);
    const d = pairProducts(users + 12, userVectors, items + 12, itemVectors, rowBytes);
    put(out, totals(a, b, c, d));
    users += 16;
    items += 16;
  }
}
