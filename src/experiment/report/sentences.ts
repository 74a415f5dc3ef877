import { type Interval, verdictOn } from "../../evaluation/intervals.ts";
import type { AccuracyFindings } from "../challenges/accuracy.ts";
import type { RobustnessFindings } from "../challenges/attacks.ts";
import type { ClosedLoopFindings, PolicyCourse, PolicyName } from "../challenges/closedLoop.ts";
import type { BeyondAccuracyFindings, FrontierPoint } from "../challenges/frontier.ts";
import type { PopularityBiasFindings } from "../challenges/popularityBias.ts";
import { figure, share } from "./format.ts";

/** What each part found, in a sentence or two. A difference counts only if its interval does not hold 0. */

export function accuracySentence({
  model,
  popularity,
  modelLessPopularity,
  byActivity,
}: AccuracyFindings): string {
  const hits = (10 * model.precisionAt10.mean).toFixed(1);
  const gain = {
    better: "more than recommending what is most liked",
    worse: "fewer than recommending what is most liked",
    "within noise": "within noise of recommending what is most liked",
  }[verdictOn(modelLessPopularity.precisionAt10)];
  const [least] = byActivity;
  const most = byActivity[byActivity.length - 1];
  return `Of ten recommendations, ${hits} are likes that were held back, ${gain} (${(10 * popularity.precisionAt10.mean).toFixed(1)}). Users with few known likes (${least.name}) get ${(10 * least.figures.precisionAt10.mean).toFixed(1)}, those with many (${most.name}) ${(10 * most.figures.precisionAt10.mean).toFixed(1)}; they also have more left to find.`;
}

export function frontierSentence({
  model,
  varietyControl,
  popularityControl,
}: BeyondAccuracyFindings): string {
  const free = (points: readonly FrontierPoint[]) =>
    points.filter(({ cost }) => verdictOn(cost) === "within noise");
  const varied = free(varietyControl).reduce((a, b) => (b.value > a.value ? b : a), {
    value: 0,
    diversity: null,
  } as {
    value: number;
    diversity: Interval | null;
  });
  const without = popularityControl[popularityControl.length - 1];
  const variety =
    varied.value > 0 && varied.diversity && model.diversity
      ? `Variety up to ${varied.value} costs no precision beyond noise and raises diversity from ${figure(model.diversity.mean)} to ${figure(varied.diversity.mean)}. `
      : varietyControl.length > 0
        ? "Any variety costs precision. "
        : "";
  return `${variety}Lists reach ${share(model.coverage)} of the catalogue; without popularity ${share(without.coverage)}, for ${figure(-without.cost.mean)} of precision.`;
}

export function popularityBiasSentence({ deciles, groups }: PopularityBiasFindings): string {
  const [top] = deciles;
  const [niche, , mainstream] = groups;
  return `The most liked tenth of the catalogue has ${share(top.likes)} of likes and ${share(top.model)} of recommendations. Lists are ${share(niche.lift)} more popular than what niche users like, and ${share(mainstream.lift)} more than what mainstream users like: niche taste is served ${niche.lift > mainstream.lift ? "further from itself" : "no further from itself"}.`;
}

export function closedLoopSentence({ settings, policies }: ClosedLoopFindings): string {
  const course = (name: PolicyName) => policies.find((policy) => policy.name === name) as PolicyCourse;
  const end = (name: PolicyName) => {
    const { rounds } = course(name);
    return rounds[rounds.length - 1];
  };
  const help = (["exploration", "propensity weights", "both"] as const).map((name) => {
    const verdict = verdictOn(course(name).foundLessAsIs);
    return `${name}: ${verdict === "within noise" ? "within noise" : `${verdict === "better" ? "more" : "fewer"} likes found`}`;
  });
  return `After ${settings.rounds} rounds of learning from clicks on its own lists, the model shows ${share(end("as is").coverage)} of the catalogue; learning from independent feedback, ${share(end("independent feedback").coverage)}; with exploration, ${share(end("exploration").coverage)}. Against going on as is, ${help.join("; ")}.`;
}

export function robustnessSentence({ attacks, guards, settings }: RobustnessFindings): string {
  const pushes = attacks.filter(({ goal }) => goal === "push");
  const worst = pushes.reduce((a, b) => (b.risen.mean > a.risen.mean ? b : a));
  const listed = pushes.reduce((a, b) => (b.after.mean > a.after.mean ? b : a));
  const best = guards.reduce((a, b) => (b.risen.mean < a.risen.mean ? b : a));
  return `Made-up users, ${share(settings.size)} of all, lift their target by up to ${share(worst.risen.mean)} of the catalogue (${worst.kind}) and onto ${share(listed.after.mean)} of lists. The best guard (${best.guard}) leaves ${share(best.risen.mean)}. The detector tells them from others with an AUC of ${figure(Math.min(...attacks.map(({ detection }) => detection.auc)))} to ${figure(Math.max(...attacks.map(({ detection }) => detection.auc)))}.`;
}
