import { useState } from "react";
import { merit } from "../../../../experiment/heldOut.ts";
import { ScrollRegion } from "../../../../ui/ScrollRegion.tsx";
import type { Trial } from "../../api.ts";
import { withInterval } from "../intervals/words.ts";
import styles from "./SearchTable.module.css";

interface Column {
  title: string;
  value: (trial: Trial) => number;
  show: (value: number, trial: Trial) => string;
}

const COLUMNS: Column[] = [
  { title: "#", value: ({ number }) => number, show: String },
  { title: "Components", value: ({ settings }) => settings.noComponents, show: String },
  { title: "Learning rate", value: ({ settings }) => settings.learningRate, show: String },
  { title: "Item L2", value: ({ settings }) => settings.found?.itemAlpha ?? 0, show: String },
  { title: "User L2", value: ({ settings }) => settings.found?.userAlpha ?? 0, show: String },
  { title: "Max. negative samples", value: ({ settings }) => settings.found?.maxSampled ?? 0, show: String },
  { title: "Epochs", value: ({ settings }) => settings.epochs, show: String },
  { title: "AUC", value: ({ auc }) => auc, show: (_, { intervals }) => withInterval(intervals.auc) },
  {
    title: "Precision at 10",
    value: ({ precisionAt10 }) => precisionAt10,
    show: (_, { intervals }) => withInterval(intervals.precisionAt10),
  },
];

/** The settings a search has tried, sorted by any column: at first those of equal epochs together, the leading one on top. */
export function SearchTable({ trials, best }: { trials: Trial[]; best: number | null }) {
  const [order, setOrder] = useState({ title: "Epochs", descending: true });
  const by = COLUMNS.find(({ title }) => title === order.title) ?? COLUMNS[0];
  const sign = order.descending ? -1 : 1;
  const sorted = trials.toSorted((a, b) => sign * (by.value(a) - by.value(b)) || merit(b) - merit(a));
  const sortBy = (title: string) =>
    setOrder({ title, descending: title === order.title ? !order.descending : true });
  return (
    <ScrollRegion label="Settings tried" className={styles.scroll}>
      <table>
        <thead>
          <tr>
            {COLUMNS.map(({ title }) => (
              <th
                key={title}
                scope="col"
                aria-sort={title !== order.title ? "none" : order.descending ? "descending" : "ascending"}
              >
                <button type="button" onClick={() => sortBy(title)}>
                  {title}
                  <span aria-hidden="true">
                    {title !== order.title ? "" : order.descending ? " ↓" : " ↑"}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((trial) => (
            <tr key={trial.number} className={trial.number === best ? styles.leading : ""}>
              {COLUMNS.map(({ title, value, show }) => (
                <td key={title}>{show(value(trial), trial)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
