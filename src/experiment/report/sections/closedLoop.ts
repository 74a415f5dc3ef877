import type { ClosedLoopFindings, LoopRound } from "../../challenges/closedLoop.ts";
import { count, difference, figure, interval, share } from "../format.ts";
import { HEADS } from "../heads.ts";
import type { Plot, Section } from "../Section.ts";
import { closedLoopSentence } from "../sentences.ts";

export function closedLoopSection(found: ClosedLoopFindings): Section {
  const { policies, settings } = found;
  const plot = (title: string, y: string, of: (round: LoopRound) => number): Plot => ({
    title,
    x: "round",
    y,
    lines: policies.map(({ name, rounds }) => ({
      name,
      isMain: name === "as is",
      points: rounds.map((round, i) => ({ x: i + 1, y: of(round) })),
    })),
  });
  const ends = (rounds: readonly LoopRound[], write: (round: LoopRound) => string) =>
    [rounds[0], rounds[rounds.length - 1]].map(write).join(" → ");
  return {
    ...HEADS.closedLoop,
    about: `Recommend, let ${count(settings.users)} people click by position and true taste, learn from the clicks, repeat for ${settings.rounds} rounds (after Chaney et al. 2018). The model is smaller than the one in use, and scores without neighbours.`,
    sentence: closedLoopSentence(found),
    plots: [
      plot("Catalogue on show", "share of items on anyone’s list", ({ coverage }) => coverage),
      plot("How alike lists are", "mean Jaccard index of two lists", ({ homogeneity }) => homogeneity),
      plot("Precision", "share of a list that is truly liked", ({ precision }) => precision.mean),
    ],
    dotPlots: [
      {
        title: "True likes found, less going on as is",
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
        headings: ["Policy", "Precision", "Mistaken clicks", "Catalogue on show", "How alike lists are"],
        rows: policies.map(({ name, rounds }) => [
          name,
          ends(rounds, ({ precision }) => interval(precision)),
          ends(rounds, ({ mistakenClicks }) => share(mistakenClicks)),
          ends(rounds, ({ coverage }) => share(coverage)),
          ends(rounds, ({ homogeneity }) => figure(homogeneity)),
        ]),
      },
      {
        caption: "True likes found, by taste, per user and round",
        headings: ["Policy", "Niche", "Mixed", "Mainstream", "Over all rounds, less “as is”"],
        rows: policies.map(({ name, foundByTaste: { niche, mixed, mainstream }, foundLessAsIs }) => [
          name,
          ...[niche, mixed, mainstream].map(interval),
          name === "as is" ? "–" : difference(foundLessAsIs),
        ]),
      },
    ],
  };
}
