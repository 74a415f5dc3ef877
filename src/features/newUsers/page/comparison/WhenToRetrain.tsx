import { useId, useState } from "react";
import { decimals } from "../../../../ui/plot/curveOptions.ts";
import { count, day } from "../../../../ui/words.ts";
import type { DriftPoint } from "../../api.ts";
import styles from "./WhenToRetrain.module.css";
import { aboutDrift, change } from "./words.ts";

/** Drift since the last full training, against a limit. */
export function WhenToRetrain({ course }: { course: DriftPoint[] }) {
  const field = useId();
  const [limit, setLimit] = useState(0.005);
  const most = Math.max(limit, ...course.map(({ drift }) => Math.abs(drift.precisionAt10)));
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
          {course.map(({ interactions, time, drift }) => (
            <tr key={interactions} className={-drift.precisionAt10 > limit ? styles.past : ""}>
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
