import { ArgumentError, CancelledError } from "../errors.ts";
import { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import type { Interactions } from "../matrix/Interactions.ts";
import { LOSSES, type Loss } from "./losses.ts";
import type { TrainingMemory } from "./memory/TrainingMemory.ts";
import { nextTask } from "./nextTask.ts";
import type { HelperThreads } from "./threads/HelperThreads.ts";

/** Feature matrices of both sides; the identity where one is left out. */
export interface Features {
  userFeatures?: FeatureMatrix;
  itemFeatures?: FeatureMatrix;
}

export interface EpochEnd {
  /** 1-based, counted over the model's life. */
  epoch: number;
  /** Mean loss over the interactions that the epoch learnt from. */
  meanLoss: number;
  /** Of this epoch alone, work of others in between included. */
  seconds: number;
}

export interface EpochOptions extends Features {
  /** 1 or more; 1 if left out, as in LightFM. */
  epochs?: number;
  /** Called between slices with the share of the epoch that is done, 0 to 1. */
  onSlice?: (done: number) => void;
  /** Stops within a slice; the epoch under way is dropped and the promise rejects with CancelledError. */
  signal?: AbortSignal;
  /**
   * Threads that share an epoch without locks (Hogwild, Niu et al. 2011), 1 to 64; 1 if left out. With more
   * than one, the same seed no longer gives the same model to the bit. Where memory cannot be shared (a page
   * that is not cross-origin isolated) one thread does all the work.
   */
  threads?: number;
}

/** Milliseconds that an epoch runs before it lets others have their turn. */
const SLICE = 16;

/**
 * Runs one epoch in slices, beside the helpers where there are any.
 * @throws CancelledError where the signal stops it, WorkerFailedError where a helper dies.
 */
export async function runEpoch(
  memory: TrainingMemory,
  helpers: HelperThreads | null,
  { onSlice, signal }: Pick<EpochOptions, "onSlice" | "signal">,
): Promise<void> {
  const stop = () => memory.stop();
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop);
  try {
    const helped = helpers?.run();
    // Awaited below; a failure before that must not count as unhandled.
    helped?.catch(stop);
    memory.beginPart();
    let pause = performance.now() + SLICE;
    while (memory.runNext()) {
      if (performance.now() < pause) continue;
      onSlice?.(memory.claimed / memory.length);
      await nextTask();
      pause = performance.now() + SLICE;
    }
    onSlice?.(1);
    await nextTask();
    await helped;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
  if (signal?.aborted) throw new CancelledError("Training was stopped.");
}

/** @throws ArgumentError if the interactions have weights and this loss takes none. */
export function checkLoss(loss: Loss, { weights }: Interactions): void {
  if (weights && !LOSSES[loss].takesWeights) {
    throw new ArgumentError(
      `interactions has weights, which the loss "${loss}" does not take: leave them out.`,
    );
  }
}

/** Fills in identities. @throws ArgumentError where there is nothing to learn from, or shapes differ. */
export function checkFeatures(interactions: Interactions, options: Features): Required<Features> {
  if (interactions.length === 0)
    throw new ArgumentError("interactions is empty: there is nothing to learn from.");
  const features = {
    userFeatures: options.userFeatures ?? FeatureMatrix.identity(interactions.users),
    itemFeatures: options.itemFeatures ?? FeatureMatrix.identity(interactions.items),
  };
  checkShape("interactions", interactions, features);
  return features;
}

/** @throws ArgumentError where interactions and feature matrices are not of the same users and items. */
export function checkShape(name: string, { users, items }: Interactions, features: Required<Features>): void {
  const { userFeatures, itemFeatures } = features;
  if (userFeatures.rows !== users || itemFeatures.rows !== items) {
    throw new ArgumentError(
      `${name} is of ${users} users and ${items} items, but userFeatures has ${userFeatures.rows} rows and itemFeatures ${itemFeatures.rows}.`,
    );
  }
}
