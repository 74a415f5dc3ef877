import type { ItemIndex } from "../ItemIndex.ts";
import { rowLength } from "../memory/FeatureTable.ts";

/** Multiplications that take longer than starting a thread: some 100 ms. */
const WORTH_A_THREAD = 500_000_000;
/** How many of them the rest of the work is worth: what each user costs, and each place on a list. */
const PER_USER = 15_000;
const PER_PLACE = 2_000;

/** How many threads have more to do than it takes to start them, if these users' lists of n items are shared out. */
export function worthwhileThreads({ items, hyper }: ItemIndex, users: number, n: number): number {
  const perUser = items * rowLength(hyper.noComponents) + n * PER_PLACE + PER_USER;
  return Math.floor((users * perUser) / WORTH_A_THREAD);
}
