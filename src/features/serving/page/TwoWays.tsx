import { useActions } from "../../../core/page/session/SessionProvider.tsx";
import { download } from "../../../ui/download.ts";
import { count, megabytes } from "../../../ui/words.ts";
import { duration } from "../../training/page/sentences.ts";
import type { Batch, ServingMeasure } from "../api.ts";
import styles from "./TwoWays.module.css";
import { ago, milliseconds, share } from "./words.ts";

interface Props {
  batch: Batch;
  measure: ServingMeasure | null;
  /** Of the model's last learning. */
  learningSeconds: number | null;
}

/** What each way costs and gives, as it was measured here. */
export function TwoWays({ batch, measure, learningSeconds }: Props) {
  const { batchFile } = useActions();
  const measuring = "measuring …";
  return (
    <div className={styles.ways}>
      <table>
        <caption>Measured on this data</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">Batch: the database</th>
            <th scope="col">On demand: the model</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">To build</th>
            <td>{duration(batch.seconds)} on top of learning</td>
            <td>
              {learningSeconds === null ? "learning alone" : `learning alone, ${duration(learningSeconds)}`}
            </td>
          </tr>
          <tr>
            <th scope="row">To hold</th>
            <td>
              {megabytes(batch.bytes)}, {count(batch.rows, "row")}
            </td>
            <td>{measure === null ? measuring : megabytes(measure.modelBytes)}</td>
          </tr>
          <tr>
            <th scope="row">A look-up, median</th>
            <td>{measure === null ? measuring : milliseconds(measure.batch.median)}</td>
            <td>{measure === null ? measuring : milliseconds(measure.onDemand.median)}</td>
          </tr>
          <tr>
            <th scope="row">99 of 100 within</th>
            <td>{measure === null ? measuring : milliseconds(measure.batch.percentile99)}</td>
            <td>{measure === null ? measuring : milliseconds(measure.onDemand.percentile99)}</td>
          </tr>
          <tr>
            <th scope="row">As of</th>
            <td>
              {ago(batch.madeAt)}, after {count(batch.epochs, "epoch")}
            </td>
            <td>{measure === null ? "now" : `now, after ${count(measure.epochs, "epoch")}`}</td>
          </tr>
          <tr>
            <th scope="row">Out of date</th>
            <td>{measure === null ? measuring : `${share(measure.stale)} of the lists`}</td>
            <td>never</td>
          </tr>
        </tbody>
      </table>
      <button
        type="button"
        onClick={() => void batchFile().then((file) => download(file, "recommendations.sqlite"))}
      >
        Download the database
      </button>
    </div>
  );
}
