import type { ReactNode } from "react";
import styles from "./Picture.module.css";

interface Props {
  title: string;
  /** What the axes count, above the drawing and below. */
  upwards?: string;
  across: string;
  children: ReactNode;
}

/** A drawing with its words; what it shows is also in a table. */
export function Picture({ title, upwards, across, children }: Props) {
  return (
    <figure className={styles.picture} aria-label={title}>
      <p className={styles.title}>{title}</p>
      {upwards !== undefined && <p className={styles.unit}>{upwards}</p>}
      {children}
      <p className={styles.unit}>{across}</p>
    </figure>
  );
}
