import { HELD_OUT } from "../../../dataset/splits.ts";
import type { AccuracyFindings, ContestantFigures, ItemGroup } from "../../challenges/accuracy.ts";
import type { FigureIntervals } from "../../heldOut.ts";
import { count, difference, interval, share } from "../format.ts";
import type { Section, Table } from "../Section.ts";
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
    title: "Accuracy",
    about: `A model with the settings recommended for this data trains on ${share(1 - HELD_OUT, 0)} of the ratings, scores as “For you” does, neighbours included, and is asked about the rest. Precision: of the top ten, the share that was liked. Recall: of what was liked, the share in the top ten. nDCG: the same, higher places counting more. AUC: the chance that something liked stands above something else. Reciprocal rank: one over the place of the first hit.`,
    sentence: accuracySentence(found),
    plots: [
      {
        title: "Recall at 10 by how liked items are",
        x: "fifth of all likes, from the most liked items down",
        y: "recall at 10",
        lines: [
          {
            name: "model",
            isMain: true,
            points: found.byPopularity.map(({ recallAt10 }, i) => ({ x: i + 1, y: recallAt10.mean })),
          },
        ],
      },
    ],
    tables: [
      {
        caption: "On held-out ratings",
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
      {
        caption: "By how much is known about a user",
        headings: ["Users", "How many", "Precision at 10", "AUC"],
        rows: [...found.byActivity, ...found.byUserFeature].map(({ name, figures }) => [
          name,
          count(figures.auc.users),
          interval(figures.precisionAt10),
          interval(figures.auc),
        ]),
      },
      ...itemTable("By how liked items are", found.byPopularity),
      ...itemTable("By genre", found.byGenre),
      ...itemTable("By decade", found.byDecade),
    ],
  };
}

const PEERS = { "item kNN": "Item kNN", EASE: "EASE" } as const;

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
