import { type Interval, verdictOn } from "../../evaluation/intervals.ts";
import type { AccuracyFindings, UserGroup } from "../challenges/accuracy.ts";
import type { AttackOutcome, GuardOutcome, RobustnessFindings } from "../challenges/attacks.ts";
import type { ClosedLoopFindings, PolicyCourse, PolicyName } from "../challenges/closedLoop.ts";
import type { BeyondAccuracyFindings, FrontierPoint, GenreShare } from "../challenges/frontier.ts";
import type { PopularityBiasFindings, TasteGroup } from "../challenges/popularityBias.ts";
import { gainOf, reachedBy, strongestAttack } from "../challenges/strongestAttack.ts";
import { changeOfShare, count, figure, inWords, listed, points, share, turned } from "./format.ts";

/**
 * What each part found, in a few sentences. Figures stand with their 95% intervals over users, and a difference counts
 * only if its interval does not hold 0.
 */

export function accuracySentence({
  model,
  popularity,
  modelLessPopularity,
  peers,
  byActivity,
}: AccuracyFindings): string {
  const theirs = inTen(popularity.precisionAt10);
  const versus = {
    better: `more than the ${theirs} of recommending the most liked`,
    worse: `fewer than the ${theirs} of recommending the most liked`,
    "within noise": `within noise of recommending the most liked, ${theirs}`,
  }[verdictOn(modelLessPopularity.precisionAt10)];
  return [
    `Of ten recommendations to ${count(model.precisionAt10.users)} users, ${inTen(model.precisionAt10)} on average are likes that were held back: ${versus}.`,
    againstPeers(peers),
    aboutActivity(byActivity),
  ]
    .filter(Boolean)
    .join(" ");
}

const inTen = (precision: Interval) => inWords(precision, (share) => (10 * share).toFixed(1));

/** By precision at 10; empty if there are none. */
function againstPeers(peers: AccuracyFindings["peers"]): string {
  if (peers.length === 0) return "";
  const versus = { better: "more than", worse: "fewer than", "within noise": "within noise of" };
  const each = peers.map(({ name, figures, modelLessPeer }) => {
    return `${versus[verdictOn(modelLessPeer.precisionAt10)]} the ${inTen(figures.precisionAt10)} of ${name}`;
  });
  return `On the same users that is ${each.join(" and ")}.`;
}

/** Empty if there are not two groups with held-out likes. */
function aboutActivity(byActivity: readonly UserGroup[]): string {
  const known = byActivity.filter(({ figures }) => figures.precisionAt10.users > 0);
  if (known.length < 2) return "";
  const [least, most] = [known[0], known[known.length - 1]];
  const [few, many] = [least, most].map(({ figures }) => figures.precisionAt10);
  const caveat = many.low > few.high ? "; but they also have more left to find" : "";
  return `For the quarter of users with the fewest known likes (${least.name}) it is ${inTen(few)}, for the quarter with the most (${most.name}) ${inTen(many)}${caveat}.`;
}

export function frontierSentence({
  model,
  varietyControl,
  popularityControl,
  genres,
}: BeyondAccuracyFindings): string {
  const [rare] = popularityControl;
  return [
    aboutVariety(varietyControl),
    `Lists reach ${inWords(model.coverage, share)} of the catalogue; with the popularity control at “rare” it is ${inWords(rare.coverage, share)}, ${changeInPrecision(rare.precisionChange)}.`,
    aboutGenres(genres),
  ]
    .filter(Boolean)
    .join(" ");
}

function changeInPrecision(change: Interval): string {
  return {
    worse: `at a cost of ${inWords(turned(change), figure)} in precision`,
    better: `with a gain of ${inWords(change, figure)} in precision`,
    "within noise": "with no change in precision beyond noise",
  }[verdictOn(change)];
}

function aboutVariety(control: readonly FrontierPoint[]): string {
  const moved = control.filter(({ value }) => value > 0);
  const paid = moved.findIndex(({ precisionChange }) => verdictOn(precisionChange) === "worse");
  const most = moved.at(paid < 0 ? moved.length - 1 : paid - 1);
  if (!most || paid === 0) {
    const [least] = moved;
    return `Variety costs precision from the first step on: ${inWords(turned(least.precisionChange), figure)} at ${least.value}.`;
  }
  const free = `Variety up to ${most.value} costs no precision beyond noise`;
  const { diversityChange } = most;
  if (diversityChange === null || Number.isNaN(diversityChange.mean)) return `${free}.`;
  const effect = {
    better: `raises diversity by ${inWords(diversityChange, figure)}`,
    worse: `lowers diversity by ${inWords(turned(diversityChange), figure)}`,
    "within noise": "leaves diversity as it is, within noise",
  }[verdictOn(diversityChange)];
  return `${free} and ${effect}.`;
}

function aboutGenres(genres: readonly GenreShare[]): string {
  const most = genres
    .filter(({ listsLessProfiles }) => verdictOn(listsLessProfiles) === "better")
    .reduce<GenreShare | null>(
      (a, b) => (a && a.listsLessProfiles.mean >= b.listsLessProfiles.mean ? a : b),
      null,
    );
  if (!most) return "";
  return `The genre that lists overdo most is ${most.name}: ${share(most.lists.mean)} of lists, ${share(most.profiles.mean)} of what users like, a difference of ${inWords(most.listsLessProfiles, points)} percentage points.`;
}

export function popularityBiasSentence({
  deciles,
  groups,
  nicheLessMainstream,
}: PopularityBiasFindings): string {
  const [top] = deciles;
  const [niche, , mainstream] = groups;
  return [
    `The most liked tenth of the catalogue has ${share(top.likes)} of likes and ${inWords(top.model, share)} of recommendations.`,
    aboutLift(niche, mainstream),
    aboutService(niche.precision, mainstream.precision, nicheLessMainstream),
  ]
    .filter(Boolean)
    .join(" ");
}

/** Empty if nobody is in one of the groups. */
function aboutLift(niche: TasteGroup, mainstream: TasteGroup): string {
  if (niche.users === 0 || mainstream.users === 0) return "";
  const whole = (number: number) => share(number, 0);
  const than = ({ name, lift }: TasteGroup) =>
    ({
      better: `${inWords(lift, whole)} more popular than what ${name} users like`,
      worse: `${inWords(turned(lift), whole)} less popular than what ${name} users like`,
      "within noise": `as popular as what ${name} users like, within noise`,
    })[verdictOn(lift)];
  return `Lists are ${than(niche)}, and ${than(mainstream)}.`;
}

function aboutService(niche: Interval, mainstream: Interval, difference: Interval): string {
  if (Number.isNaN(difference.low)) return "Too few users have such tastes to say who is served better.";
  const served = {
    better: "Niche taste is served better all the same",
    worse: "Niche taste is served worse",
    "within noise": "Neither is served better beyond noise",
  }[verdictOn(difference)];
  return `${served}: of ten recommendations to niche users ${inTen(niche)} are liked, to mainstream users ${inTen(mainstream)}.`;
}

export function closedLoopSentence({ settings, policies }: ClosedLoopFindings): string {
  const course = (name: PolicyName) => policies.find((policy) => policy.name === name) as PolicyCourse;
  const asIs = course("as is");
  const endOf = (name: PolicyName) =>
    inWords(course(name).rounds[course(name).rounds.length - 1].coverage, share);
  const { coverage, homogeneity } = asIs.endLessIndependent;
  const shows = {
    better: `${inWords(coverage, fine)} percentage points more of the catalogue than`,
    worse: `${inWords(turned(coverage), fine)} percentage points less of the catalogue than`,
    "within noise": "as much of the catalogue, within noise, as",
  }[verdictOn(coverage)];
  const alike = {
    better: `and are more alike by ${inWords(homogeneity, figure)}`,
    worse: `and are less alike by ${inWords(turned(homogeneity), figure)}`,
    "within noise": "and are as alike, within noise",
  }[verdictOn(homogeneity)];
  return [
    `Over ${count(settings.rounds)} ${settings.rounds === 1 ? "round" : "rounds"} of learning from clicks on its own lists, the catalogue on show goes from ${inWords(asIs.rounds[0].coverage, share)} to ${endOf("as is")}; with exploration it ends at ${endOf("exploration")}.`,
    `In the end lists show ${shows} with independent feedback, ${alike}.`,
    aboutLosers(asIs),
    aboutRemedies(policies),
  ].join(" ");
}

const likes = (number: number) => number.toFixed(2);
const fine = (number: number) => (100 * number).toFixed(2);

const REMEDIES = {
  exploration: "exploration",
  "propensity weights": "propensity weights",
  both: "both together",
} as const;

/** What helps against going on as is. */
function aboutRemedies(policies: readonly PolicyCourse[]): string {
  const tried = policies.flatMap(({ name, foundLessAsIs }) =>
    name in REMEDIES
      ? { name: REMEDIES[name as keyof typeof REMEDIES], foundLessAsIs, verdict: verdictOn(foundLessAsIs) }
      : [],
  );
  const idle = tried.filter(({ verdict }) => verdict === "within noise").map(({ name }) => name);
  const found = tried
    .filter(({ verdict }) => verdict !== "within noise")
    .map(({ name, foundLessAsIs, verdict }) =>
      verdict === "better"
        ? `${name}: ${inWords(foundLessAsIs, likes)} more likes found per user`
        : `${name}: ${inWords(turned(foundLessAsIs), likes)} fewer likes found per user`,
    );
  const make = idle.length === 1 && idle[0] !== "propensity weights" ? "makes" : "make";
  const noise = idle.length === 0 ? [] : [`${listed(idle)} ${make} no difference beyond noise`];
  return `Against going on as is, ${[...found, ...noise].join("; ")}.`;
}

/** Who finds less of what they like in the loop than without it. */
function aboutLosers({ foundLessIndependent }: PolicyCourse): string {
  const { niche, mixed, mainstream } = foundLessIndependent;
  const losers = Object.entries({ niche, mixed, mainstream }).filter(
    ([, less]) => verdictOn(less) === "worse",
  );
  if (losers.length === 0)
    return "No taste finds fewer likes in the loop than with independent feedback, beyond noise.";
  const each = losers.map(([name, less]) => `${name} taste ${inWords(turned(less), likes)}`);
  return `In the loop fewer likes are found per user and round than with independent feedback: for ${listed(each)}.`;
}

export function robustnessSentence(found: RobustnessFindings): string {
  const { attacks, guards, against } = found;
  const [{ attackers }] = attacks;
  if (attackers === 0) return "Without fake users nothing moves, and there is nobody to detect.";
  // Those of several seeds may differ in which attack was the strongest.
  const same = attacks.find(({ kind, goal }) => kind === against.kind && goal === against.goal);
  const worst = same ?? strongestAttack(attacks);
  return [
    aboutAttack(worst, found),
    same && reachedBy(same) ? aboutGuards(same, guards) : "",
    aboutRanking(worst, attacks),
    aboutDetector(attacks.map(({ detection }) => detection.auc)),
  ]
    .filter(Boolean)
    .join(" ");
}

function aboutAttack(worst: AttackOutcome, { attacks, settings }: RobustnessFindings): string {
  const { kind, goal, targetName, attackers, before, after, moved } = worst;
  const fakes = `${count(attackers)} fake ${attackers === 1 ? "user" : "users"}, ${share(settings.size)} of the real ones`;
  const one = attacks.length === 1;
  switch (reachedBy(worst)) {
    case "moved":
      return `The attack${one ? "" : " that changes most lists"} (${kind}, by ${fakes}) ${goal === "push" ? "lifts" : "sinks"} ${targetName} from ${share(before.mean)} of lists to ${share(after.mean)}, a change of ${inWords(moved, points)} percentage points.`;
    case "risen":
      return `${one ? "The" : "No"} attack by ${fakes}, ${one ? "does not move" : "moves"} its target on lists beyond noise. In the ranking ${one ? "it" : `the strongest (${kind})`} ${lifts(worst)}.`;
    case null:
      return `${one ? "The" : "No"} attack by ${fakes}, ${one ? "does not move" : "moves"} its target beyond noise, on lists or in the ranking.`;
  }
}

/** Names an attack that moves its target further up the ranking than the one that changes most lists. */
function aboutRanking(worst: AttackOutcome, attacks: readonly AttackOutcome[]): string {
  if (reachedBy(worst) !== "moved") return "";
  const most = attacks.reduce((a, b) => (gainOf(b.goal, b.risen) > gainOf(a.goal, a.risen) ? b : a));
  const verdict = most.goal === "push" ? "better" : "worse";
  if (most === worst || verdictOn(most.risen) !== verdict) return "";
  return `In the ranking ${most.kind} ${lifts(most)}.`;
}

function lifts({ goal, targetName, risen }: AttackOutcome): string {
  return goal === "push"
    ? `lifts ${targetName} by ${inWords(risen, share)} of the catalogue`
    : `sinks ${targetName} by ${inWords(turned(risen), share)} of the catalogue`;
}

/** The guard that leaves the attack least, if any holds it back beyond noise. */
function aboutGuards(attack: AttackOutcome, guards: readonly GuardOutcome[]): string {
  const { goal, targetName } = attack;
  const onLists = reachedBy(attack) === "moved";
  const by = onLists ? "moved" : "risen";
  const helps = goal === "push" ? "worse" : "better";
  const holding = guards.filter(
    ({ movedLessUnguarded, risenLessUnguarded }) =>
      verdictOn(onLists ? movedLessUnguarded : risenLessUnguarded) === helps,
  );
  if (holding.length === 0) return "No guard holds that back beyond noise.";
  const best = holding.reduce((a, b) => (gainOf(goal, b[by]) < gainOf(goal, a[by]) ? b : a));
  const left = onLists
    ? `leaves ${targetName} on ${inWords(best.after, share)} of lists`
    : `leaves a change of ${inWords(best.risen, changeOfShare)}`;
  const which =
    holding.length === 1
      ? `only ${best.guard} holds that back beyond noise: it`
      : `${listed(holding.map(({ guard }) => guard))} hold that back beyond noise. Least is left by ${best.guard}: it`;
  return `Of the guards, ${which} ${left}; without an attack it comes ${changeInPrecision(best.precisionChange)}.`;
}

function aboutDetector(aucs: readonly Interval[]): string {
  const order = aucs.toSorted((a, b) => a.mean - b.mean);
  const [least, most] = [order[0], order[order.length - 1]].map((auc) => inWords(auc, figure));
  return `The detector’s AUC is ${least === most ? least : `${least} for the attack that hides best to ${most}`}, where 0.5 is guessing.`;
}
