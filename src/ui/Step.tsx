import { type ReactNode, useId } from "react";
import styles from "./Step.module.css";

interface Props {
  title: string;
  /** What this step answers, in a sentence or two. */
  about: ReactNode;
  children: ReactNode;
}

/** One step of the experiment: the question, the controls and the result. */
export function Step({ title, about, children }: Props) {
  const heading = useId();
  return (
    <section className={styles.step} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <p className={styles.about}>{about}</p>
      {children}
    </section>
  );
}
