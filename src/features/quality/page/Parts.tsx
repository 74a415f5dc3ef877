import { decimals } from "../../../ui/plot/curveOptions.ts";
import { Step } from "../../../ui/Step.tsx";
import { count } from "../../../ui/words.ts";
import type { ChallengeFindings } from "../api.ts";
import { FigureTable } from "./FigureTable.tsx";
import { LinePlot } from "./LinePlot.tsx";
import styles from "./Quality.module.css";
import {
  aboutAccuracy,
  aboutClosedLoop,
  aboutFrontier,
  aboutPopularityBias,
  aboutRobustness,
  difference,
  interval,
  share,
} from "./words.ts";

export function Accuracy({ found }: { found: ChallengeFindings["accuracy"] }) {
  const contestants = [
    { name: "Model", of: found.model, modelLess: null },
    { name: "Popularity", of: found.popularity, modelLess: found.modelLessPopularity },
    ...found.peers.map(({ name, figures, modelLessPeer }) => ({
      name: name === "EASE" ? name : "Item kNN",
      of: figures,
      modelLess: modelLessPeer,
    })),
    { name: "Random", of: found.random, modelLess: null },
  ];
  return (
    <Step
      title="1. Accuracy"
      about="A model with the recommended settings trains on 70% of the ratings and is asked about the rest. Ranges are 95% intervals over users."
    >
      <p className={styles.summary}>{aboutAccuracy(found)}</p>
      <FigureTable
        caption="On held-out ratings"
        headings={[
          "Recommender",
          "Precision at 10",
          "Model less this one",
          "Recall at 10",
          "nDCG at 10",
          "AUC",
          "Reciprocal rank",
        ]}
        rows={contestants.map(({ name, of, modelLess }) => [
          name,
          interval(of.precisionAt10),
          modelLess === null ? "" : difference(modelLess.precisionAt10),
          ...[of.recallAt10, of.ndcgAt10, of.auc, of.reciprocalRank].map(interval),
        ])}
      />
      <FigureTable
        caption="By how much is known about a user"
        headings={["Users", "Precision at 10", "AUC"]}
        rows={[...found.byActivity, ...found.byUserFeature].map(({ name, figures }) => [
          name,
          interval(figures.precisionAt10),
          interval(figures.auc),
        ])}
      />
      {[
        { caption: "By popularity of the item", groups: found.byPopularity },
        { caption: "By genre", groups: found.byGenre },
        { caption: "By decade", groups: found.byDecade },
      ].map(
        ({ caption, groups }) =>
          groups.length > 0 && (
            <FigureTable
              key={caption}
              caption={caption}
              headings={["Items", "Held-out likes", "Recall at 10", "AUC"]}
              rows={groups.map(({ name, likes, recallAt10, auc }) => [
                name,
                count(likes),
                interval(recallAt10),
                interval(auc),
              ])}
            />
          ),
      )}
    </Step>
  );
}

export function BeyondAccuracy({ found }: { found: ChallengeFindings["beyondAccuracy"] }) {
  const controls = [
    ...found.popularityControl.map((point) => ({ name: `Popularity ${point.value}`, point })),
    ...found.varietyControl.map((point) => ({ name: `Variety ${point.value}`, point })),
  ];
  return (
    <Step
      title="2. Beyond accuracy"
      about="What lists are like besides being right, and what it costs to steer them: each point is one position of a control."
    >
      <p className={styles.summary}>{aboutFrontier(found)}</p>
      <div className={styles.pair}>
        <LinePlot
          title="Coverage against precision"
          x="precision at 10"
          y="share of the catalogue on anyone’s list"
          show={share}
          lines={[
            {
              name: "popularity",
              isMain: true,
              points: found.popularityControl.map((point) => ({
                x: point.precision.mean,
                y: point.coverage,
              })),
            },
            ...(found.varietyControl.length > 0
              ? [
                  {
                    name: "variety",
                    isMain: false,
                    points: found.varietyControl.map((point) => ({
                      x: point.precision.mean,
                      y: point.coverage,
                    })),
                  },
                ]
              : []),
          ]}
        />
      </div>
      <FigureTable
        caption="What each position gives, and costs"
        headings={[
          "Control",
          "Precision",
          "Cost",
          "Coverage",
          "Gini",
          "Novelty (bits)",
          "Diversity",
          "Serendipity",
        ]}
        rows={controls.map(({ name, point }) => [
          name,
          interval(point.precision),
          difference(point.cost),
          share(point.coverage),
          decimals(point.gini),
          point.novelty.mean.toFixed(1),
          point.diversity === null ? "–" : decimals(point.diversity.mean),
          decimals(point.serendipity.mean),
        ])}
      />
    </Step>
  );
}

export function PopularityBias({ found }: { found: ChallengeFindings["popularityBias"] }) {
  const at = (of: "likes" | "model" | "control") =>
    found.deciles.map((decile, i) => ({ x: i + 1, y: decile[of] }));
  return (
    <Step
      title="3. Popularity bias"
      about="Who is shown, and who is served: exposure by tenths of the catalogue from the most liked down, and users by their taste (Abdollahpouri et al., 2019)."
    >
      <p className={styles.summary}>{aboutPopularityBias(found)}</p>
      <div className={styles.pair}>
        <LinePlot
          title="Likes and exposure"
          x="tenth of the catalogue"
          y="share of likes, and of places on lists"
          show={share}
          lines={[
            { name: "likes", isMain: false, points: at("likes") },
            { name: "model", isMain: true, points: at("model") },
            { name: `popularity ${found.controlValue}`, isMain: false, points: at("control") },
          ]}
        />
      </div>
      <FigureTable
        caption="By taste"
        headings={[
          "Taste",
          "Users",
          "Precision at 10",
          "List more popular than profile by",
          "Less popularity, precision",
        ]}
        rows={found.groups.map((group) => [
          group.name,
          count(group.users),
          interval(group.precision),
          share(group.lift),
          difference(group.controlOfPrecision),
        ])}
      />
    </Step>
  );
}

export function ClosedLoop({ found }: { found: ChallengeFindings["closedLoop"] }) {
  return (
    <Step
      title="4. Feedback loop"
      about="Recommend, let people click by position and true taste, learn from the clicks, repeat (after Chaney et al., 2018). Does the catalogue narrow, and what helps?"
    >
      <p className={styles.summary}>{aboutClosedLoop(found)}</p>
      <div className={styles.pair}>
        {(["coverage", "homogeneity"] as const).map((figure) => (
          <LinePlot
            key={figure}
            title={figure === "coverage" ? "Catalogue on show" : "How alike lists are"}
            x="round"
            y={figure === "coverage" ? "share of items on anyone’s list" : "mean Jaccard index of two lists"}
            show={figure === "coverage" ? share : decimals}
            lines={found.policies.map(({ name, rounds }) => ({
              name,
              isMain: name === "as is",
              points: rounds.map((round, i) => ({ x: i + 1, y: round[figure] })),
            }))}
          />
        ))}
      </div>
      <FigureTable
        caption="True likes found, per user and round"
        headings={["Policy", "Niche", "Mixed", "Mainstream", "Compared with “as is”"]}
        rows={found.policies.map(({ name, foundByTaste, foundLessAsIs }) => [
          name,
          interval(foundByTaste.niche),
          interval(foundByTaste.mixed),
          interval(foundByTaste.mainstream),
          name === "as is" ? "" : difference(foundLessAsIs),
        ])}
      />
    </Step>
  );
}

interface FraudProps {
  found: ChallengeFindings["robustness"];
  titles: Record<number, string>;
}

export function Fraud({ found, titles }: FraudProps) {
  return (
    <Step
      title="5. Fraud"
      about={`Fake users, ${share(found.settings.size)} of the real ones, push or sink an item (Mobasher et al., 2007). What do they achieve, and what do guards cost?`}
    >
      <p className={styles.summary}>{aboutRobustness(found, titles)}</p>
      <FigureTable
        caption="Attacks"
        headings={[
          "Attack",
          "Target",
          "Fake users",
          "On lists before",
          "After",
          "Rise in the ranking",
          "Detector’s AUC",
        ]}
        rows={found.attacks.map(({ kind, goal, target, attackers, before, after, risen, detection }) => [
          `${kind}, ${goal}`,
          titles[target] ?? String(target),
          count(attackers),
          share(before.mean),
          share(after.mean),
          difference(risen),
          decimals(detection.auc),
        ])}
      />
      <FigureTable
        caption={`Guards against the ${found.against} attack`}
        headings={["Guard", "On lists after", "Rise in the ranking", "Cost in precision without an attack"]}
        rows={found.guards.map(({ guard, after, risen, cost }) => [
          guard,
          share(after.mean),
          difference(risen),
          guard === "none" ? "" : difference(cost),
        ])}
      />
    </Step>
  );
}
