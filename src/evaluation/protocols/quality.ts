import type { Timestamps } from "../../dataset/RatingsTable.ts";
import { CURRENT_SHARE, HELD_OUT, randomTrainTestSplit, timePositions } from "../../dataset/splits.ts";
import { CancelledError } from "../../errors.ts";
import type { Interactions } from "../../matrix/Interactions.ts";
import type { TestRanks } from "../../model/rankTestItems.ts";
import { nextTask } from "../../nextTask.ts";
import { bootstrapInterval, type Interval, meanPerUser, pairedDifference } from "../intervals.ts";
import { auc, cappedRecall, mean, ndcg, type PerUser, precision } from "../rankMetrics.ts";
import type { Contestant, Learnt } from "./Contestant.ts";
import type { Entrant } from "./contestants.ts";
import { type Case, rankCases } from "./rankCases.ts";
import { strangersOf, strongCases, visitorCases } from "./strangers.ts";
import { warmCases } from "./warmUsers.ts";

const VISITORS = { V3: 3, V5: 5, V8: 8, V15: 15 } as const;
const FOLDS = 5;
/** Users who are examined in each split and fold at most, unless told otherwise: their interval is narrow by then. */
const MOST_USERS = 2000;
/** The share of the training data that settings are chosen on. */
const INNER_HELD_OUT = 0.2;
/** Users on whom settings are chosen at most. */
const MOST_FOR_CHOOSING = 500;
/** Inner folds must not repeat the outer ones. */
const INNER_SEED = 1000;

export type Protocol = "W" | "S" | keyof typeof VISITORS;
/** Runs by protocol, contestant and figure. */
type Runs = Map<Protocol, Map<string, Map<string, PerUser[]>>>;

/** What settings are chosen by, and what the first lines of the report are. */
export const MAIN_FIGURE = {
  W: "precisionAt10",
  S: "recallAt20",
  V3: "ndcgAt10",
  V5: "ndcgAt10",
  V8: "ndcgAt10",
  V15: "ndcgAt10",
} as const satisfies Record<Protocol, string>;

const FIGURES = {
  W: { auc, precisionAt10: (ranks: TestRanks) => precision(ranks, 10) },
  S: { recallAt20: (ranks: TestRanks) => cappedRecall(ranks, 20), ndcgAt10: ndcgAt10 },
  V3: { ndcgAt10 },
  V5: { ndcgAt10 },
  V8: { ndcgAt10 },
  V15: { ndcgAt10 },
} satisfies Record<Protocol, Record<string, (ranks: TestRanks) => PerUser>>;

function protocolFigures(protocol: Protocol): [name: string, of: (ranks: TestRanks) => PerUser][] {
  return Object.entries(FIGURES[protocol]);
}

function mainFigure(protocol: Protocol, ranks: TestRanks): number {
  const of = new Map(protocolFigures(protocol)).get(MAIN_FIGURE[protocol]);
  if (!of) throw new Error(`Protocol ${protocol} has no main figure.`);
  return mean(of(ranks));
}

function ndcgAt10(ranks: TestRanks): PerUser {
  return ndcg(ranks, 10);
}

/** By protocol, by contestant, by figure. */
type Table<T> = Partial<Record<Protocol, Record<string, Record<string, T>>>>;

export interface QualityOptions {
  /** Splits of W, 6 if left out; S and V go through as many of five folds at most. */
  splits?: number;
  seed?: number;
  /** How many users are examined in each split and fold at most, 2,000 if left out. */
  users?: number | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: (task: string, done: number) => void;
}

/** Without the protocols for which no user has enough likes. */
export interface Quality {
  figures: Table<Interval>;
  /** What the first entrant has more than each other, the same users compared. */
  differences: Table<Interval>;
}

/**
 * Examines recommenders by the protocols W (known users, the article's), S (strangers of whom four fifths
 * are known) and V (visitors of whom 3, 5, 8 or 15 likes are known). An entrant with several choices makes
 * its own on a hold-out within the training data, for each split and protocol.
 * @param timestamps one an interaction; null if there are none: W then splits all of them
 */
export async function measureQuality(
  interactions: Interactions,
  timestamps: Timestamps | null,
  entrants: readonly Entrant[],
  { splits = 6, seed = 1, users = MOST_USERS, signal, onProgress }: QualityOptions = {},
): Promise<Quality> {
  const runs: Runs = new Map();
  const folds = Math.min(splits, FOLDS);
  const forStrangers = entrants.filter(({ knownUsersOnly }) => !knownUsersOnly);
  const steps = splits * entrants.length + folds * forStrangers.length;
  let step = 0;
  const next = async (task: string) => {
    onProgress?.(task, step++ / steps);
    await nextTask();
    if (signal?.aborted) throw new CancelledError("Measuring was stopped.");
  };
  const record = (protocol: Protocol, name: string, ranks: TestRanks) => {
    const ofContestant = runs.get(protocol)?.get(name) ?? new Map<string, PerUser[]>();
    for (const [figure, of] of protocolFigures(protocol)) {
      ofContestant.set(figure, [...(ofContestant.get(figure) ?? []), of(ranks)]);
    }
    runs.set(protocol, (runs.get(protocol) ?? new Map()).set(name, ofContestant));
  };
  const current = timestamps
    ? interactions.pick(timePositions(timestamps, CURRENT_SHARE).earlier)
    : interactions;
  for (let split = 0; split < splits; split++) {
    const options = { seed: seed + split, users: Math.min(users, MOST_FOR_CHOOSING), signal };
    const { train, test } = randomTrainTestSplit(current, { testShare: HELD_OUT, seed: options.seed });
    for (const { name, choices } of entrants) {
      await next(`W, split ${split + 1}: ${name}`);
      const contestant = choices.length > 1 ? await chooseWarm(choices, train, options) : choices[0];
      record("W", name, await rankWarm(await contestant.learn(train, options), train, test, users));
    }
  }
  for (let fold = 0; fold < folds; fold++) {
    const options = { seed: seed + fold, users: Math.min(users, MOST_FOR_CHOOSING), signal };
    const strangers = strangersOf(interactions, { folds: FOLDS, fold, seed });
    const cases = strangerCases(strangers, users);
    for (const { name, choices } of forStrangers) {
      await next(`S and V, fold ${fold + 1}: ${name}`);
      const chosen = await chooseForStrangers(choices, strangers.train, options);
      const learnt = new Map<Contestant, Learnt>();
      for (const protocol of Object.keys(cases) as Exclude<Protocol, "W">[]) {
        if (cases[protocol].length === 0) continue;
        const contestant = chosen[protocol];
        const made = learnt.get(contestant) ?? (await contestant.learn(strangers.train, options));
        learnt.set(contestant, made);
        record(protocol, name, await rankStrangers(made, interactions, cases[protocol]));
      }
    }
  }
  return summarise(runs, entrants[0].name);
}

function strangerCases(
  strangers: ReturnType<typeof strangersOf>,
  users: number,
): Record<Exclude<Protocol, "W">, Case[]> {
  const visitors = (told: number) => someOf(visitorCases(strangers, told), users);
  return {
    S: someOf(strongCases(strangers), users),
    V3: visitors(VISITORS.V3),
    V5: visitors(VISITORS.V5),
    V8: visitors(VISITORS.V8),
    V15: visitors(VISITORS.V15),
  };
}

/** So many at most, evenly spread. */
function someOf(cases: Case[], most: number): Case[] {
  const step = cases.length / most;
  return step <= 1 ? cases : Array.from({ length: most }, (_, place) => cases[Math.floor(place * step)]);
}

function rankWarm(
  learnt: Learnt,
  train: Interactions,
  test: Interactions,
  users: number,
): Promise<TestRanks> {
  const cases = someOf(warmCases(train, test), users);
  return rankCases(train, cases, ({ user, known }) => learnt.forUser(user, known));
}

function rankStrangers(learnt: Learnt, shape: Interactions, cases: readonly Case[]): Promise<TestRanks> {
  return rankCases(shape, cases, ({ known }) => learnt.forStranger(known));
}

interface ChoosingOptions {
  seed: number;
  users: number;
  signal: AbortSignal | undefined;
}

async function chooseWarm(
  choices: readonly Contestant[],
  train: Interactions,
  options: ChoosingOptions,
): Promise<Contestant> {
  const inner = randomTrainTestSplit(train, { testShare: INNER_HELD_OUT, seed: options.seed });
  let best = choices[0];
  let most = Number.NEGATIVE_INFINITY;
  for (const contestant of choices) {
    const learnt = await contestant.learn(inner.train, options);
    const figure = mainFigure("W", await rankWarm(learnt, inner.train, inner.test, options.users));
    if (figure > most) [best, most] = [contestant, figure];
  }
  return best;
}

/** By protocol; one learning of each choice serves all. */
async function chooseForStrangers(
  choices: readonly Contestant[],
  train: Interactions,
  options: ChoosingOptions,
): Promise<Record<Exclude<Protocol, "W">, Contestant>> {
  const first = choices[0];
  const best = { S: first, V3: first, V5: first, V8: first, V15: first };
  if (choices.length === 1) return best;
  const inner = strangersOf(train, { folds: FOLDS, fold: 0, seed: options.seed + INNER_SEED });
  const cases = strangerCases(inner, options.users);
  const most = new Map<Protocol, number>();
  for (const contestant of choices) {
    const learnt = await contestant.learn(inner.train, options);
    for (const protocol of Object.keys(cases) as Exclude<Protocol, "W">[]) {
      const ranks = await rankStrangers(learnt, train, cases[protocol]);
      const figure = mainFigure(protocol, ranks);
      if (figure > (most.get(protocol) ?? Number.NEGATIVE_INFINITY)) {
        most.set(protocol, figure);
        best[protocol] = contestant;
      }
    }
  }
  return best;
}

function summarise(runs: Runs, first: string): Quality {
  const figures: Table<Interval> = {};
  const differences: Table<Interval> = {};
  for (const [protocol, contestants] of runs) {
    const perUser = mapValues(Object.fromEntries(contestants), (of) =>
      mapValues(Object.fromEntries(of), meanPerUser),
    );
    figures[protocol] = mapValues(perUser, (of) => mapValues(of, (each) => bootstrapInterval(each)));
    const { [first]: own, ...others } = perUser;
    differences[protocol] = mapValues(others, (of) =>
      mapValues(of, (each, figure) => pairedDifference(own[figure], each)),
    );
  }
  return { figures, differences };
}

function mapValues<A, B>(of: Record<string, A>, change: (value: A, key: string) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value, key)]));
}
