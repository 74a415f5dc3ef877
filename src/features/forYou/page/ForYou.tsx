import styles from "./ForYou.module.css";
import { Lead } from "./Lead.tsx";
import { RatingsPanel } from "./ratings/RatingsPanel.tsx";
import { Wall } from "./Wall.tsx";

/** The first place: what to watch, beside the ratings it is based on. */
export function ForYou() {
  return (
    <div className={styles.place}>
      <Lead />
      <RatingsPanel />
      <Wall />
    </div>
  );
}
