import { useSyncExternalStore } from "react";
import styles from "./NewVersion.module.css";
import { newVersion } from "./serviceWorker/newVersion.ts";

/** Says that the page has become old, and leaves it to the person when to change to the new one. */
export function NewVersion() {
  const { reload } = useSyncExternalStore(newVersion.subscribe, newVersion.get);
  if (reload === null) return null;
  return (
    <div className={styles.line}>
      <p role="status">A new version is there.</p>
      <button type="button" onClick={reload}>
        Reload
      </button>
    </div>
  );
}
