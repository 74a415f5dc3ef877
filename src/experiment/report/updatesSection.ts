import { whoDoesBest } from "../advice.ts";
import type { ByArrival } from "../Folds.ts";
import type { FigureIntervals } from "../heldOut.ts";
import type { ExperimentReport, WayReport } from "./experimentReport.ts";
import { difference, interval, seconds } from "./format.ts";
import type { Section } from "./Section.ts";

/** The article's experiment: new users and new ratings. */
export function updatesSection(found: ExperimentReport): Section {
  const { fitPartial, foldIn, retrain, retrainThenFitPartial, newPartPopularity, differences } = found;
  const cells = ({ newUsers, oldUsers }: ByArrival<FigureIntervals>, write: typeof interval) =>
    [newUsers.auc, newUsers.precisionAt10, oldUsers.auc, oldUsers.precisionAt10].map(write);
  const way = (name: string, of: WayReport) => [name, ...cells(of.intervals, interval), seconds(of.seconds)];
  const less = (name: string, of: ByArrival<FigureIntervals>) => [name, ...cells(of, difference)];
  const headings = [
    "New users: AUC",
    "New users: precision at 10",
    "Old users: AUC",
    "Old users: precision at 10",
  ];
  return {
    title: "New users",
    about:
      "Trained on the first ratings by time, then updated with the newest, of which a fifth at a time was held back. Epochs of fitPartial were chosen on inner hold-outs.",
    sentence: whoDoesBest(differences),
    plots: [],
    tables: [
      {
        caption: "Ways to update",
        headings: ["Way", ...headings, "Training"],
        rows: [
          way(`fitPartial, ${fitPartial.epochs} epochs`, fitPartial),
          way("Fold-in", foldIn),
          way("Retraining", retrain),
          way("Retraining, then fitPartial", retrainThenFitPartial),
          way("Popularity", newPartPopularity),
        ],
      },
      {
        caption: "Differences, on the same users",
        headings: ["Difference", ...headings],
        rows: [
          less("fitPartial less retraining", differences.fitPartialLessRetrain),
          less("fitPartial less fold-in", differences.fitPartialLessFoldIn),
          less("Retraining less fold-in", differences.retrainLessFoldIn),
          less("Then fitPartial, less retraining", differences.thenUpdatedLessRetrain),
          less("fitPartial less popularity", differences.fitPartialLessPopularity),
        ],
      },
    ],
  };
}
