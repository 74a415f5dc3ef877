import { ScrollRegion } from "../../../ui/ScrollRegion.tsx";
import styles from "./Quality.module.css";

interface Props {
  caption: string;
  headings: readonly string[];
  /** The first cell of each row names it. */
  rows: readonly (readonly string[])[];
}

/** Figures in rows, which scroll sideways on a phone. */
export function FigureTable({ caption, headings, rows }: Props) {
  return (
    <ScrollRegion label={caption} className={styles.scroll}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by their columns
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
