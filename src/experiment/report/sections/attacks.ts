import type { RobustnessFindings } from "../../challenges/attacks.ts";
import { count, difference, figure, interval, share } from "../format.ts";
import type { Section } from "../Section.ts";
import { robustnessSentence } from "../sentences.ts";

export function attacksSection(found: RobustnessFindings): Section {
  const { attacks, guards, against, settings } = found;
  return {
    title: "Fraud",
    about: `Fake users, ${share(settings.size)} of the real ones, push an item or sink it (Mobasher et al. 2007). The model is smaller than the one in use, and scores without neighbours. What do they achieve, can they be told, and what do guards cost?`,
    sentence: robustnessSentence(found),
    plots: [
      {
        title: "The detector’s ROC curves",
        x: "real users flagged",
        y: "fake users flagged",
        lines: [
          ...attacks.map(({ kind, goal, detection }) => ({
            name: `${kind}, ${goal}`,
            points: detection.roc.map(({ falsePositives, truePositives }) => ({
              x: falsePositives,
              y: truePositives,
            })),
          })),
          { name: "guessing", points: [0, 1].map((at) => ({ x: at, y: at })) },
        ],
      },
    ],
    tables: [
      {
        caption: "Attacks",
        headings: [
          "Attack",
          "Target",
          "Fake users",
          "On lists before",
          "After",
          "Rise in the ranking",
          "Detector’s AUC",
        ],
        rows: attacks.map(({ kind, goal, targetName, attackers, before, after, risen, detection }) => [
          `${kind}, ${goal}`,
          targetName,
          count(attackers),
          share(before.mean),
          interval(after),
          difference(risen),
          figure(detection.auc),
        ]),
      },
      {
        caption: `Guards against the ${against} attack`,
        headings: ["Guard", "On lists after", "Rise in the ranking", "Cost in precision without an attack"],
        rows: guards.map(({ guard, after, risen, cost }) => [
          guard,
          interval(after),
          difference(risen),
          guard === "none" ? "–" : difference(cost),
        ]),
      },
    ],
  };
}
