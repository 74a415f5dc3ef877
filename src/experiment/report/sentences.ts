import { type Interval, verdictOn } from "../../evaluation/intervals.ts";
import type { AccuracyFindings, UserGroup } from "../challenges/accuracy.ts";
import type { AttackOutcome, GuardOutcome, RobustnessFindings } from "../challenges/attacks.ts";
import type { ClosedLoopFindings, PolicyCourse, PolicyName } from "../challenges/closedLoop.ts";
import type { BeyondAccuracyFindings, FrontierPoint, GenreShare } from "../challenges/frontier.ts";
import type { PopularityBiasFindings, TasteGroup } from "../challenges/popularityBias.ts";
import { gainOf, reachedBy, strongestAttack } from "../challenges/strongestAttack.ts";
import { count, figure, share } from "./format.ts";

/** What each part found, in a few sentences. A difference counts only if its interval does not hold 0. */

export function accuracySentence({
  model,
  popularity,
  modelLessPopularity,
  peers,
  byActivity,
}: AccuracyFindings): string {
  const versus = {
    better: `more than the ${inTen(popularity.precisionAt10)} of recommending the most liked`,
    worse: `fewer than the ${inTen(popularity.precisionAt10)} of recommending the most liked`,
    "within noise": `within noise of recommending the most liked (${inTen(popularity.precisionAt10)})`,
  }[verdictOn(modelLessPopularity.precisionAt10)];
  return [
    `Of ten recommendations, ${inTen(model.precisionAt10)} on average are likes that were held back, ${versus}.`,
    againstPeers(peers),
    aboutActivity(byActivity),
  ]
    .filter(Boolean)
    .join(" ");
}

const inTen = ({ mean }: Interval) => (10 * mean).toFixed(1);

/** By precision at 10; empty if there are none. */
function againstPeers(peers: AccuracyFindings["peers"]): string {
  if (peers.length === 0) return "";
  const versus = { better: "more than", worse: "fewer than", "within noise": "within noise of" };
  const each = peers.map(({ name, figures, modelLessPeer }) => {
    const theirs = inTen(figures.precisionAt10);
    return `${versus[verdictOn(modelLessPeer.precisionAt10)]} the ${theirs} of ${name}`;
  });
  return `On the same users that is ${each.join(" and ")}.`;
}

/** Empty if there are not two groups with held-out likes. */
function aboutActivity(byActivity: readonly UserGroup[]): string {
  const known = byActivity.filter(({ figures }) => figures.precisionAt10.users > 0);
  if (known.length < 2) return "";
  const [least, most] = [known[0], known[known.length - 1]];
  const [few, many] = [least, most].map(({ figures }) => figures.precisionAt10);
  const caveat = many.mean > few.mean ? "; but those also have more left to find" : "";
  return `For users of whom little is known (${least.name}) it is ${inTen(few)}, for those of whom much is (${most.name}) ${inTen(many)}${caveat}.`;
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
    `Lists reach ${share(model.coverage)} of the catalogue; with the popularity control at “rare” it is ${share(rare.coverage)}, ${costInPrecision(rare.cost)}.`,
    aboutGenres(genres),
  ]
    .filter(Boolean)
    .join(" ");
}

/** @param cost negative where precision is lost */
function costInPrecision(cost: Interval): string {
  return {
    worse: `at a cost of ${figure(-cost.mean)} in precision`,
    better: `with a gain of ${figure(cost.mean)} in precision`,
    "within noise": "at no cost in precision beyond noise",
  }[verdictOn(cost)];
}

function aboutVariety(diversity: Interval | null, control: readonly FrontierPoint[]): string {
  const moved = control.filter(({ value }) => value > 0);
  const paid = moved.findIndex(({ cost }) => verdictOn(cost) === "worse");
  const most = moved.at(paid < 0 ? moved.length - 1 : paid - 1);
  if (!most || paid === 0) return "Any variety costs precision.";
  const free = `Variety up to ${most.value} costs no precision beyond noise`;
  const [from, to] = [diversity, most.diversity].map((of) => figure(of?.mean ?? Number.NaN));
  if (from === "–" || to === "–") return `${free}.`;
  if (from === to) return `${free} and leaves diversity at ${to}.`;
  return `${free} and ${Number(to) > Number(from) ? "raises" : "lowers"} diversity from ${from} to ${to}.`;
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
  return [
    `The most liked tenth of the catalogue has ${share(top.likes)} of likes and ${share(top.model)} of recommendations.`,
    aboutLift(niche, mainstream),
    aboutService(niche.precision, mainstream.precision),
  ]
    .filter(Boolean)
    .join(" ");
}

/** Empty if nobody is in one of the groups. */
function aboutLift(niche: TasteGroup, mainstream: TasteGroup): string {
  if (niche.users === 0 || mainstream.users === 0) return "";
  const than = ({ name, lift }: TasteGroup) => {
    const size = share(Math.abs(lift), 0);
    if (size === "0%") return `as popular as what ${name} users like`;
    return `${size} ${lift > 0 ? "more" : "less"} popular than what ${name} users like`;
  };
  return `Lists are ${than(niche)}, and ${than(mainstream)}.`;
}

function aboutService(niche: Interval, mainstream: Interval): string {
  if (Number.isNaN(niche.low) || Number.isNaN(mainstream.low)) {
    return "Too few users have such tastes to say who is served better.";
  }
  if (niche.high < mainstream.low) {
    return "Niche taste is served worse: fewer recommendations are liked, beyond noise.";
  }
  if (niche.low > mainstream.high) {
    return "Niche taste is served better all the same: more recommendations are liked, beyond noise.";
  }
  return "As many recommendations are liked by either, within noise.";
}

export function closedLoopSentence({ settings, policies }: ClosedLoopFindings): string {
  const course = (name: PolicyName) => policies.find((policy) => policy.name === name) as PolicyCourse;
  const end = (name: PolicyName) => {
    const { rounds } = course(name);
    return rounds[rounds.length - 1];
  };
  const [first] = course("as is").rounds;
  const { coverage } = end("as is");
  const [from, to] = [first.coverage, coverage].map((of) => share(of));
  const narrows = coverage < first.coverage ? "narrows" : "widens";
  const onShow = from === to ? `stays at ${to}` : `${narrows} from ${from} to ${to}`;
  const verdicts = (["exploration", "propensity weights", "both"] as const).map((name) => {
    const verdict = verdictOn(course(name).foundLessAsIs);
    const s = name === "exploration" ? "s" : "";
    return verdict === "within noise"
      ? `${name} make${s} no difference beyond noise`
      : `${name} find${s} ${verdict === "better" ? "more" : "fewer"} likes`;
  });
  return `Over ${settings.rounds} ${settings.rounds === 1 ? "round" : "rounds"} of learning from clicks on its own lists, the catalogue on show ${onShow}. It ends at ${share(end("independent feedback").coverage)} with independent feedback and at ${share(end("exploration").coverage)} with exploration. Against going on as is: ${verdicts.join("; ")}.`;
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
    aboutDetector(attacks.map(({ detection }) => detection.auc)),
  ]
    .filter(Boolean)
    .join(" ");
}

function aboutAttack(worst: AttackOutcome, { attacks, settings }: RobustnessFindings): string {
  const { kind, goal, targetName, attackers, before, after, risen } = worst;
  const fakes = `${count(attackers)} fake ${attackers === 1 ? "user" : "users"}, ${share(settings.size)} of the real ones`;
  const lifts = goal === "push" ? "lifts" : "sinks";
  const one = attacks.length === 1;
  switch (reachedBy(worst)) {
    case "moved":
      return `The ${one ? "" : "strongest "}attack (${kind}, by ${fakes}) ${lifts} ${targetName} from ${share(before.mean)} of lists to ${share(after.mean)}.`;
    case "risen":
      return `${one ? "The" : "No"} attack by ${fakes}, ${one ? "does not move" : "moves"} its target on lists beyond noise. In the ranking ${one ? "it" : `the strongest (${kind})`} ${lifts} ${targetName} by ${share(gainOf(goal, risen))} of the catalogue.`;
    case null:
      return `${one ? "The" : "No"} attack by ${fakes}, ${one ? "does not move" : "moves"} its target beyond noise, on lists or in the ranking.`;
  }
}

/** The guard that leaves the attack least. */
function aboutGuards(attack: AttackOutcome, guards: readonly GuardOutcome[]): string {
  const { goal } = attack;
  const by = reachedBy(attack) === "moved" ? "moved" : "risen";
  const best = guards
    .filter(({ guard }) => guard !== "none")
    .reduce((a, b) => (gainOf(goal, b[by]) < gainOf(goal, a[by]) ? b : a));
  const left = gainOf(goal, best[by]);
  if (left >= gainOf(goal, attack[by])) return "No guard holds that back.";
  const onLists = `leaves it on ${share(best.after.mean)} of them`;
  const inRanking = left <= 0 ? "undoes that" : `holds that to ${share(left)}`;
  return `The best guard, ${best.guard}, ${by === "moved" ? onLists : inRanking}; without an attack it comes ${costInPrecision(best.cost)}.`;
}

function aboutDetector(aucs: readonly number[]): string {
  const [least, most] = [Math.min(...aucs), Math.max(...aucs)].map(figure);
  return `The detector tells fake users from real ones with an AUC of ${least === most ? least : `${least} to ${most}`}.`;
}
