import { decimals } from "../../../ui/plot/curveOptions.ts";
import type { ChallengeFindings } from "../api.ts";

type Interval = ChallengeFindings["accuracy"]["model"]["auc"];

/** "0.342 (0.331 to 0.353)"; a dash where nobody has the figure. */
export function interval({ mean, low, high }: Interval): string {
  if (Number.isNaN(mean)) return "–";
  return Number.isNaN(low) ? decimals(mean) : `${decimals(mean)} (${decimals(low)} to ${decimals(high)})`;
}

/** "+0.012", "−0.003, within noise". */
export function difference({ mean, low, high }: Interval): string {
  if (Number.isNaN(mean)) return "–";
  const signed = `${mean < 0 ? "\u2212" : "+"}${decimals(Math.abs(mean))}`;
  return low <= 0 && high >= 0 ? `${signed}, within noise` : signed;
}

/** "12%", "0.4%". */
export function share(value: number): string {
  const percent = value * 100;
  return `${percent !== 0 && Math.abs(percent) < 10 ? percent.toFixed(1) : Math.round(percent)}%`;
}

export function aboutAccuracy({
  model,
  popularity,
  modelLessPopularity,
}: ChallengeFindings["accuracy"]): string {
  const { low } = modelLessPopularity.precisionAt10;
  const versus =
    low > 0
      ? `beyond noise better than recommending the most popular (${decimals(popularity.precisionAt10.mean)})`
      : "within noise of recommending the most popular";
  return `Of ten recommendations, ${(model.precisionAt10.mean * 10).toFixed(1)} on average are liked, ${versus}.`;
}

export function aboutFrontier({
  popularityControl,
  varietyControl,
}: ChallengeFindings["beyondAccuracy"]): string {
  const least = popularityControl.at(-1);
  const parts: string[] = [];
  if (least) {
    parts.push(
      `With popularity turned off, lists cover ${share(least.coverage)} of the catalogue and precision changes by ${difference(least.cost)}.`,
    );
  }
  const varied = varietyControl.find(({ value }) => value >= 0.3);
  if (varied?.diversity) {
    parts.push(
      `At variety ${varied.value}, diversity is ${decimals(varied.diversity.mean)} and precision changes by ${difference(varied.cost)}.`,
    );
  }
  return parts.join(" ");
}

export function aboutPopularityBias({ deciles, groups }: ChallengeFindings["popularityBias"]): string {
  const [top] = deciles;
  const niche = groups.find(({ name }) => name === "niche");
  const mainstream = groups.find(({ name }) => name === "mainstream");
  const shown = `The most liked tenth of the catalogue has ${share(top.likes)} of likes and ${share(top.model)} of recommendations.`;
  if (!niche || !mainstream) return shown;
  const apart =
    niche.precision.high < mainstream.precision.low || mainstream.precision.high < niche.precision.low;
  const served = apart
    ? niche.precision.mean < mainstream.precision.mean
      ? "Users with niche taste are served worse than mainstream ones."
      : "Users with niche taste are served better than mainstream ones."
    : "Niche and mainstream users are served alike, within noise.";
  return `${shown} ${served}`;
}

export function aboutClosedLoop({ policies, settings }: ChallengeFindings["closedLoop"]): string {
  const asIs = policies.find(({ name }) => name === "as is");
  if (!asIs) return "";
  const first = asIs.rounds[0];
  const last = asIs.rounds[asIs.rounds.length - 1];
  const narrows = last.coverage < first.coverage ? "narrows" : "widens";
  const best = policies
    .filter(
      ({ name, foundLessAsIs }) =>
        name !== "as is" && name !== "independent feedback" && foundLessAsIs.low > 0,
    )
    .map(({ name }) => name);
  const helped =
    best.length > 0
      ? `More is found with ${best.join(" and ")}.`
      : "Neither exploration nor propensity weights find more, beyond noise.";
  return `Over ${settings.rounds} rounds of learning from its own clicks, the catalogue on show ${narrows} from ${share(first.coverage)} to ${share(last.coverage)}. ${helped}`;
}

export function aboutRobustness(
  { attacks, guards }: ChallengeFindings["robustness"],
  titles: Record<number, string>,
): string {
  const pushes = attacks.filter(({ goal }) => goal === "push");
  if (pushes.length === 0) return "";
  const worst = pushes.reduce((a, b) => (b.risen.mean > a.risen.mean ? b : a));
  const guard = guards
    .filter((one) => one.guard !== "none")
    .reduce((a, b) => (b.risen.mean < a.risen.mean ? b : a));
  return `${worst.attackers} fake users pushing ${titles[worst.target] ?? "an item"} lift it by ${share(worst.risen.mean)} of the catalogue and onto ${share(worst.after.mean)} of lists. The best guard, ${guard.guard}, holds that to ${share(guard.after.mean)} at a cost of ${difference(guard.cost)} precision.`;
}
