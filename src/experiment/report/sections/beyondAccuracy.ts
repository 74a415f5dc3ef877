import type { Interval } from "../../../evaluation/intervals.ts";
import type { BeyondAccuracyFindings, FrontierPoint, GenreShare } from "../../challenges/frontier.ts";
import type { ListFigures } from "../../challenges/listFigures.ts";
import {
  coarseInterval,
  count,
  difference,
  interval,
  pointsDifference,
  position,
  shareInterval,
} from "../format.ts";
import { HEADS } from "../heads.ts";
import type { DotPlot, Plot, Section } from "../Section.ts";
import { frontierSentence } from "../sentences.ts";

export function beyondAccuracySection(found: BeyondAccuracyFindings): Section {
  const { popularityControl, varietyControl, familiarityControl, genres } = found;
  const orDash = (of: Interval | null) => (of ? interval(of) : "–");
  const figures = (of: ListFigures) => [
    interval(of.precision),
    shareInterval(of.coverage),
    interval(of.gini),
    coarseInterval(of.novelty),
    orDash(of.diversity),
    interval(of.serendipity),
    orDash(of.miscalibration),
  ];
  const rows = (name: string, points: readonly FrontierPoint[]) =>
    points.map((point) => [
      `${name} ${position(point.value)}`,
      ...figures(point),
      difference(point.precisionChange),
    ]);
  const highest = Math.max(...genres.map(({ profiles, lists }) => Math.max(profiles.mean, lists.mean)));
  const plots = frontierPlots(found);
  if (genres.length > 0) {
    plots.push({
      title: "Calibration of genres",
      x: "share of what users like",
      y: "share of their lists",
      lines: [
        {
          name: "genres",
          isMain: true,
          isDots: true,
          points: genres.map(({ profiles, lists }) => ({ x: profiles, y: lists })),
        },
        { name: "calibrated", points: [0, highest].map((of) => ({ x: of, y: of })) },
      ],
    });
  }
  return {
    ...HEADS.beyondAccuracy,
    about:
      "Each row is one position of a control of “For you”, by the same scores and rules, for users the model knows. Popularity goes from −1 (rare) to 1 (popular), variety from 0 (alike) to 1 (varied), familiarity from −1 (adventurous) to 1 (familiar); 0 is neutral. Coverage: how much of the catalogue anyone is shown. Gini: how unequally, from 0 to 1. Novelty: how little known, in bits. Diversity: how unlike each other a list’s items are. Serendipity: liked, and not on popularity's list. Miscalibration: how far a list’s genres are from the user’s own (Steck 2018).",
    sentence: frontierSentence(found),
    plots,
    dotPlots: genresPlot(genres),
    tables: [
      {
        caption: `What each position gives, and costs: precision and serendipity of ${count(found.model.precision.users)} users, the rest of ${count(found.model.novelty.users)}`,
        headings: [
          "Lists",
          "Precision at 10",
          "Coverage",
          "Gini",
          "Novelty, bits",
          "Diversity",
          "Serendipity",
          "Miscalibration, nats",
          "Change in precision",
        ],
        rows: [
          ["Model", ...figures(found.model), "–"],
          ["Popularity alone", ...figures(found.popularity), "–"],
          ...rows("Popularity", popularityControl),
          ...rows("Variety", varietyControl),
          ...rows("Familiarity", familiarityControl),
        ],
      },
      ...(genres.length === 0
        ? []
        : [
            {
              caption: `Genres in profiles and on lists of ${count(genres[0].listsLessProfiles.users)} users`,
              headings: ["Genre", "Share of profiles", "Share of lists", "Lists minus profiles, points"],
              rows: genres.map(({ name, profiles, lists, listsLessProfiles }) => [
                name,
                shareInterval(profiles),
                shareInterval(lists),
                pointsDifference(listsLessProfiles),
              ]),
            },
          ]),
    ],
  };
}

/** What lists can be like beside being right. */
const FRONTIERS: readonly { title: string; x: string; of: (figures: ListFigures) => Interval | null }[] = [
  { title: "coverage", x: "share of the catalogue on anyone’s list", of: ({ coverage }) => coverage },
  { title: "inequality", x: "Gini coefficient of exposure; lower is more equal", of: ({ gini }) => gini },
  { title: "novelty", x: "mean self-information, bits", of: ({ novelty }) => novelty },
  { title: "diversity", x: "how unlike each other a list’s items are", of: ({ diversity }) => diversity },
  {
    title: "serendipity",
    x: "share liked that popularity does not show",
    of: ({ serendipity }) => serendipity,
  },
  {
    title: "miscalibration",
    x: "divergence from the user’s genres, nats; lower is closer",
    of: ({ miscalibration }) => miscalibration,
  },
];

/** What each costs in precision as the controls of "For you" are moved; of what is known. */
function frontierPlots(found: BeyondAccuracyFindings): Plot[] {
  const { popularityControl, varietyControl, familiarityControl } = found;
  return FRONTIERS.filter(({ of }) => of(found.model) !== null).map(({ title, x, of }) => {
    const line = (name: string, points: readonly FrontierPoint[]) => ({
      name,
      points: points.map((point) => ({ x: of(point) ?? Number.NaN, y: point.precision })),
    });
    return {
      title: `Precision against ${title}`,
      x,
      y: "precision at 10",
      lines: [
        { ...line("popularity", popularityControl), isMain: true },
        line("variety", varietyControl),
        line("familiarity", familiarityControl),
      ],
    };
  });
}

function genresPlot(genres: readonly GenreShare[]): DotPlot[] {
  if (genres.length === 0) return [];
  return [
    {
      title: "Genres that lists overdo",
      x: "share of lists minus share of profiles, in percentage points",
      isDifference: true,
      isShare: true,
      rows: genres.map(({ name, listsLessProfiles }) => ({ name, interval: listsLessProfiles })),
    },
  ];
}
