import { type Interval, verdictOn } from "../../evaluation/intervals.ts";
import type { AttackGoal } from "./settings.ts";

/** How far an attack moves its target: on lists, as a share of users, and in the ranking, as a share of the catalogue. */
export interface Moved {
  goal: AttackGoal;
  moved: Interval;
  risen: Interval;
}

/** By how much a target moves the way the attacker wants; below 0 it goes the other way. */
export function gainOf(goal: AttackGoal, { mean }: Interval): number {
  return goal === "push" ? mean : -mean;
}

/** In which of the two an attack achieves something beyond noise, lists before the ranking; null in neither. */
export function reachedBy({ goal, moved, risen }: Moved): "moved" | "risen" | null {
  const wanted = goal === "push" ? "better" : "worse";
  if (verdictOn(moved) === wanted) return "moved";
  return verdictOn(risen) === wanted ? "risen" : null;
}

/** The attack that moves its target most on lists; if none does beyond noise, in the ranking. */
export function strongestAttack<Attack extends Moved>(attacks: readonly Attack[]): Attack {
  const onLists = attacks.filter((attack) => reachedBy(attack) === "moved");
  const most = (all: readonly Attack[], by: "moved" | "risen") =>
    all.reduce((a, b) => (gainOf(b.goal, b[by]) > gainOf(a.goal, a[by]) ? b : a));
  return onLists.length > 0 ? most(onLists, "moved") : most(attacks, "risen");
}
