import { useId, useState } from "react";
import { decimals } from "../../../../ui/plot/curveOptions.ts";
import { count, day } from "../../../../ui/words.ts";
import type { DriftPoint } from "../../api.ts";
import styles from "./WhenToRetrain.module.css";
import { aboutDrift, change } from "./words.ts";

/** The drift since the last full training, against what somebody puts up with. */
export function WhenToRetrain({ course }: { course: DriftPoint[] }) {
  const field = useId();
  const [threshold, setThreshold] = useState(0.005);
  const most = Math.max(threshold, ...course.map(({ drift }) => Math.abs(drift.precisionAt10)));
  return (
    <div className={styles.when}>
      <h3>When to retrain</h3>
      <label className={styles.threshold} htmlFor={field}>
        Precision at 10 that others may lose before it is trained anew
      </label>
      <div className={styles.choice}>
        <input
          id={field}
          type="range"
          min={0.001}
          max={0.03}
          step={0.001}
          value={threshold}
          aria-valuetext={decimals(threshold)}
          onChange={(event) => setThreshold(Number(event.target.value))}
        />
        <output htmlFor={field}>{decimals(threshold)}</output>
      </div>
      <p className={styles.verdict}>{aboutDrift(course, threshold)}</p>
      <table>
        <caption>Drift since the last full training</caption>
        <thead>
          <tr>
            <th scope="col">New ratings</th>
            <th scope="col">By</th>
            <th scope="col">Precision at 10</th>
            <th scope="col">AUC</th>
          </tr>
        </thead>
        <tbody>
          {course.map(({ interactions, time, drift }) => (
            <tr key={interactions} className={-drift.precisionAt10 > threshold ? styles.past : ""}>
              <th scope="row">{count(interactions)}</th>
              <td>{day(time)}</td>
              <td>
                <div className={styles.bar}>
                  <svg aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none">
                    <rect width={(Math.max(0, -drift.precisionAt10) / most) * 100} height="1" />
                  </svg>
                  {change(drift.precisionAt10)}
                </div>
              </td>
              <td>{change(drift.auc)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
