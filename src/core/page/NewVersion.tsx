import { useSyncExternalStore } from "react";
import styles from "./NewVersion.module.css";
import { newVersion } from "./serviceWorker/newVersion.ts";

/** Says that the page is out of date, and lets the person decide when to reload. */
export function NewVersion() {
  const { reload } = useSyncExternalStore(newVersion.subscribe, newVersion.get);
  if (reload === null) return null;
  return (
    <div className={styles.line}>
      <p role="status">A new version is ready.</p>
      <button type="button" onClick={reload}>
        Reload
      </button>
    </div>
  );
}
