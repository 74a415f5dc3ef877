import type { Interval } from "../../src/evaluation/intervals.ts";
import type {
  AccuracyFindings,
  ContestantFigures,
  ItemGroup,
  UserGroup,
} from "../../src/experiment/challenges/accuracy.ts";
import type { RobustnessFindings } from "../../src/experiment/challenges/attacks.ts";
import type { ClosedLoopFindings } from "../../src/experiment/challenges/closedLoop.ts";
import type { BeyondAccuracyFindings, FrontierPoint } from "../../src/experiment/challenges/frontier.ts";
import type { ListFigures } from "../../src/experiment/challenges/listFigures.ts";
import type { PopularityBiasFindings } from "../../src/experiment/challenges/popularityBias.ts";
import { count, difference, figure, interval, share } from "../../src/experiment/report/format.ts";
import { table } from "./table.ts";

const orDash = (of: Interval | null) => (of ? interval(of) : "–");

export function describeAccuracy(found: AccuracyFindings): string {
  const contestant = (name: string, of: ContestantFigures) => [
    name,
    ...[of.auc, of.precisionAt10, of.recallAt10, of.ndcgAt10, of.reciprocalRank].map(interval),
  ];
  const users = ({ name, figures }: UserGroup) => [
    name,
    interval(figures.auc),
    interval(figures.precisionAt10),
  ];
  const items = ({ name, likes, auc, recallAt10 }: ItemGroup) => [
    name,
    count(likes),
    interval(auc),
    interval(recallAt10),
  ];
  const itemHeadings = ["likes", "AUC", "recall at 10"];
  return [
    "7. Accuracy on 30% of all ratings, held out",
    table(
      ["", "AUC", "P@10", "recall@10", "nDCG@10", "reciprocal rank"],
      [
        contestant("model", found.model),
        contestant("popularity", found.popularity),
        contestant("random", found.random),
      ],
    ),
    table(["users by likes known", "AUC", "P@10"], [...found.byActivity, ...found.byUserFeature].map(users)),
    table(["items by likes", ...itemHeadings], found.byPopularity.map(items)),
    table(["genre", ...itemHeadings], found.byGenre.map(items)),
    table(["decade", ...itemHeadings], found.byDecade.map(items)),
  ].join("\n\n");
}

export function describeFrontier(found: BeyondAccuracyFindings): string {
  const figures = (of: ListFigures) => [
    interval(of.precision),
    figure(of.serendipity.mean),
    of.novelty.mean.toFixed(2),
    of.diversity ? figure(of.diversity.mean) : "–",
    of.miscalibration ? figure(of.miscalibration.mean) : "–",
    share(of.coverage),
    figure(of.gini),
  ];
  const points = (name: string, of: readonly FrontierPoint[]) =>
    of.map((point) => [`${name} ${point.value}`, ...figures(point), difference(point.cost)]);
  return [
    "8. Beyond accuracy: what the controls change, and what they cost in precision (* beyond noise)",
    table(
      ["", "precision", "serendipity", "novelty", "diversity", "miscalibration", "coverage", "Gini", "cost"],
      [
        ["model", ...figures(found.model), "–"],
        ["popularity", ...figures(found.popularity), "–"],
        ...points("popularity weight", found.popularityControl),
        ...points("variety", found.varietyControl),
      ],
    ),
  ].join("\n\n");
}

export function describePopularityBias({ deciles, groups, controlValue }: PopularityBiasFindings): string {
  return [
    "9. Popularity bias: which items are shown, by tenths from the most liked down",
    table(
      ["items", "likes", "model", `popularity weight ${controlValue}`, "popularity"],
      deciles.map(({ items, likes, model, control, popularity }) => [
        count(items),
        ...[likes, model, control, popularity].map(share),
      ]),
    ),
    "   How users of each taste are served",
    table(
      [
        "",
        "users",
        "likes of profile",
        "likes of list",
        "lift",
        "precision",
        "miscalibration",
        "control: precision",
      ],
      groups.map((group) => [
        group.name,
        count(group.users),
        group.profilePopularity.mean.toFixed(0),
        group.listPopularity.mean.toFixed(0),
        share(group.lift),
        interval(group.precision),
        orDash(group.miscalibration),
        difference(group.controlOfPrecision),
      ]),
    ),
  ].join("\n\n");
}

export function describeClosedLoop({ settings, policies }: ClosedLoopFindings): string {
  const rows = policies.flatMap(({ name, rounds, foundLessAsIs, foundByTaste }) => {
    const ends = [rounds[0], rounds[rounds.length - 1]];
    return [
      [
        name,
        ends.map(({ precision }) => figure(precision.mean)).join(" → "),
        ends.map(({ mistakenClicks }) => share(mistakenClicks)).join(" → "),
        ends.map(({ coverage }) => share(coverage)).join(" → "),
        ends.map(({ homogeneity }) => figure(homogeneity)).join(" → "),
        [foundByTaste.niche, foundByTaste.mixed, foundByTaste.mainstream]
          .map(({ mean }) => mean.toFixed(2))
          .join(" / "),
        difference(foundLessAsIs),
      ],
    ];
  });
  return [
    `10. Closed loop: ${settings.users} users, ${settings.rounds} rounds of learning from clicks on its own lists, first round → last`,
    table(
      [
        "",
        "precision",
        "mistaken clicks",
        "coverage",
        "likeness of lists",
        "found: niche / mixed / mainstream",
        "found, less as is",
      ],
      rows,
    ),
  ].join("\n\n");
}

export function describeAttacks(found: RobustnessFindings): string {
  const attacks = found.attacks.map(
    ({ kind, goal, targetName, attackers, before, after, risen, detection }) => [
      `${kind} ${goal}`,
      targetName,
      count(attackers),
      share(before.mean),
      interval(after),
      difference(risen),
      figure(detection.auc),
    ],
  );
  const guards = found.guards.map(({ guard, after, risen, cost }) => [
    guard,
    interval(after),
    difference(risen),
    difference(cost),
  ]);
  return [
    "11. Fraud: made-up users who push or nuke a title",
    table(["", "target", "attackers", "on lists", "then", "rise in the ranking", "detector's AUC"], attacks),
    `   Guards against the ${found.against} attack`,
    table(["", "on lists", "rise in the ranking", "cost in precision, if nobody attacks"], guards),
  ].join("\n\n");
}
