import { holds, rowEnd, rowStart } from "./csr";
import { score } from "./score";
import { above, at, atLeast, splat } from "./vector";

@inline
const OUT_OF_THE_RUNNING: f32 = -Infinity;

@inline
function entry(array: usize, index: u32): usize {
  return array + ((<usize>index) << 2);
}

/** Takes items out of the running: none scores below them. */
export function leaveOut(scores: usize, items: usize, from: u32, to: u32): void {
  for (let i = from; i < to; i++) store<f32>(entry(scores, load<u32>(entry(items, i))), OUT_OF_THE_RUNNING);
}

/** The places between the last score and the next multiple of four must not win anything. */
export function closeTail(scores: usize, count: u32): void {
  for (let i = count; i & 3; i++) store<f32>(entry(scores, i), OUT_OF_THE_RUNNING);
}

/**
 * The best `n` of `count` scores, best first, of equals the lower item first; items to `outItems`,
 * scores to `outScores`. Returns how many there were in the running. The tail must be closed.
 */
export function topN(scores: usize, count: u32, n: u32, outItems: usize, outScores: usize): u32 {
  let found: u32 = 0;
  let worst = OUT_OF_THE_RUNNING;
  for (let item: u32 = 0; item < count; item += 4) {
    let better = above(at(entry(scores, item)), splat(worst));
    for (; better; better &= better - 1) {
      const candidate = item + ctz(better);
      const candidateScore = load<f32>(entry(scores, candidate));
      if (candidateScore <= worst) continue;
      let place = found < n ? found++ : n - 1;
      for (; place > 0 && load<f32>(entry(outScores, place - 1)) < candidateScore; place--) {
        store<f32>(entry(outScores, place), load<f32>(entry(outScores, place - 1)));
        store<u32>(entry(outItems, place), load<u32>(entry(outItems, place - 1)));
      }
      store<f32>(entry(outScores, place), candidateScore);
      store<u32>(entry(outItems, place), candidate);
      if (found == n) worst = load<f32>(entry(outScores, n - 1));
    }
  }
  return found;
}

/** Replaces each bar by the number of scores that reach it, four bars to a sweep. */
@inline
function countAtLeast(scores: usize, count: u32, bars: usize, from: u32, to: u32): void {
  const end = entry(scores, count);
  for (let i = from; i < to; i += 4) {
    const last = to - 1;
    const first = entry(bars, i);
    const second = entry(bars, min<u32>(i + 1, last));
    const third = entry(bars, min<u32>(i + 2, last));
    const fourth = entry(bars, min<u32>(i + 3, last));
    const barA = splat(load<f32>(first));
    const barB = splat(load<f32>(second));
    const barC = splat(load<f32>(third));
    const barD = splat(load<f32>(fourth));
    let a = i32x4.splat(0);
    let b = i32x4.splat(0);
    let c = i32x4.splat(0);
    let d = i32x4.splat(0);
    for (let pointer = scores; pointer < end; pointer += 16) {
      const four = at(pointer);
      a = i32x4.sub(a, atLeast(four, barA));
      b = i32x4.sub(b, atLeast(four, barB));
      c = i32x4.sub(c, atLeast(four, barC));
      d = i32x4.sub(d, atLeast(four, barD));
    }
    store<f32>(first, countOf(a));
    if (i < last) store<f32>(second, countOf(b));
    if (i + 1 < last) store<f32>(third, countOf(c));
    if (i + 2 < last) store<f32>(fourth, countOf(d));
  }
}

@inline
function countOf(counts: v128): f32 {
  return <f32>(
    i32x4.extract_lane(counts, 0) +
    i32x4.extract_lane(counts, 1) +
    i32x4.extract_lane(counts, 2) +
    i32x4.extract_lane(counts, 3)
  );
}

/**
 * LightFM's ranks of the users from `from` to `to`: for each test item the number of other items, those
 * in train left out, that score at least as high. f32 beside the test matrix's indices, to `ranks`.
 * With `rowBytes` 0 the scores are the same for every user and lie in `scores` already, a copy of them
 * in `itemVectors`: so popularity is judged by the same rule.
 */
export function rankTestItems(
  userVectors: usize,
  itemVectors: usize,
  items: u32,
  rowBytes: u32,
  scores: usize,
  trainIndptr: usize,
  trainIndices: usize,
  testIndptr: usize,
  testIndices: usize,
  from: u32,
  to: u32,
  ranks: usize,
): void {
  for (let user = from; user < to; user++) {
    const testFrom = rowStart(testIndptr, user);
    const testTo = rowEnd(testIndptr, user);
    if (testFrom == testTo) continue;
    if (rowBytes) score(userVectors + (<usize>user) * rowBytes, itemVectors, items, rowBytes, scores);
    else memory.copy(scores, itemVectors, (<usize>items) << 2);
    closeTail(scores, items);
    for (let i = testFrom; i < testTo; i++) {
      store<f32>(entry(ranks, i), load<f32>(entry(scores, load<u32>(entry(testIndices, i)))));
    }
    const trainFrom = rowStart(trainIndptr, user);
    const trainTo = rowEnd(trainIndptr, user);
    leaveOut(scores, trainIndices, trainFrom, trainTo);
    countAtLeast(scores, items, ranks, testFrom, testTo);
    for (let i = testFrom; i < testTo; i++) {
      const itself = holds(trainIndices, trainFrom, trainTo, load<u32>(entry(testIndices, i))) ? 0 : 1;
      store<f32>(entry(ranks, i), load<f32>(entry(ranks, i)) - <f32>itself);
    }
  }
}
