import { type Interval, verdictOn } from "../../evaluation/intervals.ts";
import type { AccuracyFindings } from "../challenges/accuracy.ts";
import type { RobustnessFindings } from "../challenges/attacks.ts";
import type { ClosedLoopFindings, PolicyCourse, PolicyName } from "../challenges/closedLoop.ts";
import type { BeyondAccuracyFindings, FrontierPoint, GenreShare } from "../challenges/frontier.ts";
import type { PopularityBiasFindings } from "../challenges/popularityBias.ts";
import { change, count, figure, share } from "./format.ts";

/** What each part found, in a few sentences. A difference counts only if its interval does not hold 0. */

export function accuracySentence({
  model,
  popularity,
  modelLessPopularity,
  peers,
  byActivity,
}: AccuracyFindings): string {
  const inTen = ({ mean }: Interval) => (10 * mean).toFixed(1);
  const versus = {
    better: `more than the ${inTen(popularity.precisionAt10)} of recommending the most liked`,
    worse: `fewer than the ${inTen(popularity.precisionAt10)} of recommending the most liked`,
    "within noise": `within noise of recommending the most liked (${inTen(popularity.precisionAt10)})`,
  }[verdictOn(modelLessPopularity.precisionAt10)];
  const [least] = byActivity;
  const most = byActivity[byActivity.length - 1];
  return `Of ten recommendations, ${inTen(model.precisionAt10)} on average are likes that were held back, ${versus}.${againstPeers(peers)} For users of whom little is known (${least.name}) it is ${inTen(least.figures.precisionAt10)}, for those of whom much is (${most.name}) ${inTen(most.figures.precisionAt10)}; but those also have more left to find.`;
}

/** By precision at 10; empty if there are none. */
function againstPeers(peers: AccuracyFindings["peers"]): string {
  if (peers.length === 0) return "";
  const versus = { better: "more than", worse: "fewer than", "within noise": "within noise of" };
  const each = peers.map(({ name, figures, modelLessPeer }) => {
    const theirs = (10 * figures.precisionAt10.mean).toFixed(1);
    return `${versus[verdictOn(modelLessPeer.precisionAt10)]} the ${theirs} of ${name}`;
  });
  return ` On the same users that is ${each.join(" and ")}.`;
}

export function frontierSentence({
  model,
  varietyControl,
  popularityControl,
  genres,
}: BeyondAccuracyFindings): string {
  const [rare] = popularityControl;
  return [
    aboutVariety(model.diversity, varietyControl),
    `Lists reach ${share(model.coverage)} of the catalogue; with the popularity control at “rare” ${share(rare.coverage)}, and precision changes by ${change(rare.cost.mean)}${withinNoise(rare.cost)}.`,
    aboutGenres(genres),
  ]
    .filter(Boolean)
    .join(" ");
}

function aboutVariety(diversity: Interval | null, control: readonly FrontierPoint[]): string {
  const free = control.filter(({ value, cost }) => value > 0 && verdictOn(cost) === "within noise");
  const most = free.at(-1);
  if (most?.diversity && diversity) {
    return `Variety up to ${most.value} costs no precision beyond noise and raises diversity from ${figure(diversity.mean)} to ${figure(most.diversity.mean)}.`;
  }
  return most
    ? `Variety up to ${most.value} costs no precision beyond noise.`
    : "Any variety costs precision.";
}

function aboutGenres(genres: readonly GenreShare[]): string {
  const most = genres
    .filter(({ listsLessProfiles }) => verdictOn(listsLessProfiles) === "better")
    .reduce<GenreShare | null>(
      (a, b) => (a && a.listsLessProfiles.mean >= b.listsLessProfiles.mean ? a : b),
      null,
    );
  if (!most) return "";
  return `The genre that lists overdo most is ${most.name}: ${share(most.lists)} of lists, ${share(most.profiles)} of what users like.`;
}

export function popularityBiasSentence({ deciles, groups }: PopularityBiasFindings): string {
  const [top] = deciles;
  const [niche, , mainstream] = groups;
  const served =
    niche.precision.high < mainstream.precision.low
      ? "Niche taste is served worse: fewer recommendations are liked, beyond noise."
      : niche.precision.low > mainstream.precision.high
        ? "Niche taste is served better all the same: more recommendations are liked, beyond noise."
        : "As many recommendations are liked by either, within noise.";
  return `The most liked tenth of the catalogue has ${share(top.likes)} of likes and ${share(top.model)} of recommendations. Lists are ${share(niche.lift, 0)} more popular than what niche users like, and ${share(mainstream.lift, 0)} more than what mainstream users like. ${served}`;
}

export function closedLoopSentence({ settings, policies }: ClosedLoopFindings): string {
  const course = (name: PolicyName) => policies.find((policy) => policy.name === name) as PolicyCourse;
  const end = (name: PolicyName) => {
    const { rounds } = course(name);
    return rounds[rounds.length - 1];
  };
  const [first] = course("as is").rounds;
  const { coverage } = end("as is");
  const narrows = coverage < first.coverage ? "narrows" : coverage > first.coverage ? "widens" : "stays";
  const verdicts = (["exploration", "propensity weights", "both"] as const).map((name) => {
    const verdict = verdictOn(course(name).foundLessAsIs);
    return `${name} ${verdict === "within noise" ? "makes no difference beyond noise" : `finds ${verdict === "better" ? "more" : "fewer"} likes`}`;
  });
  return `Over ${settings.rounds} ${settings.rounds === 1 ? "round" : "rounds"} of learning from clicks on its own lists, the catalogue on show ${narrows} from ${share(first.coverage)} to ${share(coverage)}. It ends at ${share(end("independent feedback").coverage)} with independent feedback and at ${share(end("exploration").coverage)} with exploration. Against going on as is: ${verdicts.join("; ")}.`;
}

export function robustnessSentence({ attacks, guards, against, settings }: RobustnessFindings): string {
  const worst = attacks.find(({ kind }) => kind === against) ?? attacks[0];
  const isPush = worst.goal === "push";
  const best = guards
    .filter(({ guard }) => guard !== "none")
    .reduce((a, b) => (b.risen.mean < a.risen.mean === isPush ? b : a));
  const aucs = attacks.map(({ detection }) => detection.auc);
  const moved = (of: Interval) => `${share(Math.abs(of.mean))} of the catalogue`;
  return `${count(worst.attackers)} fake users, ${share(settings.size)} of the real ones, ${isPush ? "lift" : "sink"} ${worst.targetName} by ${moved(worst.risen)} (${worst.kind} attack): it is then on ${share(worst.after.mean)} of lists, before on ${share(worst.before.mean)}. The best guard, ${best.guard}, holds that to ${moved(best.risen)} and costs ${change(best.cost.mean)} of precision${withinNoise(best.cost)}. The detector tells fake users from real ones with an AUC of ${figure(Math.min(...aucs))} to ${figure(Math.max(...aucs))}.`;
}

const withinNoise = (difference: Interval) =>
  verdictOn(difference) === "within noise" ? ", within noise" : "";
