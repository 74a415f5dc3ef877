import type { Dependencies } from "../../../core/page/Computed.ts";
import { LEARNING, TRAINING } from "../../../core/page/trainingWords.ts";
import { ATTACK_KINDS, ATTACK_SETTINGS, LOOP_SETTINGS } from "../../../experiment/challenges/settings.ts";
import { share } from "../../../experiment/report/format.ts";
import { count } from "../../../ui/words.ts";
import type { ChallengeFindings, QualitySettings, QualitySetup } from "../api.ts";

export const PLACE = "#/quality";

const { kind: attack, goal, size } = ATTACK_SETTINGS;
const { rounds, users } = LOOP_SETTINGS;
const DEFAULTS: QualitySettings = { seed: 42, rounds, users, attack, goal, size };

/** Ranges of the numbers. */
export const RANGES = {
  seed: { min: 0, max: 1_000_000_000, step: 1 },
  rounds: { min: 1, max: 20, step: 1 },
  users: { min: 20, max: 5000, step: 1 },
  size: { min: 0.01, max: 0.5, step: 0.01 },
} as const;
type NumberName = keyof typeof RANGES;

export const ATTACKS: readonly QualitySettings["attack"][] = ["all", ...ATTACK_KINDS];
export const GOALS: readonly QualitySettings["goal"][] = ["both", "push", "nuke"];

/** Whether a number is one that the setting may have. */
export function isInRange(name: NumberName, value: number): boolean {
  const { min, max, step } = RANGES[name];
  return value >= min && value <= max && (step < 1 || Number.isInteger(value));
}

/** The settings in an address; what is missing or invalid is the default. */
export function settingsIn(address: string): QualitySettings {
  const [path, query] = address.split("?");
  const named = new URLSearchParams(path === PLACE ? query : "");
  const number = (name: NumberName) => {
    const value = Number(named.get(name) ?? Number.NaN);
    return isInRange(name, value) ? value : DEFAULTS[name];
  };
  return {
    seed: number("seed"),
    rounds: number("rounds"),
    users: number("users"),
    size: number("size"),
    attack: ATTACKS.find((kind) => kind === named.get("attack")) ?? DEFAULTS.attack,
    goal: GOALS.find((goal) => goal === named.get("goal")) ?? DEFAULTS.goal,
  };
}

/** The address of the page, or of a step on it, with these settings; defaults are left out. */
export function addressOf(settings: QualitySettings, step?: string): string {
  const named = (Object.keys(DEFAULTS) as (keyof QualitySettings)[])
    .filter((name) => settings[name] !== DEFAULTS[name])
    .map((name): [string, string] => [name, String(settings[name])]);
  if (step !== undefined) named.push(["step", step]);
  return named.length === 0 ? PLACE : `${PLACE}?${new URLSearchParams(named)}`;
}

const SEED: Dependencies<QualitySetup> = { seed: (seed) => `seed ${seed}` };
const EXAMINED: Dependencies<QualitySetup> = { ...SEED, ...TRAINING };
/** They train models of a size and for epochs of their own. */
const SIMULATED: Dependencies<QualitySetup> = { ...SEED, ...LEARNING };

/** What each part depends on. */
export const DEPENDENCIES: Record<keyof ChallengeFindings, Dependencies<QualitySetup>> = {
  accuracy: EXAMINED,
  beyondAccuracy: EXAMINED,
  popularityBias: EXAMINED,
  closedLoop: {
    ...SIMULATED,
    rounds: (rounds) => count(rounds, "round"),
    users: (users) => count(users, "user"),
  },
  robustness: {
    ...SIMULATED,
    attack: (attack) => (attack === "all" ? "all kinds of attack" : `the ${attack} attack`),
    goal: (goal) => (goal === "both" ? "pushing and nuking" : `the aim to ${goal}`),
    size: (size) => `${share(size, 0)} fake users`,
  },
};
