import styles from "./FigureList.module.css";

/** A few figures that count, large, each with what it counts. */
export function FigureList({ figures }: { figures: { label: string; figure: string }[] }) {
  return (
    <dl className={styles.list}>
      {figures.map(({ label, figure }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
