import {
  checkFunction,
  checkOptions,
  checkSeed,
  listOf,
  optionalSignal,
  toRowNumbers,
  wholeNumber,
} from "../arguments.ts";
import { CancelledError } from "../errors.ts";
import { SeededRandom } from "../matrix/random.ts";
import { nextTaskIfDue } from "../nextTask.ts";

/** More change a share by less than a few hundredths. */
const RESAMPLES = 20;

/** How `certainty` resamples. */
export interface CertaintyOptions {
  /** 20 if left out. */
  resamples?: number;
  /** 0 if left out; the same seed gives the same shares. */
  seed?: number;
  /** Stops it between two resamples. */
  signal?: AbortSignal | undefined;
}

/**
 * How certain it is that items belong in somebody's list: the share of bootstrap resamples of their likes in which
 * each item is on the list again. Every like counts a Poisson(1) number of times in a resample (Hanley and MacGibbon
 * 2006), so even a single like may be missing.
 * @param likes the number of likes
 * @param listFor returns the list if like `i` counts `times[i]` times, or not at all where that is 0
 * @returns a share from 0 to 1 for each of `items`
 * @throws ArgumentError if an option is unknown or out of range, CancelledError if the signal stops it.
 */
export async function certainty(
  items: ArrayLike<number>,
  likes: number,
  listFor: (times: Uint8Array) => Promise<ArrayLike<number>>,
  options: CertaintyOptions = {},
): Promise<Float32Array> {
  checkOptions(options, ["resamples", "seed", "signal"]);
  const { resamples = RESAMPLES, seed = 0, signal } = options;
  toRowNumbers("items", items, 2 ** 31 - 1);
  wholeNumber("likes", likes, 0, 2 ** 31 - 1);
  checkFunction("listFor", listFor);
  wholeNumber("resamples", resamples, 1, 1_000_000);
  checkSeed(seed);
  optionalSignal(signal);
  const random = new SeededRandom(seed);
  const found = new Map<number, number>();
  for (let resample = 0; resample < resamples; resample++) {
    await nextTaskIfDue();
    if (signal?.aborted) throw new CancelledError("Finding how sure a list is was stopped.");
    const times = Uint8Array.from({ length: likes }, () => poisson(random));
    const list = await listFor(times);
    for (const item of Array.from(listOf("What listFor gives", list)))
      found.set(item, (found.get(item) ?? 0) + 1);
  }
  return Float32Array.from(items, (item) => (found.get(item) ?? 0) / resamples);
}

/** Poisson with mean 1 (Knuth's method). */
function poisson(random: SeededRandom): number {
  let count = 0;
  for (let product = random.float(); product > Math.exp(-1); product *= random.float()) count++;
  return count;
}
