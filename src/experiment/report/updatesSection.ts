import { whoDoesBest } from "../advice.ts";
import type { ByArrival } from "../Folds.ts";
import type { FigureIntervals } from "../heldOut.ts";
import type { DriftReport, ExperimentReport, WayReport } from "./experimentReport.ts";
import { difference, interval, seconds } from "./format.ts";
import type { Plot, Section } from "./Section.ts";

const GROUPS = [
  { users: "newUsers", who: "New users" },
  { users: "oldUsers", who: "Old users" },
] as const;
const FIGURES = [
  { name: "auc", title: "AUC" },
  { name: "precisionAt10", title: "precision at 10" },
] as const;
const HEADINGS = GROUPS.flatMap(({ who }) => FIGURES.map(({ title }) => `${who}: ${title}`));

/** The article's experiment: new users and new ratings. */
export function updatesSection(found: ExperimentReport): Section {
  const { fitPartial, foldIn, retrain, retrainThenFitPartial, newPartPopularity, differences } = found;
  const ways = { fitPartial, "fold-in": foldIn, retraining: retrain, popularity: newPartPopularity };
  const cells = ({ newUsers, oldUsers }: ByArrival<FigureIntervals>, write: typeof interval) =>
    [newUsers.auc, newUsers.precisionAt10, oldUsers.auc, oldUsers.precisionAt10].map(write);
  const way = (name: string, of: WayReport) => [name, ...cells(of.intervals, interval), seconds(of.seconds)];
  const less = (name: string, of: ByArrival<FigureIntervals>) => [name, ...cells(of, difference)];
  const drift = (name: string, { intervals }: DriftReport) => [
    name,
    ...FIGURES.map((figure) => difference(intervals[figure.name])),
  ];
  return {
    title: "New users",
    about:
      "Trained on the first ratings by time, then updated with the newest, of which a fifth at a time was held back. Epochs of fitPartial were chosen on inner hold-outs.",
    sentence: whoDoesBest(differences),
    plots: [...FIGURES.map((figure) => tuningPlot(found, figure)), ...foldPlots(ways)],
    tables: [
      {
        caption: "Ways to update",
        headings: ["Way", ...HEADINGS, "Training"],
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
        headings: ["Difference", ...HEADINGS],
        rows: [
          less("fitPartial less retraining", differences.fitPartialLessRetrain),
          less("fitPartial less fold-in", differences.fitPartialLessFoldIn),
          less("Retraining less fold-in", differences.retrainLessFoldIn),
          less("Then fitPartial, less retraining", differences.thenUpdatedLessRetrain),
          less("fitPartial less popularity", differences.fitPartialLessPopularity),
        ],
      },
      {
        caption: "Drift: what an update changes for users who did nothing, on the hold-out",
        headings: ["Way", ...FIGURES.map(({ title }) => title)],
        rows: [drift("fitPartial", fitPartial.drifts), drift("Retraining", retrain.drifts)],
      },
    ],
  };
}

function tuningPlot({ tuning }: ExperimentReport, { name, title }: (typeof FIGURES)[number]): Plot {
  const edge = (of: "mean" | "low" | "high") =>
    tuning.map(({ epochs, intervals }) => ({ x: epochs, y: intervals[name][of] }));
  return {
    title: `Tuning: ${title} by number of epochs, on the inner hold-out`,
    ...{ x: "epochs", y: title },
    lines: [
      { name: "upper bound", points: edge("high") },
      { name: "mean", points: edge("mean"), isMain: true },
      { name: "lower bound", points: edge("low") },
    ],
  };
}

/** Each fold is a dot, so that one sees how far folds differ. */
function foldPlots(ways: Readonly<Record<string, WayReport>>): Plot[] {
  return GROUPS.flatMap(({ users, who }) =>
    FIGURES.map(({ name, title }) => ({
      title: `${who}: ${title} in each fold`,
      ...{ x: "fold", y: title },
      lines: Object.entries(ways).map(([way, { folds }]) => ({
        name: way,
        isDots: true,
        points: folds.map((fold, i) => ({ x: i + 1, y: fold[users][name] })),
      })),
    })),
  );
}
