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
  for (let four = fourAbove(scores, 0, count, worst); four < count; four = fourAbove(scores, four + 4, count, worst)) {
    let better = above(at(entry(scores, four)), splat(worst));
    for (; better; better &= better - 1) {
      const candidate = four + ctz(better);
      const candidateScore = load<f32>(entry(scores, candidate));
      if (candidateScore <= worst) continue;
      worst = keep(outItems, outScores, found, n, candidate, candidateScore);
      if (found < n) found++;
    }
  }
  if (found < n) heapify(outItems, outScores, found);
  for (let end = found; end > 1; ) {
    end--;
    const item = load<u32>(entry(outItems, end));
    const itemScore = load<f32>(entry(outScores, end));
    store<u32>(entry(outItems, end), load<u32>(outItems));
    store<f32>(entry(outScores, end), load<f32>(outScores));
    sink(outItems, outScores, 0, end, item, itemScore);
  }
  return found;
}

/** Where the next four scores begin of which one is above the bar; `count` or more if there is none. */
function fourAbove(scores: usize, from: u32, count: u32, bar: f32): u32 {
  const bars = splat(bar);
  let four = from;
  while (four < count && !above(at(entry(scores, four)), bars)) four += 4;
  return four;
}

/** Keeps an item beside `found` others, instead of the worst if they are `n`. Returns what the next has to beat. */
function keep(
  outItems: usize,
  outScores: usize,
  found: u32,
  n: u32,
  item: u32,
  itemScore: f32,
): f32 {
  if (found == n) sink(outItems, outScores, 0, n, item, itemScore);
  else {
    store<u32>(entry(outItems, found), item);
    store<f32>(entry(outScores, found), itemScore);
    if (found + 1 < n) return OUT_OF_THE_RUNNING;
    heapify(outItems, outScores, n);
  }
  return load<f32>(outScores);
}

/** Orders the first `count` places as a heap with the worst on top. */
function heapify(outItems: usize, outScores: usize, count: u32): void {
  for (let place = count >> 1; place > 0; ) {
    place--;
    const item = load<u32>(entry(outItems, place));
    sink(outItems, outScores, place, count, item, load<f32>(entry(outScores, place)));
  }
}

/** Puts an item into the heap of `count` at `place` or below it, so that nothing lies under what is better. */
function sink(
  outItems: usize,
  outScores: usize,
  place: u32,
  count: u32,
  item: u32,
  itemScore: f32,
): void {
  for (let child: u32 = 2 * place + 1; child < count; child = 2 * place + 1) {
    let childItem = load<u32>(entry(outItems, child));
    let childScore = load<f32>(entry(outScores, child));
    if (child + 1 < count) {
      const otherItem = load<u32>(entry(outItems, child + 1));
      const otherScore = load<f32>(entry(outScores, child + 1));
      if (isWorse(otherItem, otherScore, childItem, childScore)) {
        child++;
        childItem = otherItem;
        childScore = otherScore;
      }
    }
    if (!isWorse(childItem, childScore, item, itemScore)) break;
    store<u32>(entry(outItems, place), childItem);
    store<f32>(entry(outScores, place), childScore);
    place = child;
  }
  store<u32>(entry(outItems, place), item);
  store<f32>(entry(outScores, place), itemScore);
}

/** Of equals the later item is worse. */
@inline
function isWorse(item: u32, itemScore: f32, other: u32, otherScore: f32): bool {
  return itemScore < otherScore || (itemScore == otherScore && item > other);
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
