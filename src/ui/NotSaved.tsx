import styles from "./NotSaved.module.css";

/** A quiet mark beside what is not saved yet; it is seen only where saving takes more than a moment. */
export function NotSaved() {
  return <span className={styles.mark}> · not saved yet</span>;
}
