import { useMemo, useState } from "react";
import type { EpochReport, Metrics } from "../../../core/api/training.ts";
import { useNouns } from "../../../core/page/useWorkspace.ts";
import { Curve } from "../../../ui/plot/Curve.tsx";
import { decimals } from "../../../ui/plot/curveOptions.ts";
import { ScrollRegion } from "../../../ui/ScrollRegion.tsx";
import { count } from "../../../ui/words.ts";
import styles from "./Figures.module.css";
import { aboutAuc, aboutLoss, aboutPrecision, isEvaluated } from "./sentences.ts";

interface Props {
  history: EpochReport[];
  popularity: Metrics | null;
  /** Where the axis ends. */
  lastEpoch: number;
  /** Whether the data is large, so that figures are of a sample. */
  isSampled: boolean;
}

const ON_A_COPY =
  "The model you use trains on every rating. A second copy trains on 70% and is scored on the other 30%; those scores are shown, with your model’s own loss.";
const ON_A_SAMPLE =
  "The data is large, so no second copy is trained. Instead, 30% of the ratings of about 2,000 people chosen at random are held back; the model you use trains on all the others and is scored on those.";

const ofSome = (people: number) =>
  ` ${count(people, "person", "people")} chosen at random are scored; scoring everyone would take longer than training.`;

/** The three training curves, and the same figures as a table. */
export function Figures({ history, popularity, lastEpoch, isSampled }: Props) {
  const nouns = useNouns();
  const examined = history.at(-1)?.intervals?.auc.users;
  const evaluated = useMemo(() => history.filter(isEvaluated), [history]);
  const columns = useMemo(
    () => ({
      epochs: history.map((report) => report.epoch),
      losses: history.map((report) => report.meanLoss),
      evaluatedEpochs: evaluated.map((report) => report.epoch),
      aucs: evaluated.map((report) => report.auc),
      precisions: evaluated.map((report) => report.precisionAt10),
    }),
    [history, evaluated],
  );
  const baselines = useMemo(() => {
    const known = popularity !== null && !Number.isNaN(popularity.auc);
    return {
      auc: known ? { value: popularity.auc, label: "popularity" } : null,
      precision: known ? { value: popularity.precisionAt10, label: "popularity" } : null,
    };
  }, [popularity]);

  return (
    <div className={styles.figures}>
      <Curve
        title="AUC, on held-out ratings"
        unit="share of pairs in the right order; 0.5 is chance"
        epochs={columns.evaluatedEpochs}
        values={columns.aucs}
        lastEpoch={lastEpoch}
        baseline={baselines.auc}
        better="higher"
        sentence={aboutAuc(history, popularity, nouns)}
      />
      <Curve
        title="Precision at 10, on held-out ratings"
        unit={`share of the top ten ${nouns.many} that were liked`}
        epochs={columns.evaluatedEpochs}
        values={columns.precisions}
        lastEpoch={lastEpoch}
        baseline={baselines.precision}
        better="higher"
        sentence={aboutPrecision(history, popularity, nouns)}
      />
      <Curve
        title="Training loss"
        unit="average loss per rating"
        epochs={columns.epochs}
        values={columns.losses}
        lastEpoch={lastEpoch}
        baseline={null}
        better="lower"
        sentence={aboutLoss(history)}
      />
      <div className={styles.made}>
        <h2>How these figures are made</h2>
        <p>
          {isSampled ? ON_A_SAMPLE : ON_A_COPY}
          {!isSampled && examined !== undefined && ofSome(examined)} Dashed: recommending the most liked{" "}
          {nouns.many} to everyone.
        </p>
        <FigureTable history={history} />
      </div>
    </div>
  );
}

function FigureTable({ history }: { history: EpochReport[] }) {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The figures as a table</summary>
      {open && (
        <ScrollRegion label="Figures for each epoch" className={styles.scroll}>
          <table>
            <thead>
              <tr>
                <th scope="col">Epoch</th>
                <th scope="col">Mean loss</th>
                <th scope="col">AUC</th>
                <th scope="col">Precision at 10</th>
              </tr>
            </thead>
            <tbody>
              {history.map((report) => (
                <tr key={report.epoch}>
                  <th scope="row">{report.epoch}</th>
                  <td>{decimals(report.meanLoss)}</td>
                  <td>{isEvaluated(report) ? decimals(report.auc) : "–"}</td>
                  <td>{isEvaluated(report) ? decimals(report.precisionAt10) : "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </details>
  );
}
