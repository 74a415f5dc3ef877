import { allEqual, at, below, fourDots, products, put, totals } from "./vector";

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

/** Whether `count` ids are all below `rows`. Zeros must follow them up to the next multiple of four. */
export function allBelow(ids: usize, count: u32, rows: u32): bool {
  let all = i32x4.splat(-1);
  for (const end = ids + ((<usize>count) << 2); ids < end; ids += 16) all = v128.and(all, below(at(ids), rows));
  return i32x4.all_true(all);
}

@inline
function vectorOf(vectors: usize, id: usize, rowBytes: u32): usize {
  return vectors + (<usize>load<u32>(id)) * rowBytes;
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
    const user = vectorOf(userVectors, users, rowBytes);
    const a = vectorOf(itemVectors, items, rowBytes);
    const b = vectorOf(itemVectors, items + 4, rowBytes);
    const c = vectorOf(itemVectors, items + 8, rowBytes);
    const d = vectorOf(itemVectors, items + 12, rowBytes);
    // Scoring all pairs, or the items of one user, asks for the same user many times in a row.
    if (allEqual(users)) {
      put(out, fourDots(user, a, b, c, d, rowBytes));
    } else {
      const second = vectorOf(userVectors, users + 4, rowBytes);
      const third = vectorOf(userVectors, users + 8, rowBytes);
      const fourth = vectorOf(userVectors, users + 12, rowBytes);
      put(
        out,
        totals(
          products(user, a, rowBytes),
          products(second, b, rowBytes),
          products(third, c, rowBytes),
          products(fourth, d, rowBytes),
        ),
      );
    }
    users += 16;
    items += 16;
  }
}
