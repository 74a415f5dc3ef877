import { adviceOn, whoDoesBest } from "../../src/experiment/advice.ts";
import type { TakingIn } from "../../src/experiment/compareWays.ts";
import type { Drift } from "../../src/experiment/drift.ts";
import type { ByArrival, TakenIn } from "../../src/experiment/Folds.ts";
import type { FigureIntervals } from "../../src/experiment/heldOut.ts";
import { count, difference, figure, interval, seconds } from "../../src/experiment/report/format.ts";
import type { SeedDeviations } from "../../src/experiment/seeds.ts";
import { table } from "./table.ts";

export function describeTakingIn(takingIn: TakingIn): string {
  const { partial, best, foldIn, retrained, thenUpdated, popularity, differences } = takingIn;
  const row = (name: string, way: TakenIn) => [
    name,
    ...[way.intervals.newUsers, way.intervals.oldUsers].flatMap(({ auc, precisionAt10 }) => [
      interval(auc),
      interval(precisionAt10),
    ]),
    way === popularity ? "–" : seconds(way.seconds),
  ];
  const rows = [
    row(`fitPartial, ${best.epochs} epochs`, best),
    row("fold-in", foldIn),
    row("retraining", retrained),
    row("retraining, then fitPartial", thenUpdated),
    row("popularity", popularity),
  ];
  const others = partial.filter(({ epochs }) => epochs !== best.epochs);
  const course = [...others, best].map(({ epochs, intervals, drift }) => [
    `${epochs} ${epochs === 1 ? "epoch" : "epochs"}${epochs === best.epochs ? ", as chosen" : ""}`,
    interval(intervals.newUsers.auc),
    interval(intervals.newUsers.precisionAt10),
    ...driftCells(drift),
  ]);
  const retraining = ["retraining", "", "", ...driftCells(retrained.drift)];
  return [
    `4. Updated with the new ratings: 5 folds of them, each user's mean over the folds, of ${usersOf(best)}`,
    table(["", "new users AUC", "P@10", "old users AUC", "P@10", "training"], rows),
    `  The folds chose ${best.chosenEpochs.join(", ")} epochs of fitPartial on inner hold-outs.`,
    "   Differences on the same users (* beyond noise)",
    table(
      ["", "new users AUC", "P@10", "old users AUC", "P@10"],
      [
        differenceRow("fitPartial minus retraining", differences.fitPartialLessRetrain),
        differenceRow("fitPartial minus fold-in", differences.fitPartialLessFoldIn),
        differenceRow("retraining minus fold-in", differences.retrainLessFoldIn),
        differenceRow("then fitPartial, minus retraining", differences.thenUpdatedLessRetrain),
        differenceRow("fitPartial minus popularity", differences.fitPartialLessPopularity),
      ],
    ),
    `   Drift: change for ${count(best.drift.intervals.auc.users)} users who did nothing new (* beyond noise)`,
    table(["fitPartial", "new users AUC", "P@10", "drift of AUC", "drift of P@10"], [...course, retraining]),
    [whoDoesBest(differences), ...adviceOn(takingIn)].map((sentence) => `  - ${sentence}`).join("\n"),
  ].join("\n\n");
}

export function describeSeeds(
  seeds: number,
  { validation, fitPartial, foldIn, retrain }: SeedDeviations,
): string {
  const way = (name: string, { newUsers, oldUsers }: ByArrival) => [
    name,
    ...[newUsers.auc, newUsers.precisionAt10, oldUsers.auc, oldUsers.precisionAt10].map(figure),
  ];
  return [
    `   Standard deviation between ${seeds} seeds; on the hold-out: AUC ${figure(validation.auc)}, P@10 ${figure(validation.precisionAt10)}`,
    table(
      ["", "new users AUC", "P@10", "old users AUC", "P@10"],
      [way("fitPartial", fitPartial), way("fold-in", foldIn), way("retraining", retrain)],
    ),
  ].join("\n\n");
}

/** Users with a held-out like. */
function usersOf({ intervals: { newUsers, oldUsers } }: TakenIn): string {
  return `${count(newUsers.auc.users)} new and ${count(oldUsers.auc.users)} old users`;
}

function differenceRow(name: string, { newUsers, oldUsers }: ByArrival<FigureIntervals>): string[] {
  return [
    name,
    ...[newUsers, oldUsers].flatMap(({ auc, precisionAt10 }) => [difference(auc), difference(precisionAt10)]),
  ];
}

function driftCells({ intervals }: Drift): string[] {
  return [difference(intervals.auc), difference(intervals.precisionAt10)];
}
