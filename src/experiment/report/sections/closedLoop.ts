import type { Interval } from "../../../evaluation/intervals.ts";
import type { ClosedLoopFindings, LoopRound } from "../../challenges/closedLoop.ts";
import { count, difference, interval, pointsDifference, shareInterval } from "../format.ts";
import { HEADS } from "../heads.ts";
import type { Plot, Section } from "../Section.ts";
import { closedLoopSentence } from "../sentences.ts";

const TASTES = ["niche", "mixed", "mainstream"] as const;

export function closedLoopSection(found: ClosedLoopFindings): Section {
  const { policies, settings } = found;
  const plot = (title: string, y: string, of: (round: LoopRound) => Interval): Plot => ({
    title,
    x: "round",
    y,
    isSideBySide: true,
    lines: policies.map(({ name, rounds }) => ({
      name,
      isMain: name === "as is",
      points: rounds.map((round, i) => ({ x: i + 1, y: of(round) })),
    })),
  });
  const [asIs] = policies;
  const withUsers = (taste: (typeof TASTES)[number]) => `${taste} (${count(asIs.foundByTaste[taste].users)})`;
  const ends = (rounds: readonly LoopRound[], write: (round: LoopRound) => string) =>
    [rounds[0], rounds[rounds.length - 1]].map(write).join(" → ");
  return {
    ...HEADS.closedLoop,
    about: `Recommend, let ${count(settings.users)} people click by position and true taste, learn from the clicks, repeat for ${settings.rounds} ${settings.rounds === 1 ? "round" : "rounds"} (after Chaney et al. 2018). What somebody clicked on is not shown to them again, so lists change in any case: the yardstick is independent feedback, as many true likes whatever was shown. The model is smaller than the one in use, and scores without neighbours.`,
    sentence: closedLoopSentence(found),
    plots: [
      plot("Catalogue on show", "share of items on anyone’s list", ({ coverage }) => coverage),
      plot("How alike lists are", "mean Jaccard index of two lists", ({ homogeneity }) => homogeneity),
      plot("Precision", "share of a list that is truly liked", ({ precision }) => precision),
      plot("Mistaken clicks", "share of a user’s clicks", ({ mistakenClicks }) => mistakenClicks),
    ],
    dotPlots: [
      {
        title: "Who loses: the loop as is, minus independent feedback",
        x: "true likes found per user and round, with its 95% interval",
        isDifference: true,
        rows: TASTES.map((name) => ({ name, interval: asIs.foundLessIndependent[name] })),
      },
      {
        title: "True likes found, minus going on as is",
        x: "per user over all rounds, with its 95% interval",
        isDifference: true,
        rows: policies
          .filter(({ name }) => name !== "as is")
          .map(({ name, foundLessAsIs }) => ({ name, interval: foundLessAsIs })),
      },
    ],
    tables: [
      {
        caption: "From the first round to the last",
        headings: [
          "Policy",
          "Precision",
          "Mistaken clicks",
          "Catalogue on show",
          "Gini of exposure",
          "How alike lists are",
        ],
        rows: policies.map(({ name, rounds }) => [
          name,
          ends(rounds, ({ precision }) => interval(precision)),
          ends(rounds, ({ mistakenClicks }) => shareInterval(mistakenClicks)),
          ends(rounds, ({ coverage }) => shareInterval(coverage)),
          ends(rounds, ({ gini }) => interval(gini)),
          ends(rounds, ({ homogeneity }) => interval(homogeneity)),
        ]),
      },
      {
        caption: "True likes found, by taste, per user and round",
        headings: ["Policy", ...TASTES.map(withUsers), "Over all rounds, minus “as is”"],
        rows: policies.map(({ name, foundByTaste, foundLessAsIs }) => [
          name,
          ...TASTES.map((taste) => interval(foundByTaste[taste])),
          name === "as is" ? "–" : difference(foundLessAsIs),
        ]),
      },
      {
        caption: "What the loop does: each policy minus independent feedback, on the same users",
        headings: [
          "Policy",
          "Catalogue on show at the end, points",
          "How alike lists are at the end",
          ...TASTES.map((taste) => `Likes found a round, ${withUsers(taste)}`),
        ],
        rows: policies
          .filter(({ name }) => name !== "independent feedback")
          .map(({ name, endLessIndependent, foundLessIndependent }) => [
            name,
            pointsDifference(endLessIndependent.coverage),
            difference(endLessIndependent.homogeneity),
            ...TASTES.map((taste) => difference(foundLessIndependent[taste])),
          ]),
      },
    ],
  };
}
