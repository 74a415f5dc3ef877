import styles from "./ForYou.module.css";
import { Lead } from "./Lead.tsx";
import { RatingsPanel } from "./ratings/RatingsPanel.tsx";
import { useUndoKey } from "./useUndoKey.ts";
import { Wall } from "./wall/Wall.tsx";

/** The first place: what to watch, beside the ratings it is based on. */
export function ForYou() {
  useUndoKey();
  return (
    <div className={styles.place}>
      <button type="button" className="skip" onClick={() => document.getElementById("wall")?.focus()}>
        Skip to the list
      </button>
      <Lead />
      <RatingsPanel />
      <Wall />
    </div>
  );
}
