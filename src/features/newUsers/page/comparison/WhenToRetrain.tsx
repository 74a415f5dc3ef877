import { useId, useState } from "react";
import { decimals } from "../../../../ui/plot/curveOptions.ts";
import { count, day } from "../../../../ui/words.ts";
import type { DriftPoint } from "../../api.ts";
import { difference } from "../intervals/words.ts";
import { DriftPlot } from "./DriftPlot.tsx";
import styles from "./WhenToRetrain.module.css";
import { aboutDrift, isPast } from "./words.ts";

/** Drift since the last full training, with its noise, against a limit. */
export function WhenToRetrain({ course }: { course: DriftPoint[] }) {
  const field = useId();
  const [limit, setLimit] = useState(0.005);
  return (
    <div className={styles.when}>
      <h3>When to retrain</h3>
      <label className={styles.threshold} htmlFor={field}>
        Retrain when others lose this much precision at 10
      </label>
      <div className={styles.choice}>
        <input
          id={field}
          type="range"
          min={0.001}
          max={0.03}
          step={0.001}
          value={limit}
          aria-valuetext={decimals(limit)}
          onChange={(event) => setLimit(Number(event.target.value))}
        />
        <output htmlFor={field}>{decimals(limit)}</output>
      </div>
      <p className={styles.verdict}>{aboutDrift(course, limit)}</p>
      <DriftPlot course={course} limit={limit} />
      <table>
        <caption>Drift since the last full training</caption>
        <thead>
          <tr>
            <th scope="col">New ratings</th>
            <th scope="col">Date</th>
            <th scope="col">Precision at 10</th>
            <th scope="col">AUC</th>
          </tr>
        </thead>
        <tbody>
          {course.map((point) => (
            <tr key={point.interactions} className={isPast(point, limit) ? styles.past : ""}>
              <th scope="row">{count(point.interactions)}</th>
              <td>{day(point.time)}</td>
              <td>{difference(point.drift.precisionAt10)}</td>
              <td>{difference(point.drift.auc)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
