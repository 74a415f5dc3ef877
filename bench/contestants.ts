import type { FeatureMatrix } from "../src/matrix/FeatureMatrix.ts";
import type { Interactions } from "../src/matrix/Interactions.ts";
import type { CheckedOwnInteractions } from "../src/model/foldIn.ts";
import type { Hyperparameters } from "../src/model/hyperparameters.ts";
import { LightFM } from "../src/model/LightFM.ts";
import type { Loss } from "../src/model/losses.ts";
import { RECOMMENDED } from "../src/model/recommended.ts";
import type { Contestant } from "./alternate.ts";
import type { BenchData } from "./BenchData.ts";
import { PlainWarp } from "./PlainWarp.ts";

// What is timed in Node and in Chromium alike.

/** A contestant, and what it is called in the table. */
export interface Entrant {
  /** Null for ours. */
  peer: string | null;
  threads: number;
  contestant: Contestant;
}

const PLAIN = "plain TypeScript";

/** What a model is asked to be. */
export interface Problem {
  components: number;
  /** With what is known of the items (genres, say) beside the items themselves. */
  hybrid: boolean;
  /** With the settings that the page starts from, in place of LightFM's defaults. */
  recommended?: boolean;
}

export function settingsOf({ components, recommended }: Problem): Partial<Hyperparameters> {
  return { ...(recommended ? RECOMMENDED : {}), noComponents: components };
}

/** As many as `LightFM.foldIn` takes. */
export const FOLD_IN_EPOCHS = 20;
/** The number of ratings of users who are folded in. */
const OWN_RATINGS = 20;
const FOLDED_USERS = 20;
/** What is folded into has learnt a little. */
export const EPOCHS_BEFORE = 5;

export function epochEntrants(
  data: BenchData,
  problem: Problem,
  epochs: number,
  threadCounts: number[],
): Entrant[] {
  const { interactions, itemFeatures } = data;
  const own = threadCounts.map((threads) => ours(ourEpochs(data, problem, "warp", epochs, threads), threads));
  // The plain loop knows no penalties.
  if (problem.recommended) return own;
  const plain = PlainWarp.begin(interactions, problem.hybrid ? itemFeatures : null, problem.components);
  return [...own, { peer: PLAIN, threads: 1, contestant: timed(() => plain.epoch()) }];
}

export function ours(contestant: Contestant, threads = 1): Entrant {
  return { peer: null, threads, contestant };
}

export function ourEpochs(
  data: BenchData,
  problem: Problem,
  loss: Loss,
  epochs: number,
  threads: number,
): Contestant {
  const model = new LightFM({ ...settingsOf(problem), loss, seed: 1 });
  const coming = model.fitEpochs(data.interactions, { ...ourFeatures(data, problem), epochs, threads });
  const next = timed(() => coming.next());
  let left = epochs;
  return {
    async run() {
      const seconds = await next.run();
      // Helper threads end with the last epoch.
      if (--left === 0) await coming.return();
      return seconds;
    },
  };
}

export async function ourModel(data: BenchData, problem: Problem): Promise<LightFM> {
  const model = new LightFM({ ...settingsOf(problem), loss: "warp", seed: 1 });
  return model.fit(data.interactions, { ...ourFeatures(data, problem), epochs: EPOCHS_BEFORE });
}

function ourFeatures({ itemFeatures }: BenchData, { hybrid }: Problem): { itemFeatures?: FeatureMatrix } {
  return hybrid ? { itemFeatures } : {};
}

/** Their seconds are those of one user. */
export async function foldInEntrants(data: BenchData, problem: Problem): Promise<Entrant[]> {
  const users = usersToFoldIn(data.interactions);
  const model = await ourModel(data, problem);
  const { components, hybrid } = problem;
  const plain = PlainWarp.begin(data.interactions, hybrid ? data.itemFeatures : null, components);
  for (let epoch = 0; epoch < EPOCHS_BEFORE; epoch++) plain.epoch();
  const itemVectors = plain.itemVectors();
  const plainFoldIn = (own: CheckedOwnInteractions) => {
    const alone = PlainWarp.foldingIn(itemVectors, components, own);
    for (let epoch = 0; epoch < FOLD_IN_EPOCHS; epoch++) alone.epoch();
  };
  return [
    ours(each(users, (own) => model.foldIn(own))),
    { peer: PLAIN, threads: 1, contestant: each(users, plainFoldIn) },
  ];
}

/** The first ratings of the first users who have enough. */
export function usersToFoldIn({ userIds, itemIds, values, length }: Interactions): CheckedOwnInteractions[] {
  const positions = new Map<number, number[]>();
  for (let i = 0; i < length; i++) {
    const own = positions.get(userIds[i]) ?? [];
    if (own.length < OWN_RATINGS) positions.set(userIds[i], [...own, i]);
  }
  const enough = [...positions.values()].filter((own) => own.length === OWN_RATINGS).slice(0, FOLDED_USERS);
  return enough.map((own) => ({
    itemIds: Int32Array.from(own, (i) => itemIds[i]),
    values: Float32Array.from(own, (i) => values[i]),
    weights: null,
  }));
}

/** A contestant whose seconds are those of one of these, on average. */
export function each<T>(things: readonly T[], work: (thing: T) => unknown): Contestant {
  const all = timed(async () => {
    for (const thing of things) await work(thing);
  });
  return { run: async () => (await all.run()) / things.length };
}

export function timed(work: () => unknown): Contestant {
  return {
    async run() {
      const began = performance.now();
      await work();
      return (performance.now() - began) / 1000;
    },
  };
}
