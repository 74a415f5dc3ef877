import type { RobustnessFindings } from "../../challenges/attacks.ts";
import {
  count,
  difference,
  interval,
  pointsDifference,
  relativeDifference,
  share,
  shareInterval,
} from "../format.ts";
import { HEADS } from "../heads.ts";
import type { Section } from "../Section.ts";
import { robustnessSentence } from "../sentences.ts";

/** How far a target gets, in two figures. */
const REACH = [
  { of: "moved", x: "on lists" },
  { of: "risen", x: "in the ranking" },
] as const;
const TARGET = {
  moved: "change in the share of lists with the target, in percentage points",
  risen: "change in the target’s place, as a share of the catalogue; up is +",
} as const;

export function attacksSection(found: RobustnessFindings): Section {
  const { attacks, guards, settings } = found;
  const against = `${found.against.kind}, ${found.against.goal}`;
  return {
    ...HEADS.robustness,
    about: `Fake users, ${share(settings.size)} of the real ones, push an item or sink it (Mobasher et al. 2007). Counted are the lists of real users who have not rated it. Its place goes from 0 at the end of the catalogue to 100% at the top. A change of 0 to 0 means that none of these lists changed. Of several attacks, the sentence names the one that changes most; intervals do not allow for that choice. The model is smaller than the one in use, and scores without neighbours.`,
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
    dotPlots: [
      ...REACH.map(({ of, x }) => ({
        title: `Each attack: ${x}`,
        x: TARGET[of],
        isDifference: true,
        isShare: true,
        rows: attacks.map(({ kind, goal, ...reach }) => ({ name: `${kind}, ${goal}`, interval: reach[of] })),
      })),
      ...REACH.map(({ of, x }) => ({
        title: `Guards (${against}): ${x}`,
        x: TARGET[of],
        isDifference: true,
        isShare: true,
        rows: guards.map(({ guard, ...reach }) => ({
          name: guard,
          interval: reach[of],
          isMain: guard === "none",
        })),
      })),
      {
        title: "What guards change without an attack",
        x: "change in precision at 10",
        isDifference: true,
        rows: guards
          .filter(({ guard }) => guard !== "none")
          .map(({ guard, precisionChange }) => ({ name: guard, interval: precisionChange })),
      },
    ],
    tables: [
      {
        caption: "Attacks",
        headings: [
          "Attack",
          "Target",
          "Fake users",
          "Real users",
          "On lists before",
          "After",
          "Change, points",
          "Change of place",
          "Detector’s AUC",
        ],
        rows: attacks.map(({ kind, goal, targetName, attackers, before, after, moved, risen, detection }) => [
          `${kind}, ${goal}`,
          targetName,
          count(attackers),
          count(moved.users),
          shareInterval(before),
          shareInterval(after),
          pointsDifference(moved),
          relativeDifference(risen),
          interval(detection.auc),
        ]),
      },
      {
        caption: `Guards against the attack that changes most (${against})`,
        headings: [
          "Guard",
          "On lists after",
          "Change, points",
          "Change of place",
          "Change minus unguarded, points",
          "Place minus unguarded",
          "Change in precision without an attack",
        ],
        rows: guards.map(
          ({ guard, after, moved, risen, movedLessUnguarded, risenLessUnguarded, precisionChange }) => [
            guard,
            shareInterval(after),
            pointsDifference(moved),
            relativeDifference(risen),
            ...(guard === "none"
              ? ["–", "–", "–"]
              : [
                  pointsDifference(movedLessUnguarded),
                  relativeDifference(risenLessUnguarded),
                  difference(precisionChange),
                ]),
          ],
        ),
      },
    ],
  };
}
