import type { ReplayPoint } from "../../../../experiment/hitRates.ts";
import { RECENT } from "../../../../experiment/RecentHits.ts";
import { ScrollRegion } from "../../../../ui/ScrollRegion.tsx";
import { count, day } from "../../../../ui/words.ts";
import { difference, withInterval } from "../intervals/words.ts";
import styles from "./HitRateTable.module.css";
import { LINES } from "./hitRateOptions.ts";

const ROWS = 10;

interface Props {
  points: readonly ReplayPoint[];
  total: number;
}

/** The curves in figures, after each tenth of the replay. */
export function HitRateTable({ points, total }: Props) {
  const caption = `Hit rate at 10, of the last ${count(RECENT)} liked films`;
  return (
    <ScrollRegion label={caption} className={styles.scroll}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">New ratings</th>
            <th scope="col">Date</th>
            <th scope="col">Users</th>
            <th scope="col">keeps learning minus folded in</th>
            {LINES.map(({ of, name }) => (
              <th key={of} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tenths(points, total).map(({ replayed, time, recent }) => (
            <tr key={replayed}>
              <th scope="row">{count(replayed)}</th>
              <td>{day(time)}</td>
              <td>{recent?.users ?? 0}</td>
              <td>{recent ? difference(recent.learningLess.foldIn) : "–"}</td>
              {LINES.map(({ of }) => (
                <td key={of}>{recent ? withInterval(recent.rates[of]) : "–"}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** The last point of each tenth that has been replayed. */
function tenths(points: readonly ReplayPoint[], total: number): ReplayPoint[] {
  const tenth = ({ replayed }: ReplayPoint) => Math.ceil((replayed * ROWS) / total);
  return points.filter((point, i) => i === points.length - 1 || tenth(points[i + 1]) > tenth(point));
}
