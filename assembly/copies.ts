import {
  PLAN_COPIED,
  PLAN_COPIED_COUNT,
  PLAN_COPIES,
  PLAN_COPY_BASES,
  PLAN_ITEMS,
  PLAN_ROW_BYTES,
  SIDE_MOMENTA,
  SIDE_ONE,
  SIDE_SUMS,
  SIDE_VALUES,
} from "./layout";
import { tableRow } from "./representation";
import { add, at, mul, noLess, put, splat, sub, unlessEqual } from "./vector";

// Features that many items share, such as genres, are stepped by all threads all the time, and a row that
// another processor has just written takes longer to fetch than a step. So each thread learns on copies of its
// own. One thread alone has them too: that they lie one behind the other makes it quicker to read them.

@inline
function copiedFeature(plan: usize, number: u32): u32 {
  return load<u32>(<usize>load<u32>(plan, PLAN_COPIED) + ((<usize>(number - 1)) << 2));
}

@inline
function copyOf(plan: usize, table: usize, number: u32): usize {
  return tableRow(table, load<u32>(plan, PLAN_COPIES) + number, load<u32>(plan, PLAN_ROW_BYTES));
}

/** What grows by additions: those of this thread are added to those of the others. */
@inline
function exchangeAdded(plan: usize, table: usize, bases: usize): usize {
  const rowBytes = load<u32>(plan, PLAN_ROW_BYTES);
  const count = load<u32>(plan, PLAN_COPIED_COUNT);
  for (let number: u32 = 1; number <= count; number++) {
    let copy = copyOf(plan, table, number);
    let original = tableRow(table, copiedFeature(plan, number), rowBytes);
    for (const end = copy + rowBytes; copy < end; copy += 16) {
      const learnt = at(copy);
      const base = at(bases);
      const before = at(original);
      // Where no other thread has learnt anything, and where sums are infinite, what was learnt is taken as it is.
      const now = unlessEqual(before, base, add(before, sub(learnt, base)), learnt);
      put(original, now);
      put(copy, now);
      put(bases, now);
      original += 16;
      bases += 16;
    }
  }
  return bases;
}

/**
 * Adadelta's averages fade with every step, so what a thread has learnt is what it would have learnt after the
 * others: theirs faded by its steps, and its own gains. The column of the momenta that holds no parameter is
 * one after an exchange and fades with the rest, and so tells by how much.
 */
@inline
function exchangeFaded(plan: usize, table: usize, momenta: usize, bases: usize): usize {
  const rowBytes = load<u32>(plan, PLAN_ROW_BYTES);
  const one: usize = load<u32>(plan + PLAN_ITEMS, SIDE_ONE);
  const count = load<u32>(plan, PLAN_COPIED_COUNT);
  for (let number: u32 = 1; number <= count; number++) {
    const fading = splat(load<f32>(copyOf(plan, momenta, number) + one));
    let copy = copyOf(plan, table, number);
    let original = tableRow(table, copiedFeature(plan, number), rowBytes);
    for (const end = copy + rowBytes; copy < end; copy += 16) {
      const learnt = at(copy);
      const base = at(bases);
      const before = at(original);
      // Rounding must not take a square below zero.
      const gained = noLess(sub(learnt, mul(fading, base)), splat(0));
      const both = unlessEqual(learnt, base, add(mul(fading, before), gained), before);
      const now = unlessEqual(before, base, both, learnt);
      put(original, now);
      put(copy, now);
      put(bases, now);
      original += 16;
      bases += 16;
    }
    if (table == momenta) {
      store<f32>(copyOf(plan, momenta, number) + one, 1);
      store<f32>(bases - rowBytes + one, 1);
    }
  }
  return bases;
}

/**
 * Puts what this thread has learnt on its copies since the last exchange into the items' tables, and takes over
 * what the others have.
 */
export function exchange(plan: usize): void {
  if (load<u32>(plan, PLAN_COPIED_COUNT) == 0) return;
  const side = plan + PLAN_ITEMS;
  const sums: usize = load<u32>(side, SIDE_SUMS);
  const momenta: usize = load<u32>(side, SIDE_MOMENTA);
  const bases = exchangeAdded(plan, load<u32>(side, SIDE_VALUES), load<u32>(plan, PLAN_COPY_BASES));
  if (momenta) {
    exchangeFaded(plan, momenta, momenta, exchangeFaded(plan, sums, momenta, bases));
  } else {
    exchangeAdded(plan, sums, bases);
  }
}
