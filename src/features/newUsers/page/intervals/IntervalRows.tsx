import type { Interval } from "../../../../evaluation/intervals.ts";
import { extentOf } from "./extentOf.ts";
import styles from "./IntervalRows.module.css";

export interface IntervalRow {
  name: string;
  interval: Interval;
  /** Drawn as dots beside the interval, such as folds. */
  points?: readonly number[];
}

interface Props {
  caption: string;
  rows: readonly IntervalRow[];
  /** A row's figure in words. */
  words: (interval: Interval) => string;
  /** Whether 0 is on the axis, as a line. */
  zero?: boolean;
}

/** Means with their intervals on one axis, a row each: a picture and the same in figures. */
export function IntervalRows({ caption, rows, words, zero = false }: Props) {
  const [from, to] = extentOf(rows, zero);
  const across = (value: number) => `${(100 * (value - from)) / (to - from)}%`;
  return (
    <table className={styles.rows}>
      <caption>{caption}</caption>
      <tbody>
        {rows.map(({ name, interval, points = [] }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <svg aria-hidden="true">
                {zero && <line className={styles.zero} x1={across(0)} x2={across(0)} y1="0" y2="100%" />}
                {!Number.isNaN(interval.low) && (
                  <line x1={across(interval.low)} x2={across(interval.high)} y1="50%" y2="50%" />
                )}
                {points
                  .filter((point) => !Number.isNaN(point))
                  .map((point, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: folds are known by their number
                    <circle key={i} className={styles.point} cx={across(point)} cy="50%" r="3" />
                  ))}
                {!Number.isNaN(interval.mean) && <circle cx={across(interval.mean)} cy="50%" r="4.5" />}
              </svg>
              {words(interval)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
