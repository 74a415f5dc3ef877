import { instanceOf } from "../../arguments.ts";
import { type Interval, pairedDifference } from "../../evaluation/intervals.ts";
import { proportionInterval } from "../../evaluation/proportion.ts";
import type { Interactions } from "../../matrix/Interactions.ts";
import { SeededRandom } from "../../matrix/random.ts";
import type { LightFM } from "../../model/LightFM.ts";
import { checkSettings, type ModelSettings } from "../defaults.ts";
import { nameOfItem } from "../newUsers.ts";
import { reshape } from "../reshape.ts";
import { together } from "../together.ts";
import { checkWork, type Work } from "../Work.ts";
import {
  ATTACK_KINDS,
  type AttackGoal,
  type AttackKind,
  type AttackSettings,
  checkAttacks,
} from "./settings.ts";
import { type Detection, detectionOf, suspicion } from "./shilling/detector.ts";
import { GUARDS, type GuardName } from "./shilling/guards.ts";
import { type Attack, attackProfiles } from "./shilling/profiles.ts";
import { type TargetStanding, Victim } from "./shilling/Victim.ts";
import { strongestAttack } from "./strongestAttack.ts";
import { quick, TrialData } from "./TrialData.ts";

/** How far an attack moves its target for genuine users who do not know it. */
export interface AttackOutcome {
  kind: AttackKind;
  goal: AttackGoal;
  /** Row of the catalogue, and its title. */
  target: number;
  targetName: string;
  attackers: number;
  /** The share of users with the target among their ten best, before and after. */
  before: Interval;
  after: Interval;
  /** The same difference, on the same users. */
  moved: Interval;
  /** How far the target rises in a user's ranking, as a share of the catalogue, from -1 to 1; below 0 it falls. */
  risen: Interval;
  /** How well the detector tells attackers from genuine users. */
  detection: Detection;
}

/** What a guard achieves against one attack, and what it costs when there is no attack. */
export interface GuardOutcome {
  guard: GuardName;
  /** The share of users with the target among their ten best in spite of the guard. */
  after: Interval;
  moved: Interval;
  risen: Interval;
  /** The same minus what the attack achieves without a guard, for the same users. */
  movedLessUnguarded: Interval;
  risenLessUnguarded: Interval;
  /** Precision at 10 for genuine users when nobody attacks, minus that without the guard. */
  precisionChange: Interval;
}

/** What false profiles achieve, and what stops them. */
export interface RobustnessFindings {
  settings: AttackSettings;
  attacks: AttackOutcome[];
  /** The attack that the guards were tried against: the one that moved its target most. */
  against: { kind: AttackKind; goal: AttackGoal };
  guards: GuardOutcome[];
}

/** A pushed item is little known, a nuked one liked by many: places in the order of likes, as shares of liked items. */
const PUSHED = 0.3;
const NUKED = 0.005;

/**
 * Shilling: made-up users push an item up or bring it down, in the ways described by Mobasher, Burke, Bhaumik and
 * Williams (2007, "Toward trustworthy recommender systems"), and a model is trained with them. Guards that do not
 * know who they are and a detector are tried against them.
 * @throws ArgumentError if an option is unknown or out of range, CancelledError if the work is stopped.
 */
export async function runAttacks(
  data: TrialData,
  model: ModelSettings,
  settings: Partial<AttackSettings> = {},
  work: Work = {},
): Promise<RobustnessFindings> {
  instanceOf("data", data, TrialData);
  checkSettings(model);
  const all = checkAttacks(settings);
  checkWork(work);
  const planned = plannedAttacks(data, all);
  const victim = new Victim(data, quick(model), all.epochs, 1 + planned.length + GUARD_TRAININGS, work);
  const clean = await victim.train(data.train);
  const attacks: Attacked[] = [];
  for (const attack of planned) {
    const poisoned = withAttack(data, attack);
    const before = await victim.standing(clean, attack.target);
    const after = await victim.standing(await victim.train(poisoned), attack.target);
    const outcome = {
      kind: attack.kind,
      goal: attack.goal,
      target: attack.target,
      targetName: nameOfItem(data.catalogue.items[attack.target]),
      attackers: poisoned.users - data.users,
      before: proportionInterval(before.hits),
      after: proportionInterval(after.hits),
      moved: pairedDifference(after.hits, before.hits),
      risen: pairedDifference(after.place, before.place),
      detection: detectionOf(suspicion(poisoned), (user) => user >= data.users),
    };
    attacks.push({ attack, poisoned, outcome, after });
  }
  const strongest = strongestAttack(attacks.map(({ outcome }) => outcome));
  const worst = attacks[attacks.findIndex(({ outcome }) => outcome === strongest)];
  return {
    settings: all,
    attacks: attacks.map(({ outcome }) => outcome),
    against: { kind: strongest.kind, goal: strongest.goal },
    guards: await guardOutcomes(victim, clean, worst),
  };
}

/** Pushing ones first. */
function plannedAttacks(data: TrialData, { kind, goal, size }: AttackSettings): Attack[] {
  const kinds = kind === "all" ? ATTACK_KINDS : [kind];
  const nuking = goal === "both" ? kinds.slice(-1) : kinds;
  return [
    ...(goal === "nuke"
      ? []
      : kinds.map((kind): Attack => ({ kind, goal: "push", target: itemAt(data, PUSHED), size }))),
    ...(goal === "push"
      ? []
      : nuking.map((kind): Attack => ({ kind, goal: "nuke", target: itemAt(data, NUKED), size }))),
  ];
}

/** An attack that was made, and where its target stands after it. */
interface Attacked {
  attack: Attack;
  poisoned: Interactions;
  outcome: AttackOutcome;
  after: TargetStanding;
}

async function guardOutcomes(
  victim: Victim,
  clean: LightFM,
  { attack, poisoned, outcome, after: unresisted }: Attacked,
): Promise<GuardOutcome[]> {
  const nothing = { mean: 0, low: 0, high: 0, users: outcome.after.users };
  const outcomes: GuardOutcome[] = [
    {
      guard: "none",
      after: outcome.after,
      moved: outcome.moved,
      risen: outcome.risen,
      movedLessUnguarded: nothing,
      risenLessUnguarded: nothing,
      precisionChange: nothing,
    },
  ];
  const before = await victim.standing(clean, attack.target);
  const unguarded = await victim.precision(clean);
  for (const name of Object.keys(GUARDS) as GuardName[]) {
    if (name === "none") continue;
    const after = await victim.standing(await victim.train(GUARDS[name](poisoned)), attack.target);
    const peaceful = await victim.precision(await victim.train(GUARDS[name](victim.data.train)));
    outcomes.push({
      guard: name,
      after: proportionInterval(after.hits),
      moved: pairedDifference(after.hits, before.hits),
      risen: pairedDifference(after.place, before.place),
      movedLessUnguarded: pairedDifference(after.hits, unresisted.hits),
      risenLessUnguarded: pairedDifference(after.place, unresisted.place),
      precisionChange: pairedDifference(peaceful, unguarded),
    });
  }
  return outcomes;
}

/** Genuine ratings and those of attackers. */
export function withAttack(data: TrialData, attack: Attack): Interactions {
  const profiles = attackProfiles(data, attack, new SeededRandom(data.seed));
  return together(reshape(data.train, profiles.users, profiles.items), profiles);
}

/** The item at this share of the order of likes, of those that anybody likes. */
function itemAt({ likes }: TrialData, share: number): number {
  const liked = Int32Array.from(likes.keys())
    .filter((item) => likes[item] > 0)
    .sort((a, b) => likes[b] - likes[a] || a - b);
  return liked[Math.floor(share * (liked.length - 1))];
}

/** Each guard is tried with the attack and without. */
const GUARD_TRAININGS = 2 * (Object.keys(GUARDS).length - 1);
