import { useStore } from "../../../core/page/stores.tsx";
import { download } from "../../../ui/download.ts";
import { count, duration, megabytes } from "../../../ui/words.ts";
import type { Batch, ServingMeasure } from "../api.ts";
import { ServingStore } from "./ServingStore.ts";
import styles from "./TwoWays.module.css";
import { ago, milliseconds, share } from "./words.ts";

interface Props {
  batch: Batch;
  measure: ServingMeasure | null;
  /** Seconds of the last training; null if unknown. */
  trainingSeconds: number | null;
}

/** What each way costs and gives, measured here. */
export function TwoWays({ batch, measure, trainingSeconds }: Props) {
  const { file } = useStore(ServingStore);
  const measuring = "measuring…";
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
            <th scope="row">Build time</th>
            <td>{duration(batch.seconds)} after training</td>
            <td>
              {trainingSeconds === null ? "training only" : `training only, ${duration(trainingSeconds)}`}
            </td>
          </tr>
          <tr>
            <th scope="row">Size</th>
            <td>
              {megabytes(batch.bytes)}, {count(batch.rows, "row")}
            </td>
            <td>{measure === null ? measuring : megabytes(measure.modelBytes)}</td>
          </tr>
          <tr>
            <th scope="row">Median look-up</th>
            <td>{measure === null ? measuring : milliseconds(measure.batch.median)}</td>
            <td>{measure === null ? measuring : milliseconds(measure.onDemand.median)}</td>
          </tr>
          <tr>
            <th scope="row">95th percentile</th>
            <td>{measure === null ? measuring : milliseconds(measure.batch.percentile95)}</td>
            <td>{measure === null ? measuring : milliseconds(measure.onDemand.percentile95)}</td>
          </tr>
          <tr>
            <th scope="row">Built</th>
            <td>
              {ago(batch.madeAt)}, after {count(batch.epochs, "epoch")}
            </td>
            <td>{measure === null ? "now" : `now, after ${count(measure.epochs, "epoch")}`}</td>
          </tr>
          <tr>
            <th scope="row">Lists out of date</th>
            <td>{measure === null ? measuring : share(measure.stale)}</td>
            <td>none</td>
          </tr>
        </tbody>
      </table>
      <button
        type="button"
        onClick={() => void file().then((database) => download(database, "recommendations.sqlite"))}
      >
        Download the database
      </button>
    </div>
  );
}
