import type { Comparison, MetricIntervals, UpdateResult } from "../../api.ts";
import { IntervalRows } from "../intervals/IntervalRows.tsx";
import { difference, withInterval } from "../intervals/words.ts";
import styles from "./WayPlots.module.css";

const GROUPS = [
  { users: "newUsers", who: "New users" },
  { users: "oldUsers", who: "Old users" },
] as const;
const FIGURES: { name: keyof MetricIntervals; title: string }[] = [
  { name: "auc", title: "AUC" },
  { name: "precisionAt10", title: "precision at 10" },
];

/** Each way with its interval and its folds, and what they differ by on the same users. */
export function WayPlots({ outcome }: { outcome: Comparison }) {
  const { differences } = outcome;
  const ways: [name: string, result: Pick<UpdateResult, "intervals" | "folds">][] = [
    ["Update", outcome.fitPartial],
    ["Fold-in", outcome.foldIn],
    ["Retrain", outcome.retrain],
    ["Retrain, then update", outcome.retrainThenUpdate],
    ["Popularity", outcome.popularity],
  ];
  const pairs: [name: string, of: Comparison["differences"][keyof Comparison["differences"]]][] = [
    ["Update minus retrain", differences.fitPartialLessRetrain],
    ["Update minus fold-in", differences.fitPartialLessFoldIn],
    ["Retrain minus fold-in", differences.retrainLessFoldIn],
    ["Retrain, then update minus retrain", differences.thenUpdatedLessRetrain],
    ["Update minus popularity", differences.fitPartialLessPopularity],
  ];
  return (
    <>
      <p className={styles.about}>
        Dots are folds, bars 95% intervals over users. A user counts once in the mean, however many folds hold
        their likes, so it may lie off the middle of the folds. Differences are on the same users: a bar that
        includes 0 is within noise.
      </p>
      <div className={styles.plots}>
        {GROUPS.flatMap(({ users, who }) =>
          FIGURES.map(({ name, title }) => (
            <div key={`${users} ${name}`} className={styles.panel}>
              <IntervalRows
                caption={`${who}, ${title}`}
                words={withInterval}
                rows={ways.map(([way, { intervals, folds }]) => ({
                  name: way,
                  interval: intervals[users][name],
                  points: folds.map((fold) => fold[users][name]),
                }))}
              />
              <IntervalRows
                caption={`${who}, differences in ${title}`}
                words={difference}
                zero
                rows={pairs.map(([pair, of]) => ({ name: pair, interval: of[users][name] }))}
              />
            </div>
          )),
        )}
      </div>
    </>
  );
}
