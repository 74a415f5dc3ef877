import type { ByArrival } from "../Folds.ts";
import type { FigureIntervals } from "../heldOut.ts";
import type { ExperimentReport, WayReport } from "./experimentReport.ts";
import { difference, interval, seconds } from "./format.ts";
import { htmlTable } from "./html.ts";
import { section } from "./sections.ts";

/** The article's experiment: new users and new ratings. */
export function updatesSection(found: ExperimentReport): string {
  const { fitPartial, foldIn, retrain, retrainThenFitPartial, newPartPopularity, differences } = found;
  const cells = ({ newUsers, oldUsers }: ByArrival<FigureIntervals>, write: typeof interval) =>
    [newUsers.auc, newUsers.precisionAt10, oldUsers.auc, oldUsers.precisionAt10].map(write);
  const way = (name: string, of: WayReport) => [name, ...cells(of.intervals, interval), seconds(of.seconds)];
  const less = (name: string, of: ByArrival<FigureIntervals>) => [name, ...cells(of, difference)];
  const headings = ["new users: AUC", "precision at 10", "old users: AUC", "precision at 10"];
  return section(
    "New users",
    `Trained on the first ratings by time, then updated with the newest, of which a fifth at a time was held back. Epochs of fitPartial were chosen on inner hold-outs.`,
    htmlTable(
      ["", ...headings, "training"],
      [
        way(`fitPartial, ${fitPartial.epochs} epochs`, fitPartial),
        way("fold-in", foldIn),
        way("retraining", retrain),
        way("retraining, then fitPartial", retrainThenFitPartial),
        way("popularity", newPartPopularity),
      ],
    ),
    htmlTable(
      ["difference", ...headings],
      [
        less("fitPartial less retraining", differences.fitPartialLessRetrain),
        less("fitPartial less fold-in", differences.fitPartialLessFoldIn),
        less("retraining less fold-in", differences.retrainLessFoldIn),
        less("then fitPartial, less retraining", differences.thenUpdatedLessRetrain),
      ],
    ),
  );
}
