import type { AccuracyFindings, ContestantFigures, ItemGroup, UserGroup } from "../challenges/accuracy.ts";
import type { RobustnessFindings } from "../challenges/attacks.ts";
import type { ClosedLoopFindings, LoopRound } from "../challenges/closedLoop.ts";
import type { BeyondAccuracyFindings, FrontierPoint } from "../challenges/frontier.ts";
import type { ListFigures } from "../challenges/listFigures.ts";
import type { PopularityBiasFindings } from "../challenges/popularityBias.ts";
import type { FigureIntervals } from "../heldOut.ts";
import { count, difference, figure, interval, share } from "./format.ts";
import { escaped, htmlTable } from "./html.ts";
import {
  accuracySentence,
  closedLoopSentence,
  frontierSentence,
  popularityBiasSentence,
  robustnessSentence,
} from "./sentences.ts";
import { svgPlot } from "./svgPlot.ts";

export function section(title: string, sentence: string, ...parts: string[]): string {
  return `<section><h2>${escaped(title)}</h2><p>${escaped(sentence)}</p>${parts.join("")}</section>`;
}

const differences = ({ auc, precisionAt10, ndcgAt10 }: FigureIntervals) =>
  [auc, precisionAt10, ndcgAt10].map(difference);

export function accuracySection(found: AccuracyFindings): string {
  const contestant = (name: string, of: ContestantFigures) => [
    name,
    ...[of.auc, of.precisionAt10, of.recallAt10, of.ndcgAt10, of.reciprocalRank].map(interval),
  ];
  const users = ({ name, figures }: UserGroup) => [
    name,
    count(figures.auc.users),
    interval(figures.auc),
    interval(figures.precisionAt10),
  ];
  const items = ({ name, likes, auc, recallAt10 }: ItemGroup) => [
    name,
    count(likes),
    interval(auc),
    interval(recallAt10),
  ];
  const itemTable = (name: string, groups: readonly ItemGroup[]) =>
    groups.length === 0 ? "" : htmlTable([name, "held-out likes", "AUC", "recall at 10"], groups.map(items));
  return section(
    "Accuracy",
    accuracySentence(found),
    htmlTable(
      ["", "AUC", "precision at 10", "recall at 10", "nDCG at 10", "reciprocal rank"],
      [
        contestant("model", found.model),
        contestant("popularity", found.popularity),
        ...found.peers.map(({ name, figures }) => contestant(name, figures)),
        contestant("random", found.random),
      ],
    ),
    htmlTable(
      ["model less", "AUC", "precision at 10", "nDCG at 10"],
      [
        ["popularity", ...differences(found.modelLessPopularity)],
        ...found.peers.map(({ name, modelLessPeer }) => [name, ...differences(modelLessPeer)]),
      ],
    ),
    htmlTable(
      ["users", "", "AUC", "precision at 10"],
      [...found.byActivity, ...found.byUserFeature].map(users),
    ),
    itemTable("items by likes", found.byPopularity),
    itemTable("genre", found.byGenre),
    itemTable("decade", found.byDecade),
  );
}

export function frontierSection(found: BeyondAccuracyFindings): string {
  const orDash = (of: { mean: number } | null) => (of ? figure(of.mean) : "–");
  const figures = (of: ListFigures) => [
    interval(of.precision),
    interval(of.serendipity),
    figure(of.novelty.mean),
    orDash(of.diversity),
    orDash(of.miscalibration),
    share(of.coverage),
    figure(of.gini),
  ];
  const rows = (name: string, points: readonly FrontierPoint[]) =>
    points.map((point) => [`${name} ${point.value}`, ...figures(point), difference(point.cost)]);
  const line = (name: string, points: readonly FrontierPoint[], x: (point: FrontierPoint) => number) => ({
    name,
    points: points.map((point) => ({ x: x(point), y: point.precision.mean })),
  });
  const { popularityControl, varietyControl } = found;
  return section(
    "Beyond accuracy",
    frontierSentence(found),
    svgPlot([line("popularity weight", popularityControl, ({ coverage }) => coverage)], {
      title: "Precision against the share of the catalogue that is shown",
      x: "share of the catalogue on anybody's list",
      y: "precision at 10",
    }),
    varietyControl.length === 0
      ? ""
      : svgPlot([line("variety", varietyControl, ({ diversity }) => diversity?.mean ?? Number.NaN)], {
          title: "Precision against the diversity of lists",
          x: "diversity of a list",
          y: "precision at 10",
        }),
    htmlTable(
      [
        "",
        "precision",
        "serendipity",
        "novelty, bits",
        "diversity",
        "miscalibration",
        "coverage",
        "Gini",
        "cost",
      ],
      [
        ["model", ...figures(found.model), "–"],
        ["popularity", ...figures(found.popularity), "–"],
        ...rows("popularity weight", popularityControl),
        ...rows("variety", varietyControl),
      ],
    ),
  );
}

export function popularityBiasSection(found: PopularityBiasFindings): string {
  const { deciles, groups, controlValue } = found;
  return section(
    "Popularity bias",
    popularityBiasSentence(found),
    htmlTable(
      [
        "tenth of the catalogue",
        "items",
        "likes",
        "model",
        `popularity weight ${controlValue}`,
        "popularity",
      ],
      deciles.map(({ items, likes, model, control, popularity }, i) => [
        i === 0 ? "most liked" : String(i + 1),
        count(items),
        ...[likes, model, control, popularity].map(share),
      ]),
    ),
    htmlTable(
      [
        "taste",
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
        interval(group.profilePopularity),
        interval(group.listPopularity),
        share(group.lift),
        interval(group.precision),
        group.miscalibration ? interval(group.miscalibration) : "–",
        difference(group.controlOfPrecision),
      ]),
    ),
  );
}

export function closedLoopSection(found: ClosedLoopFindings): string {
  const { policies } = found;
  const plot = (title: string, of: (round: LoopRound) => number) =>
    svgPlot(
      policies.map(({ name, rounds }) => ({
        name,
        points: rounds.map((round, i) => ({ x: i + 1, y: of(round) })),
      })),
      { title: `${title} by round`, x: "round", y: title },
    );
  return section(
    "Ranking bias and the self-fulfilling prophecy",
    closedLoopSentence(found),
    plot("precision", ({ precision }) => precision.mean),
    plot("share of the catalogue shown", ({ coverage }) => coverage),
    plot("likeness of two users' lists", ({ homogeneity }) => homogeneity),
    htmlTable(
      ["", "likes found a round: niche", "mixed", "mainstream", "found, less as is"],
      policies.map(({ name, foundByTaste: { niche, mixed, mainstream }, foundLessAsIs }) => [
        name,
        ...[niche, mixed, mainstream].map(interval),
        difference(foundLessAsIs),
      ]),
    ),
  );
}

export function attacksSection(found: RobustnessFindings): string {
  const { attacks, guards, against } = found;
  return section(
    "Fraud",
    robustnessSentence(found),
    htmlTable(
      ["attack", "target", "attackers", "on lists before", "after", "rise in the ranking", "detector's AUC"],
      attacks.map(({ kind, goal, targetName, attackers, before, after, risen, detection }) => [
        `${kind}, ${goal}`,
        targetName,
        count(attackers),
        interval(before),
        interval(after),
        difference(risen),
        figure(detection.auc),
      ]),
    ),
    svgPlot(
      attacks.map(({ kind, goal, detection }) => ({
        name: `${kind}, ${goal}`,
        points: detection.roc.map(({ falsePositives, truePositives }) => ({
          x: falsePositives,
          y: truePositives,
        })),
      })),
      { title: "The detector's ROC curves", x: "genuine users flagged", y: "attackers flagged" },
    ),
    htmlTable(
      [`guard against ${against}`, "on lists", "rise in the ranking", "cost in precision, if nobody attacks"],
      guards.map(({ guard, after, risen, cost }) => [
        guard,
        interval(after),
        difference(risen),
        difference(cost),
      ]),
    ),
  );
}
