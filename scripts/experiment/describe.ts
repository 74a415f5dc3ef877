import type { Catalogue } from "../../src/dataset/Catalogue.ts";
import type { ModelSettings } from "../../src/experiment/defaults.ts";
import type { Findings } from "../../src/experiment/experiment.ts";
import type { TakenIn } from "../../src/experiment/Folds.ts";
import { nameOfItem } from "../../src/experiment/newUsers.ts";
import type { TimeSplit } from "../../src/experiment/TimeSplit.ts";
import { table, wordTable } from "./table.ts";
import { change, count, day, figure, seconds, share } from "./words.ts";

/** How many of a user's liked items, and of the settings that were searched, are printed. */
const ROWS = 20;

export function describeData(split: TimeSplit): string {
  const { many } = split.catalogue.nouns;
  const newUsers = split.users - split.currentUsers;
  const newItems = split.items - split.currentItems;
  const title = `1. ${count(split.earlier.length + split.later.length)} ratings of ${count(split.items)} ${many} by ${count(split.users)} users, parted on ${day(split.boundary)}`;
  const rows = [
    ["ratings", count(split.earlier.length), count(split.later.length)],
    ["users", count(split.currentUsers), count(newUsers)],
    [many, count(split.currentItems), count(newItems)],
  ];
  return `${title}\n\n${table(["", "current", "new"], rows)}`;
}

export function describeSearch(search: Findings["search"]): string {
  if (!search) return "2. The search had too little time for a single trial: the defaults are taken.";
  const trials = search.trials.toSorted(
    (a, b) => b.epochs - a.epochs || b.auc + b.precisionAt10 - a.auc - a.precisionAt10,
  );
  const rows = trials
    .slice(0, ROWS)
    .map(({ number, settings, ...trial }) => [
      `${number === search.best.number ? "→ " : "  "}${number}`,
      String(trial.epochs),
      figure(trial.auc),
      figure(trial.precisionAt10),
      seconds(trial.seconds),
      ...settingsRow(settings),
    ]);
  const headings = [
    "  trial",
    "epochs",
    "AUC",
    "P@10",
    "learning",
    "components",
    "rate",
    "item alpha",
    "user alpha",
    "samples",
    "weights",
  ];
  return `2. ${count(trials.length)} settings tried on a part of the training part, the most promising for longer\n\n${table(headings, rows)}`;
}

function settingsRow({ hyperparameters, featureWeights }: ModelSettings): string[] {
  const { noComponents, learningRate, itemAlpha, userAlpha, maxSampled } = hyperparameters;
  return [
    ...[noComponents, learningRate, itemAlpha, userAlpha, maxSampled].map(String),
    `${featureWeights.users}, ${featureWeights.items}`,
  ];
}

export function describeTuning({ points, best, popularity }: Findings["tuning"]): string {
  const rows = points.map((point) => [
    `${point.epochs === best.epochs ? "→ " : "  "}${point.epochs} epochs`,
    figure(point.auc),
    figure(point.precisionAt10),
    figure(point.ndcgAt10),
    seconds(point.seconds),
  ]);
  rows.push([
    "  popularity",
    figure(popularity.auc),
    figure(popularity.precisionAt10),
    figure(popularity.ndcgAt10),
    "–",
  ]);
  return `2. Tuned on 30 % of the current ratings held out: ${best.epochs} epochs are best\n\n${table(["", "AUC", "P@10", "nDCG@10", "learning"], rows)}`;
}

export function describeTraining(training: Findings["training"]): string {
  const { noComponents } = training.settings.hyperparameters;
  return `3. Trained on all current ratings: ${noComponents} components, ${training.epochs} epochs in ${seconds(training.seconds)}`;
}

export function describeTakingIn({ partial, best, foldIn, retrained }: Findings["takingIn"]): string {
  const figures = ({ newUsers, oldUsers }: TakenIn) => [
    figure(newUsers.auc),
    figure(newUsers.precisionAt10),
    figure(oldUsers.auc),
    figure(oldUsers.precisionAt10),
  ];
  const driftOf = ({ drift }: { drift: { auc: number; precisionAt10: number } }) => [
    change(drift.auc),
    change(drift.precisionAt10),
  ];
  const rows = [
    ...partial.map((point) => [
      `${point === best ? "→ " : "  "}fitPartial, ${point.epochs} ${point.epochs === 1 ? "epoch" : "epochs"}`,
      ...figures(point),
      ...driftOf(point),
      seconds(point.seconds),
    ]),
    ["  fold-in", ...figures(foldIn), "none", "none", seconds(foldIn.seconds)],
    ["  retraining", ...figures(retrained), ...driftOf(retrained), seconds(retrained.seconds)],
  ];
  const headings = ["", "new AUC", "new P@10", "old AUC", "old P@10", "drift AUC", "drift P@10", "learning"];
  return [
    "4. Taken in the new part: means over 5 folds of it, new users and old users apart",
    table(headings, rows),
    "  Drift: what it does to the held-out figures of users who did nothing.",
  ].join("\n\n");
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
    "   Recommended, once the new part is taken in",
    wordTable(["", "title", "features"], recommendedRows),
  ].join("\n\n");
}

export function describeBeyondAccuracy({ model, popularity }: Findings["beyondAccuracy"]): string {
  const both = (write: (figures: typeof model) => string) => [write(model), write(popularity)];
  const rows = [
    ["catalogue coverage", ...both((of) => share(of.catalogueCoverage))],
    ["Gini of exposure", ...both((of) => figure(of.exposureGini))],
    ["novelty (mean self-information)", ...both((of) => `${of.novelty.toFixed(2)} bits`)],
    [
      "intra-list diversity",
      ...both((of) => (of.intraListDiversity === null ? "–" : figure(of.intraListDiversity))),
    ],
    ["popularity lift", ...both((of) => `${(of.popularityLift * 100).toFixed(0)} %`)],
    ["long-tail share", ...both((of) => share(of.longTailShare))],
  ];
  return `6. Beyond accuracy: the ten best for every current user\n\n${table(["", "model", "popularity"], rows)}`;
}
