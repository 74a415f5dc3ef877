import { instanceOf } from "../../arguments.ts";
import { CancelledError } from "../../errors.ts";
import { coverageDifference, coverageInterval, giniInterval } from "../../evaluation/exposureIntervals.ts";
import { bootstrapInterval, type Interval, pairedDifference } from "../../evaluation/intervals.ts";
import type { RecommendationLists } from "../../evaluation/lists.ts";
import type { PerUser } from "../../evaluation/rankMetrics.ts";
import { SeededRandom } from "../../matrix/random.ts";
import { type Rows, toRows } from "../../matrix/rows.ts";
import type { LightFM } from "../../model/LightFM.ts";
import { indicesIn } from "../../model/neighbours/likes.ts";
import { nextTask } from "../../nextTask.ts";
import { checkSettings, type ModelSettings } from "../defaults.ts";
import { train, trainOn } from "../train.ts";
import { checkWork, partOf, type Work } from "../Work.ts";
import {
  type Click,
  clickedOn,
  likesFound,
  mistakenClicks,
  type Propensities,
  reWeighted,
} from "./clicks.ts";
import { homogeneity, homogeneityDifference } from "./homogeneity.ts";
import { LoopWorld } from "./LoopWorld.ts";
import { precisionPerUser } from "./listFigures.ts";
import { bestForAll, LIST } from "./lists.ts";
import type { TasteGroupName } from "./popularityBias.ts";
import { checkLoop, type LoopSettings } from "./settings.ts";
import { quick, TrialData } from "./TrialData.ts";

/** Ways of choosing and learning from lists. */
export type PolicyName = "as is" | "exploration" | "propensity weights" | "both" | "independent feedback";

/** The outcome of one round of recommendations. */
export interface LoopRound {
  /** The share of a list that the user truly likes. */
  precision: Interval;
  /** The share of a user's clicks on items they do not truly like, among users who click. */
  mistakenClicks: Interval;
  /** The share of all items on anybody's list, and how unequally lists spread over items. */
  coverage: Interval;
  gini: Interval;
  /** How similar two users' lists are: the mean Jaccard index over pairs (Chaney et al. 2018). */
  homogeneity: Interval;
}

/** How a policy fared over the rounds. */
export interface PolicyCourse {
  name: PolicyName;
  rounds: LoopRound[];
  /** The last round minus independent feedback, for the same users: what the loop itself narrows. */
  endLessIndependent: { coverage: Interval; homogeneity: Interval };
  /** True likes found per round and user, over all rounds, by taste. */
  foundByTaste: Record<TasteGroupName, Interval>;
  /** The same minus what independent feedback finds for the same users: who loses through the loop. */
  foundLessIndependent: Record<TasteGroupName, Interval>;
  /** True likes found over all rounds, minus those found by "as is", for the same users. */
  foundLessAsIs: Interval;
}

/** What happens to a model that learns from its own lists. */
export interface ClosedLoopFindings {
  settings: LoopSettings;
  policies: PolicyCourse[];
}

/** One policy over all rounds. */
interface Course extends Pick<PolicyCourse, "rounds"> {
  /** The last round's. */
  lists: RecommendationLists;
  /** True likes found over all rounds. */
  found: PerUser;
}

interface Policy {
  name: PolicyName;
  explores: boolean;
  weighs: boolean;
  /** Learns from as many true likes, whatever was shown, instead of clicks: a yardstick without the loop. */
  independent: boolean;
}

const POLICIES: readonly Policy[] = [
  { name: "as is", explores: false, weighs: false, independent: false },
  { name: "exploration", explores: true, weighs: false, independent: false },
  { name: "propensity weights", explores: false, weighs: true, independent: false },
  { name: "both", explores: true, weighs: true, independent: false },
  { name: "independent feedback", explores: false, weighs: false, independent: true },
];
/** Ranks from which exploration draws. */
const CANDIDATES = 100;
/** The share of the work that is the model that all policies start from. */
const BEGINNING = 0.1;

/**
 * A recommender that learns from the clicks on its own recommendations (Chaney, Stewart and Engelhardt 2018, "How
 * algorithmic confounding in recommendation systems increases homogeneity and decreases utility"). It starts from a
 * share of the likes. In each round every user gets a list and clicks on it according to the items' places and their
 * true taste, which is the rest of their likes. The model then continues training on everything it has seen. Items
 * that a user never rated cannot be liked here, so exploration finds less than it would with real people.
 * @throws ArgumentError if an option is unknown or out of range, CancelledError if the work is stopped.
 */
export async function runClosedLoop(
  data: TrialData,
  model: ModelSettings,
  settings: Partial<LoopSettings> = {},
  work: Work = {},
): Promise<ClosedLoopFindings> {
  instanceOf("data", data, TrialData);
  checkSettings(model);
  const all = checkLoop(settings);
  checkWork(work);
  const world = new LoopWorld(data, all);
  const { itemFeatures } = data.features(model);
  const training = { settings: quick(model), seed: data.seed, epochs: all.epochs };
  const first = await train(world.start, { itemFeatures }, training, partOf(work, 0, BEGINNING));
  const courses: ({ policy: Policy } & Course)[] = [];
  for (const [i, policy] of POLICIES.entries()) {
    const [from, to] = [i, i + 1].map((done) => BEGINNING + ((1 - BEGINNING) * done) / POLICIES.length);
    const learner = first.model.clone();
    courses.push({ policy, ...(await runPolicy(world, policy, learner, partOf(work, from, to))) });
  }
  return {
    settings: { ...all, users: world.start.users },
    policies: courses.map(({ policy, rounds, lists, found }) => {
      const perRound = byTaste(world, found, all.rounds);
      const yardstick = courses[courses.length - 1];
      const independent = byTaste(world, yardstick.found, all.rounds);
      return {
        name: policy.name,
        rounds,
        endLessIndependent: {
          coverage: coverageDifference(lists, yardstick.lists, data.items),
          homogeneity: homogeneityDifference(lists, yardstick.lists),
        },
        foundByTaste: eachTaste((taste) => bootstrapInterval(perRound[taste])),
        foundLessIndependent: eachTaste((taste) => pairedDifference(perRound[taste], independent[taste])),
        foundLessAsIs: pairedDifference(found, courses[0].found),
      };
    }),
  };
}

function eachTaste<Of>(of: (taste: TasteGroupName) => Of): Record<TasteGroupName, Of> {
  return { niche: of("niche"), mixed: of("mixed"), mainstream: of("mainstream") };
}

/** True likes that the users of each taste found, per round. */
function byTaste({ tastes }: LoopWorld, found: PerUser, rounds: number): Record<TasteGroupName, PerUser> {
  return eachTaste((taste) => found.filter((_, user) => tastes[user] === taste).map((n) => n / rounds));
}

async function runPolicy(
  { data, settings, start, taste }: LoopWorld,
  policy: Policy,
  model: LightFM,
  work: Work,
): Promise<Course> {
  // The same for every policy, so that chance differs as little as it can.
  const random = new SeededRandom(data.seed + 1);
  const found = new Float32Array(start.users);
  const rounds: LoopRound[] = [];
  let learnt = start;
  // What a user has clicked on is not shown again, whether it was learnt or not.
  let known = start;
  let items: RecommendationLists = [];
  for (let round = 0; round < settings.rounds; round++) {
    const part = partOf(work, round / settings.rounds, (round + 1) / settings.rounds);
    const n = policy.explores ? CANDIDATES : LIST;
    const ranked = (await bestForAll(model, toRows(known), { n, ...signalOf(work) })).items;
    const lists = ranked.map((items) =>
      policy.explores ? explored(items, settings.exploration, random) : plain(items),
    );
    const clicks: Click[] = lists.flatMap(({ items, propensities }, user) =>
      clickedOn(user, items, propensities, new Set(indicesIn(taste, user)), random),
    );
    likesFound(clicks, taste).forEach((count, user) => {
      found[user] += count;
    });
    items = lists.map((list) => list.items);
    rounds.push({
      precision: bootstrapInterval(precisionPerUser(items, { heldOut: taste })),
      mistakenClicks: bootstrapInterval(mistakenClicks(clicks, taste)),
      coverage: coverageInterval(items, data.items),
      gini: giniInterval(items, data.items),
      homogeneity: homogeneity(items),
    });
    const feedback = policy.independent ? trueLikes(clicks, taste, toRows(known), random) : clicks;
    learnt = reWeighted(learnt, feedback, policy.weighs);
    known = policy.independent ? reWeighted(reWeighted(known, clicks, false), feedback, false) : learnt;
    if (round + 1 < settings.rounds) {
      await trainOn(model, learnt, model.state.features ?? {}, settings.roundEpochs, part);
    }
    await nextTask();
    if (work.signal?.aborted) throw new CancelledError("The closed loop was stopped.");
  }
  return { rounds, found, lists: items };
}

/** For each click one of the user's true likes at random that is not known yet, while there are some. */
function trueLikes(clicks: readonly Click[], taste: Rows, seen: Rows, random: SeededRandom): Click[] {
  const left = new Map<number, Int32Array>();
  return clicks.flatMap(({ user }) => {
    const known = new Set(indicesIn(seen, user));
    const own = left.get(user) ?? indicesIn(taste, user).filter((item) => !known.has(item));
    if (own.length === 0) return [];
    const drawn = random.below(own.length);
    left.set(
      user,
      own.filter((_, i) => i !== drawn),
    );
    return { user, item: own[drawn], propensity: 1 };
  });
}

interface ShownList {
  items: Int32Array;
  propensities: Propensities;
}

function plain(items: Int32Array): ShownList {
  return { items, propensities: new Float64Array(items.length).fill(1) };
}

/** Gives a share of the places to candidates drawn at random from below. */
function explored(candidates: Int32Array, share: number, random: SeededRandom): ShownList {
  const items = candidates.slice(0, LIST);
  const propensities = new Float64Array(items.length).fill(1 - share);
  const below = candidates.slice(LIST);
  random.shuffle(below);
  for (let place = 0; place < items.length && place < below.length; place++) {
    if (random.float() >= share) continue;
    items[place] = below[place];
    propensities[place] = share / below.length;
  }
  return { items, propensities };
}

function signalOf({ signal }: Work): Work {
  return { signal };
}
