import {
  PLAN_COPIED,
  PLAN_COPIED_COUNT,
  PLAN_COPIES,
  PLAN_COPY_BASES,
  PLAN_ITEMS,
  PLAN_ROW_BYTES,
  SIDE_MOMENTA,
  SIDE_SUMS,
  SIDE_VALUES,
} from "./layout";
import { tableRow } from "./representation";
import { add, at, put, sub, unlessEqual } from "./vector";

// Features that many items share, such as genres, are stepped by all threads all the time, and a row that
// another processor has just written takes longer to fetch than a step. So each of several threads learns on
// copies of its own.

@inline
function exchangeTable(plan: usize, table: usize, bases: usize): usize {
  const rowBytes = load<u32>(plan, PLAN_ROW_BYTES);
  const copied: usize = load<u32>(plan, PLAN_COPIED);
  const count = load<u32>(plan, PLAN_COPIED_COUNT);
  let copy = tableRow(table, load<u32>(plan, PLAN_COPIES), rowBytes);
  for (let i: u32 = 0; i < count; i++) {
    let original = tableRow(table, load<u32>(copied + ((<usize>i) << 2)), rowBytes);
    for (const end = copy + rowBytes; copy < end; copy += 16) {
      const learnt = at(copy);
      const base = at(bases);
      const before = at(original);
      // Infinite sums stay out of it.
      const now = unlessEqual(learnt, base, add(before, sub(learnt, base)), before);
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
 * Adds to the items' tables what this thread has learnt on its copies since the last exchange, and takes over
 * what the others have.
 */
export function exchange(plan: usize): void {
  if (load<u32>(plan, PLAN_COPIED_COUNT) == 0) return;
  const side = plan + PLAN_ITEMS;
  let bases: usize = load<u32>(plan, PLAN_COPY_BASES);
  bases = exchangeTable(plan, load<u32>(side, SIDE_VALUES), bases);
  bases = exchangeTable(plan, load<u32>(side, SIDE_SUMS), bases);
  const momenta: usize = load<u32>(side, SIDE_MOMENTA);
  if (momenta) exchangeTable(plan, momenta, bases);
}
