import { dot, fourDots, put } from "./vector";

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

/** The scores of `count` pairs: user `users[i]` of `userVectors` with item `items[i]` of `itemVectors`. */
export function scorePairs(
  users: usize,
  userVectors: usize,
  items: usize,
  itemVectors: usize,
  count: u32,
  rowBytes: u32,
  out: usize,
): void {
  for (let i: usize = 0; i < <usize>count << 2; i += 4) {
    const user = userVectors + <usize>load<u32>(users + i) * rowBytes;
    const item = itemVectors + <usize>load<u32>(items + i) * rowBytes;
    store<f32>(out + i, dot(user, item, rowBytes));
  }
}
