import { useMemo, useState } from "react";
import type { EpochReport } from "../../../core/api.ts";
import type { TrainingState } from "../../../core/page/session/Session.ts";
import { useNouns } from "../../../core/page/useNouns.ts";
import { Curve } from "../../../ui/plot/Curve.tsx";
import { decimals } from "../../../ui/plot/curveOptions.ts";
import styles from "./Figures.module.css";
import { aboutAuc, aboutLoss, aboutPrecision, isExamined } from "./sentences.ts";

/** The three curves of a model's learning, and the same figures as a table. */
export function Figures({ training }: { training: TrainingState }) {
  const { history, popularity, progress, running } = training;
  const nouns = useNouns();
  const lastEpoch = running ? (progress?.lastEpoch ?? 0) : (history.at(-1)?.epoch ?? 0);
  const examined = useMemo(() => history.filter(isExamined), [history]);
  const columns = useMemo(
    () => ({
      epochs: history.map((report) => report.epoch),
      losses: history.map((report) => report.meanLoss),
      examinedEpochs: examined.map((report) => report.epoch),
      aucs: examined.map((report) => report.auc),
      precisions: examined.map((report) => report.precisionAt10),
    }),
    [history, examined],
  );
  const baselines = useMemo(() => {
    const known = popularity !== null && !Number.isNaN(popularity.auc);
    return {
      auc: known ? { value: popularity.auc, label: "popularity alone" } : null,
      precision: known ? { value: popularity.precisionAt10, label: "popularity alone" } : null,
    };
  }, [popularity]);

  return (
    <div className={styles.figures}>
      <Curve
        title="AUC, on held-out ratings"
        unit="share of pairs in the right order; 0.5 is chance"
        epochs={columns.examinedEpochs}
        values={columns.aucs}
        lastEpoch={lastEpoch}
        baseline={baselines.auc}
        better="higher"
        sentence={aboutAuc(history, popularity, nouns)}
      />
      <Curve
        title="Precision at 10, on held-out ratings"
        unit={`share of the first ten ${nouns.many} that were liked`}
        epochs={columns.examinedEpochs}
        values={columns.precisions}
        lastEpoch={lastEpoch}
        baseline={baselines.precision}
        better="higher"
        sentence={aboutPrecision(history, popularity, nouns)}
      />
      <Curve
        title="Training loss"
        unit="mean loss of an interaction"
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
          Your model learns from every rating. A twin learns from 70&nbsp;% of them and is examined on the
          other 30&nbsp;%: these are its figures; the loss is your model’s own. The dashed line recommends the
          most liked {nouns.many} to everyone; a model earns its keep above it.
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
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className={styles.scroll} tabIndex={0} aria-label="Figures of each epoch">
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
                  <td>{isExamined(report) ? decimals(report.auc) : "none"}</td>
                  <td>{isExamined(report) ? decimals(report.precisionAt10) : "none"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
