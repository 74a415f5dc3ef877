import { checkOptions, instanceOf, optionalFunction, optionalSignal, wholeNumber } from "../arguments.ts";
import { ArgumentError, CancelledError, DivergedError } from "../errors.ts";
import { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import { Interactions } from "../matrix/Interactions.ts";
import { nextTask, nextTaskIfDue, SLICE } from "../nextTask.ts";
import { release } from "../release.ts";
import { drawSeeds } from "./epoch.ts";
import { LOSSES } from "./losses.ts";
import { type Features, grownState, type ModelState } from "./ModelState.ts";
import { Allocator } from "./memory/Allocator.ts";
import { rowLength } from "./memory/FeatureTable.ts";
import { checkAddressable } from "./memory/Kernel.ts";
import { reserveKnown } from "./memory/knownItems.ts";
import { TrainingMemory } from "./memory/TrainingMemory.ts";
import { canShareMemory, type HelperThreads } from "./threads/HelperThreads.ts";

export type { Features } from "./ModelState.ts";

/** With as many interactions, laying them out takes seconds, and is counted as the beginning of the epoch. */
const MANY = 4_000_000;
/** The share of an epoch that it counts as. */
const LAYING_OUT = 0.05;
/** The share of that which making the tables takes. */
const GROWN = 0.1;

/** What is known at the end of an epoch. */
export interface EpochEnd {
  /** 1-based, counted over the model's life. */
  epoch: number;
  /** Mean loss over the interactions the epoch learnt from. */
  meanLoss: number;
  /** Duration of this epoch alone, including other work that ran in between. */
  seconds: number;
}

export interface EpochOptions extends Features {
  /** 0 or more; 1 if left out, as in LightFM. With 0, or without interactions, the model is only created or grown. */
  epochs?: number;
  /** Called between slices with the share of the epoch that is done, 0 to 1. */
  onSlice?: (done: number) => void;
  /** Stops within a slice; the epoch under way is dropped and the promise rejects with CancelledError. */
  signal?: AbortSignal;
  /**
   * Threads that share an epoch without locks (Hogwild, Niu et al. 2011), 1 to 64; 1 if left out. With more than one,
   * the same seed no longer gives the same model to the bit. If memory cannot be shared (the page is not cross-origin
   * isolated) or no thread can be started (the content security policy lacks `blob:` in `worker-src`, which a bundled
   * library needs), one thread does all the work; the console says so in the second case.
   */
  threads?: number;
}

export const EPOCH_OPTIONS: readonly string[] = [
  "userFeatures",
  "itemFeatures",
  "epochs",
  "onSlice",
  "signal",
  "threads",
];

/** Epochs to be run, whose arguments are in order. */
export interface Training {
  interactions: Interactions;
  features: Required<Features>;
  epochs: number;
  threads: number;
  onSlice: EpochOptions["onSlice"];
  signal: AbortSignal | undefined;
}

/**
 * Checks all that training is asked for, before anything is touched.
 * @param before what the model remembers: features that are left out stay as they were
 * @throws ArgumentError if an argument is out of its range or does not fit the others.
 * @throws UnsupportedError if the model would not fit into memory.
 */
export function checkTraining(
  before: ModelState,
  interactions: Interactions,
  options: EpochOptions,
): Training {
  instanceOf("interactions", interactions, Interactions);
  checkOptions(options, EPOCH_OPTIONS);
  const { epochs = 1, threads = 1, onSlice, signal } = options;
  wholeNumber("epochs", epochs, 0, 1_000_000);
  wholeNumber("threads", threads, 1, 64);
  optionalFunction("onSlice", onSlice);
  optionalSignal(signal);
  const { loss } = before.hyperparameters;
  if (interactions.weights && !LOSSES[loss].takesWeights) {
    throw new ArgumentError(
      `interactions has weights, which the loss "${loss}" does not take: leave them out.`,
    );
  }
  interactions.check();
  for (const name of ["userFeatures", "itemFeatures"] as const) {
    if (options[name] !== undefined) instanceOf(name, options[name], FeatureMatrix);
  }
  checkMemory(before, interactions, options);
  const features = {
    userFeatures: featuresOf(before, "userFeatures", interactions.users, options),
    itemFeatures: featuresOf(before, "itemFeatures", interactions.items, options),
  };
  checkShape("interactions", interactions, features);
  return { interactions, features, epochs, threads: canShareMemory() ? threads : 1, onSlice, signal };
}

/** Given, remembered, or the identity, which has no room for what was learnt of other features. */
function featuresOf(
  { features }: ModelState,
  name: "userFeatures" | "itemFeatures",
  rows: number,
  options: Features,
): FeatureMatrix {
  const given = options[name];
  if (given) {
    given.check();
    return given;
  }
  const before = features?.[name];
  if (!before || before.isIdentity) return FeatureMatrix.identity(rows);
  if (before.rows === rows) {
    before.check();
    return before;
  }
  throw new ArgumentError(
    `${name} is missing: the model was trained with features of ${before.rows} rows, and the interactions are of ${rows}.`,
  );
}

/** @throws UnsupportedError if the tables and what each user is known to have exceed what WebAssembly can address. */
function checkMemory(
  { hyperparameters }: ModelState,
  interactions: Interactions,
  { userFeatures, itemFeatures }: Features,
): void {
  const { noComponents, learningSchedule } = hyperparameters;
  const { users, items } = interactions;
  const rows = (userFeatures?.features ?? users) + (itemFeatures?.features ?? items);
  const memory = new Allocator();
  memory.block(rows * rowLength(noComponents) * 4 * (learningSchedule === "adadelta" ? 3 : 2));
  reserveKnown(memory, hyperparameters, interactions);
  checkAddressable(memory.bytes);
}

/** @throws ArgumentError if interactions and feature matrices are not of the same users and items. */
function checkShape(name: string, { users, items }: Interactions, features: Required<Features>): void {
  const { userFeatures, itemFeatures } = features;
  if (userFeatures.rows !== users || itemFeatures.rows !== items) {
    throw new ArgumentError(
      `${name} is of ${users} users and ${items} items, but userFeatures has ${userFeatures.rows} rows and itemFeatures ${itemFeatures.rows}.`,
    );
  }
}

/**
 * Runs epochs from a state on, which itself stays as it is. Yields the state after each, or
 * the one that training would begin from if there is nothing to learn.
 * @throws CancelledError if the signal stops it, DivergedError if a parameter is no longer finite,
 * WorkerFailedError if a helper dies: the last state that was yielded stands.
 */
export async function* learnEpochs(
  before: ModelState,
  { interactions, features, epochs, threads, onSlice, signal }: Training,
): AsyncGenerator<{ state: ModelState; end?: EpochEnd }, void, undefined> {
  let state = grownState(before, features);
  const begun = state.tables;
  if (epochs === 0 || interactions.length === 0) {
    // No mistake in LightFM either: the model begins, or grows.
    yield { state };
    await nextTaskIfDue();
    return;
  }
  const { hyperparameters, tables } = state;
  const data = { interactions, ...features };
  const layingOut = interactions.length < MANY ? 0 : LAYING_OUT;
  const laidOut = layingOut > 0 ? (share: number) => onSlice?.(layingOut * share) : undefined;
  laidOut?.(GROWN);
  const created = (share: number) => laidOut?.(GROWN + (1 - GROWN) * share);
  let memory = await TrainingMemory.create(hyperparameters, tables, data, threads, created);
  const helpers = threads > 1 ? await memory.startHelpers() : null;
  if (threads > 1 && !helpers)
    memory = await TrainingMemory.create(hyperparameters, tables, data, 1, created);
  // From here on they are in the kernel's memory.
  for (const side of ["users", "items"] as const) {
    const { values, sums, momenta } = begun[side];
    if (begun[side] !== before.tables[side]) release(values, sums, momenta);
  }
  try {
    for (let epoch = 0; epoch < epochs; epoch++) {
      const began = performance.now();
      const random = state.random.clone();
      // Each epoch shuffles from the order of the data, so that it does not matter in which call it is run.
      if (epoch > 0) await memory.rearrange(laidOut);
      memory.beginEpoch(Array.from({ length: memory.threads }, () => drawSeeds(random)));
      await runEpoch(memory, helpers, (share) => onSlice?.(layingOut + (1 - layingOut) * share), signal);
      const meanLoss = memory.endEpoch();
      if (meanLoss === null) {
        throw new DivergedError(
          `Training became unstable at learning rate ${hyperparameters.learningRate} (epoch ${state.epochs + 1}): use a lower rate. The model is as it was before that epoch.`,
        );
      }
      // Tables are never written again once they are handed out: whoever reads them reads a whole epoch.
      state = { ...state, tables: memory.read(state.tables), random, epochs: state.epochs + 1 };
      const seconds = (performance.now() - began) / 1000;
      yield { state, end: { epoch: state.epochs, meanLoss, seconds } };
    }
  } finally {
    helpers?.terminate();
  }
}

/** Runs one epoch in slices, beside the helpers if there are any. */
async function runEpoch(
  memory: TrainingMemory,
  helpers: HelperThreads | null,
  onSlice: (share: number) => void,
  signal: AbortSignal | undefined,
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
      onSlice(memory.claimed / memory.length);
      await nextTask();
      pause = performance.now() + SLICE;
    }
    onSlice(1);
    await nextTask();
    await helped;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
  if (signal?.aborted) throw new CancelledError("Training was stopped.");
}
