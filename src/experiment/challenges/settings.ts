import { checkOptions, numberInRange, oneOf, wholeNumber } from "../../arguments.ts";

/** How the closed loop is run. */
export interface LoopSettings {
  rounds: number;
  /** How many users take part, at random. */
  users: number;
  /** The share of each list's places that policies with exploration give to random candidates. */
  exploration: number;
  /** Epochs before the first round, and after each round on everything seen so far. */
  epochs: number;
  roundEpochs: number;
}

/** The settings that the closed loop runs with by default. */
export const LOOP_SETTINGS: LoopSettings = {
  rounds: 6,
  users: 300,
  exploration: 0.2,
  epochs: 10,
  roundEpochs: 3,
};

/**
 * What attackers rate as well as the target, which depends on how much they know (Mobasher, Burke, Bhaumik and Williams
 * 2007).
 */
export type AttackKind = "random" | "average" | "bandwagon" | "segment";
/** Whether the attackers push an item up or bring it down. */
export type AttackGoal = "push" | "nuke";

export const ATTACK_KINDS: readonly AttackKind[] = ["random", "average", "bandwagon", "segment"];

/** Which attacks are made. */
export interface AttackSettings {
  /** "all" tries every kind in turn. */
  kind: AttackKind | "all";
  /** With "both", every chosen kind pushes and one of them also nukes. */
  goal: AttackGoal | "both";
  /** Attackers, as a share of the genuine users. */
  size: number;
  epochs: number;
}

/** The attacks that are made by default. */
export const ATTACK_SETTINGS: AttackSettings = { kind: "all", goal: "both", size: 0.1, epochs: 8 };

/** @throws ArgumentError if a setting is unknown or out of its range. */
export function checkLoop(settings: Partial<LoopSettings> = {}): LoopSettings {
  checkOptions(settings, Object.keys(LOOP_SETTINGS), "loop");
  const all = { ...LOOP_SETTINGS, ...settings };
  wholeNumber("loop.rounds", all.rounds, 1, 1_000);
  wholeNumber("loop.users", all.users, 1, 2 ** 31 - 1);
  numberInRange("loop.exploration", all.exploration, (x) => x >= 0 && x <= 1, "from 0 to 1");
  wholeNumber("loop.epochs", all.epochs, 1, 1_000_000);
  wholeNumber("loop.roundEpochs", all.roundEpochs, 1, 1_000_000);
  return all;
}

/** @throws ArgumentError if a setting is unknown or out of its range. */
export function checkAttacks(settings: Partial<AttackSettings> = {}): AttackSettings {
  checkOptions(settings, Object.keys(ATTACK_SETTINGS), "attacks");
  const all = { ...ATTACK_SETTINGS, ...settings };
  oneOf("attacks.kind", all.kind, [...ATTACK_KINDS, "all"]);
  oneOf("attacks.goal", all.goal, ["push", "nuke", "both"]);
  numberInRange("attacks.size", all.size, (x) => x >= 0 && x <= 1, "from 0 to 1");
  wholeNumber("attacks.epochs", all.epochs, 1, 1_000_000);
  return all;
}
