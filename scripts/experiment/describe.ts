import type { Catalogue } from "../../src/dataset/Catalogue.ts";
import type { BeyondAccuracy } from "../../src/experiment/beyondAccuracy.ts";
import type { ModelSettings } from "../../src/experiment/defaults.ts";
import type { Findings, Tuning } from "../../src/experiment/experiment.ts";
import { differencesOf, type FigureIntervals, intervalsOf, merit } from "../../src/experiment/heldOut.ts";
import { nameOfItem } from "../../src/experiment/newUsers.ts";
import {
  choiceSentence,
  examinedSentence,
  searchExaminedSentence,
  searchSentence,
} from "../../src/experiment/report/choiceSentences.ts";
import {
  coarseInterval,
  count,
  day,
  difference,
  interval,
  listed,
  seconds,
  shareInterval,
} from "../../src/experiment/report/format.ts";
import type { TimeSplit } from "../../src/experiment/TimeSplit.ts";
import { isBeaten } from "../../src/experiment/tune.ts";
import { table, wordTable } from "./table.ts";

/** How many of a user's liked items, and of the settings that were searched, are printed. */
const ROWS = 20;

export function describeData(split: TimeSplit): string {
  const { many } = split.catalogue.nouns;
  const newUsers = split.users - split.currentUsers;
  const newItems = split.items - split.currentItems;
  const title = `1. ${count(split.earlier.length + split.later.length)} ratings of ${count(split.items)} ${many} by ${count(split.users)} users, split on ${day(split.boundary)}`;
  const rows = [
    ["ratings", count(split.earlier.length), count(split.later.length)],
    ["users", count(split.currentUsers), count(newUsers)],
    [many, count(split.currentItems), count(newItems)],
  ];
  return `${title}\n\n${table(["", "known", "new"], rows)}`;
}

export function describeSearch(search: Findings["search"]): string {
  if (!search) return "2. The search had too little time for a single trial, so the defaults are used.";
  const trials = search.trials.toSorted((a, b) => b.epochs - a.epochs || merit(b) - merit(a));
  const rows = trials
    .slice(0, ROWS)
    .map(({ number, settings, ...trial }) => [
      `${number === search.best.number ? "→ " : "  "}${number}`,
      String(trial.epochs),
      interval(trial.intervals.auc),
      interval(trial.intervals.precisionAt10),
      seconds(trial.seconds),
      ...settingsRow(settings),
    ]);
  const headings = [
    "  trial",
    "epochs",
    "AUC",
    "P@10",
    "training",
    "components",
    "rate",
    "item alpha",
    "user alpha",
    "samples",
    "weights",
  ];
  return [
    `2. ${count(trials.length)} settings tried, the most promising for longer`,
    table(headings, rows),
    `  Scored on the inner hold-out, the one for choosing epochs; compare only settings with the same number of epochs.\n  ${aboutSearch(search).join("\n  ")}`,
  ].join("\n\n");
}

function aboutSearch({ best, trials, examined }: NonNullable<Findings["search"]>): string[] {
  const found = searchSentence(best, trials.length);
  if (!examined) return [found];
  const lessFirst = differencesOf(examined.best, examined.first);
  return [found, searchExaminedSentence(best.number, intervalsOf(examined.best), lessFirst)];
}

function settingsRow({ hyperparameters, featureWeights }: ModelSettings): string[] {
  const { noComponents, learningRate, itemAlpha, userAlpha, maxSampled } = hyperparameters;
  return [
    ...[noComponents, learningRate, itemAlpha, userAlpha, maxSampled].map(String),
    `${featureWeights.users}, ${featureWeights.items}`,
  ];
}

export function describeTuning(tuning: Tuning): string {
  const { points, best, mostEpochs, chosenEpochs, perUser, popularityPerUser } = tuning;
  const row = (name: string, { auc, precisionAt10, ndcgAt10 }: FigureIntervals, time: string) => [
    name,
    interval(auc),
    interval(precisionAt10),
    interval(ndcgAt10),
    time,
  ];
  const compared = points.map((point) => ({ ...point, isBeaten: isBeaten(point, best) }));
  const mark = ({ epochs, isBeaten }: (typeof compared)[number]) =>
    epochs === best.epochs ? "→ " : isBeaten ? "  " : "≈ ";
  const tried = compared.map((point) =>
    row(`${mark(point)}${point.epochs} epochs`, point.intervals, seconds(point.seconds)),
  );
  const figures = intervalsOf(perUser);
  const gain = differencesOf(perUser, popularityPerUser);
  const held = [
    row(`model, ${eachOf(chosenEpochs)} epochs`, figures, "–"),
    row("popularity", intervalsOf(popularityPerUser), "–"),
    [
      "model minus popularity",
      ...[gain.auc, gain.precisionAt10, gain.ndcgAt10].map((of) => difference(of)),
      "–",
    ],
  ];
  const headings = ["", "AUC", "P@10", "nDCG@10", "training"];
  return [
    "2. Tuned: epochs chosen on an inner hold-out, 30% of the training part (→ chosen, ≈ within noise of it)",
    table(headings, tried),
    `  ${choiceSentence(best, compared, mostEpochs)}`,
    `   Tested on 30% of the known ratings, of ${count(figures.auc.users)} users, by which nothing was chosen (* beyond noise)`,
    table(headings, held),
    `  ${examinedSentence(figures, gain)}`,
  ].join("\n\n");
}

/** "30", or "20, 30 and 30" where seeds chose for themselves. */
function eachOf(chosen: readonly number[]): string {
  return new Set(chosen).size === 1 ? String(chosen[0]) : listed(chosen.map(String));
}

export function describeTraining(training: Findings["training"]): string {
  const { noComponents } = training.settings.hyperparameters;
  return `3. Trained on all known ratings: ${noComponents} components, ${training.epochs} epochs in ${seconds(training.seconds)}`;
}

export function describeUser(
  { id, isNew, rated, recommended }: Findings["oneUser"],
  { items, likedFrom }: Catalogue,
): string {
  const ratedRows = rated
    .slice(0, ROWS)
    .map(({ item, rating }) => [String(rating), nameOfItem(items[item]), items[item].genres.join(", ")]);
  const more = rated.length > ROWS ? `\n  and ${count(rated.length - ROWS)} more` : "";
  const recommendedRows = recommended.map((item, i) => [
    String(i + 1),
    nameOfItem(items[item]),
    items[item].genres.join(", "),
  ]);
  return [
    `5. User ${id}, ${isNew ? "new" : "known before"}: rated ${likedFrom} and up`,
    wordTable(["rating", "title", "features"], ratedRows) + more,
    "   Recommended after the update with the new ratings",
    wordTable(["", "title", "features"], recommendedRows),
  ].join("\n\n");
}

export function describeBeyondAccuracy({ model, popularity }: Findings["beyondAccuracy"]): string {
  const both = (write: (intervals: BeyondAccuracy["intervals"]) => string) => [
    write(model.intervals),
    write(popularity.intervals),
  ];
  const rows = [
    ["catalogue coverage", ...both((of) => shareInterval(of.catalogueCoverage))],
    ["Gini of exposure", ...both((of) => interval(of.exposureGini))],
    ["novelty (mean self-information), bits", ...both((of) => coarseInterval(of.novelty))],
    [
      "intra-list diversity",
      ...both((of) => (of.intraListDiversity ? interval(of.intraListDiversity) : "–")),
    ],
    ["popularity lift", ...both((of) => shareInterval(of.popularityLift))],
    ["long-tail share", ...both((of) => shareInterval(of.longTailShare))],
  ];
  const { users } = model.intervals.novelty;
  return `6. Beyond accuracy: the ten best for each of ${count(users)} known users\n\n${table(["", "model", "popularity"], rows)}`;
}
