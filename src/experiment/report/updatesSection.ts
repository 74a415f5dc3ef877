import { whoDoesBest } from "../advice.ts";
import type { ByArrival } from "../Folds.ts";
import type { FigureIntervals } from "../heldOut.ts";
import type { DriftReport, ExperimentReport, WayReport } from "./experimentReport.ts";
import { count, difference, interval, seconds } from "./format.ts";
import type { DotPlot, Plot, Section } from "./Section.ts";

const GROUPS = [
  { users: "newUsers", who: "New users" },
  { users: "oldUsers", who: "Old users" },
] as const;
const FIGURES = [
  { name: "auc", title: "AUC" },
  { name: "precisionAt10", title: "precision at 10" },
] as const;
const DIFFERENCES = [
  { name: "fitPartial minus retraining", short: "fitPartial − retraining", of: "fitPartialLessRetrain" },
  { name: "fitPartial minus fold-in", short: "fitPartial − fold-in", of: "fitPartialLessFoldIn" },
  { name: "Retraining minus fold-in", short: "retraining − fold-in", of: "retrainLessFoldIn" },
  { name: "Then fitPartial, minus retraining", short: "then fitPartial adds", of: "thenUpdatedLessRetrain" },
  { name: "fitPartial minus popularity", short: "fitPartial − popularity", of: "fitPartialLessPopularity" },
] as const;
const HEADINGS = GROUPS.flatMap(({ who }) => FIGURES.map(({ title }) => `${who}: ${title}`));

/** The article's experiment: new users and new ratings. */
export function updatesSection(found: ExperimentReport): Section {
  const { fitPartial, foldIn, retrain, retrainThenFitPartial, newPartPopularity, differences } = found;
  const ways = {
    fitPartial,
    "fold-in": foldIn,
    retraining: retrain,
    "then fitPartial": retrainThenFitPartial,
    popularity: newPartPopularity,
  };
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
    question: "What happens to people who join after training?",
    about:
      "Trained on the first ratings by time, then updated with the newest, of which a fifth at a time was held back. Epochs of fitPartial were chosen on inner hold-outs.",
    sentence: whoDoesBest(differences),
    plots: FIGURES.map((figure) => tuningPlot(found, figure)),
    dotPlots: [...wayPlots(ways), ...differencePlots(differences)],
    tables: [
      {
        caption: `Ways to update: ${count(fitPartial.intervals.newUsers.auc.users)} new and ${count(fitPartial.intervals.oldUsers.auc.users)} old users`,
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
        rows: DIFFERENCES.map(({ name, of }) => less(name, differences[of])),
      },
      {
        caption: `Drift: what an update changes for ${count(fitPartial.drifts.intervals.auc.users)} users who did nothing, on the hold-out`,
        headings: ["Way", ...FIGURES.map(({ title }) => title)],
        rows: [drift("fitPartial", fitPartial.drifts), drift("Retraining", retrain.drifts)],
      },
    ],
  };
}

function tuningPlot({ tuning }: ExperimentReport, { name, title }: (typeof FIGURES)[number]): Plot {
  return {
    title: `Tuning: ${title} by number of epochs, on the inner hold-out`,
    x: "epochs",
    y: title,
    lines: [
      {
        name: "model",
        points: tuning.map(({ epochs, intervals }) => ({ x: epochs, y: intervals[name] })),
        isMain: true,
      },
    ],
  };
}

/** Each fold is a ring, so that one sees how far folds differ. */
function wayPlots(ways: Readonly<Record<string, WayReport>>): DotPlot[] {
  return GROUPS.flatMap(({ users, who }) =>
    FIGURES.map(({ name, title }) => ({
      title: `${who}: ${title}`,
      x: `${title}, with its 95% interval; rings are folds`,
      rows: Object.entries(ways).map(([way, { intervals, folds }]) => ({
        name: way,
        interval: intervals[users][name],
        points: folds.map((fold) => fold[users][name]),
      })),
    })),
  );
}

/** On the same users. */
function differencePlots(differences: ExperimentReport["differences"]): DotPlot[] {
  return GROUPS.flatMap(({ users, who }) =>
    FIGURES.map(({ name, title }) => ({
      title: `${who}: differences in ${title}`,
      x: `${title}; what holds 0 is within noise`,
      isDifference: true,
      rows: DIFFERENCES.map(({ short, of }) => ({ name: short, interval: differences[of][users][name] })),
    })),
  );
}
