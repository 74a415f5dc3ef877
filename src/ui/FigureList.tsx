import styles from "./FigureList.module.css";

/** A few large figures, each with its label. */
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
