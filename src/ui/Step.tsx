import { type ReactNode, useId } from "react";
import styles from "./Step.module.css";

interface Props {
  title: string;
  /** What it is about, in a sentence or two. */
  about?: ReactNode;
  /** Where links to it lead, if there are any. */
  id?: string;
  /** Its place in a story, from 1; shown beside the title. */
  number?: number;
  /** What it shows, in a sentence; once there are results, what was found. */
  claim?: string;
  children: ReactNode;
}

/** One step of the experiment: the question, the controls and the result. */
export function Step({ title, about, id, number, claim, children }: Props) {
  const heading = useId();
  return (
    <section
      className={styles.step}
      id={id}
      tabIndex={id === undefined ? undefined : -1}
      aria-labelledby={heading}
    >
      <div className={styles.head}>
        {number !== undefined && (
          <span className={styles.number} aria-hidden="true">
            {number}
          </span>
        )}
        <h2 id={heading}>{title}</h2>
      </div>
      {claim !== undefined && <p className={styles.claim}>{claim}</p>}
      {about !== undefined && <p className={styles.about}>{about}</p>}
      {children}
    </section>
  );
}
