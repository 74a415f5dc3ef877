import { HELD_OUT } from "../../../dataset/splits.ts";
import type { AccuracyFindings, ContestantFigures, ItemGroup, UserGroup } from "../../challenges/accuracy.ts";
import type { FigureIntervals } from "../../heldOut.ts";
import { count, difference, interval, share } from "../format.ts";
import { HEADS } from "../heads.ts";
import type { DotPlot, Section, Table } from "../Section.ts";
import { accuracySentence } from "../sentences.ts";

export function accuracySection(found: AccuracyFindings): Section {
  const contestant = (name: string, of: ContestantFigures) => [
    name,
    ...[of.precisionAt10, of.recallAt10, of.ndcgAt10, of.auc, of.reciprocalRank].map(interval),
  ];
  const less = (name: string, of: FigureIntervals) => [
    name,
    ...[of.precisionAt10, of.ndcgAt10, of.auc].map(difference),
  ];
  return {
    ...HEADS.accuracy,
    about: `A model with the settings in use trains on ${share(1 - HELD_OUT, 0)} of the ratings, scores as “For you” does, neighbours included, and is asked about the rest. Precision: of the top ten, the share that was liked. Recall: of what was liked, the share in the top ten. nDCG: the same, higher places counting more. AUC: the chance that something liked stands above something else. Reciprocal rank: one over the place of the first hit. Nothing is tuned on these ratings here. But the recommended settings were found on MovieLens films, the built-in ones included, which favours the model there, and so would a search for settings on this data. Item kNN has 100 neighbours and a shrinkage of 10, EASE a λ of the mean number of likes a user.`,
    sentence: accuracySentence(found),
    plots: [],
    dotPlots: accuracyPlots(found),
    tables: [
      {
        caption: `On held-out ratings of ${count(found.model.auc.users)} users`,
        headings: ["Recommender", "Precision at 10", "Recall at 10", "nDCG at 10", "AUC", "Reciprocal rank"],
        rows: [
          contestant("Model", found.model),
          contestant("Popularity", found.popularity),
          ...found.peers.map(({ name, figures }) => contestant(PEERS[name], figures)),
          contestant("Random", found.random),
        ],
      },
      {
        caption: "How much better the model is, on the same users",
        headings: ["Model less", "Precision at 10", "nDCG at 10", "AUC"],
        rows: [
          less("Popularity", found.modelLessPopularity),
          ...found.peers.map(({ name, modelLessPeer }) => less(PEERS[name], modelLessPeer)),
        ],
      },
      ...userTable("By how many likes of a user are known", found.byActivity),
      ...userTable("By what is known of users, such as age and gender", found.byUserFeature),
      ...itemTable("By how liked items are", found.byPopularity),
      ...itemTable("By genre", found.byGenre),
      ...itemTable("By decade", found.byDecade),
    ],
  };
}

/** Heads the tables of groups of users. */
export const USERS = "Users";
const PEERS = { "item kNN": "Item kNN", EASE: "EASE" } as const;

function accuracyPlots(found: AccuracyFindings): DotPlot[] {
  const { model, popularity, random, peers, modelLessPopularity } = found;
  const contestants = [
    { name: "Model", of: model, isMain: true },
    { name: "Popularity", of: popularity },
    ...peers.map(({ name, figures }) => ({ name: PEERS[name], of: figures })),
    { name: "Random", of: random },
  ];
  const differences = [
    { name: "Popularity", of: modelLessPopularity },
    ...peers.map(({ name, modelLessPeer }) => ({ name: PEERS[name], of: modelLessPeer })),
  ];
  const precision = "precision at 10, with its 95% interval";
  const users = (title: string, groups: readonly UserGroup[]): DotPlot => ({
    title,
    x: precision,
    rows: groups.map(({ name, figures }) => ({ name, interval: figures.precisionAt10 })),
  });
  const items = (title: string, groups: readonly ItemGroup[]): DotPlot => ({
    title,
    x: "recall at 10, with its 95% interval",
    rows: groups.map(({ name, recallAt10 }) => ({ name, interval: recallAt10 })),
  });
  return [
    {
      title: "Beside other recommenders",
      x: precision,
      rows: contestants.map(({ of, ...row }) => ({ ...row, interval: of.precisionAt10 })),
    },
    {
      title: "The model minus each, on the same users",
      x: "precision at 10; what holds 0 is within noise",
      isDifference: true,
      rows: differences.map(({ name, of }) => ({ name, interval: of.precisionAt10 })),
    },
    users("By how many likes of a user are known", found.byActivity),
    users("By age, gender and the like", found.byUserFeature),
    items("By how liked items are", found.byPopularity),
    items("By decade", found.byDecade),
    items("By genre", found.byGenre),
  ].filter(({ rows }) => rows.length > 0);
}

function userTable(caption: string, groups: readonly UserGroup[]): Table[] {
  if (groups.length === 0) return [];
  const rows = groups.map(({ name, figures }) => [
    name,
    count(figures.auc.users),
    interval(figures.precisionAt10),
    interval(figures.auc),
  ]);
  return [{ caption, headings: [USERS, "How many", "Precision at 10", "AUC"], rows }];
}

function itemTable(caption: string, groups: readonly ItemGroup[]): Table[] {
  if (groups.length === 0) return [];
  const headings = ["Items", "Held-out likes", "Recall at 10", "AUC"];
  const rows = groups.map(({ name, likes, recallAt10, auc }) => [
    name,
    count(likes),
    interval(recallAt10),
    interval(auc),
  ]);
  return [{ caption, headings, rows }];
}
