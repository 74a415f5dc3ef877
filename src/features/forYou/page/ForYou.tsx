import { RatingsPanel } from "../../ownRatings/page/RatingsPanel.tsx";
import styles from "./ForYou.module.css";
import { Lead } from "./Lead.tsx";
import { Wall } from "./Wall.tsx";

/** The first place: what to watch, and the ratings it follows from. */
export function ForYou() {
  return (
    <div className={styles.place}>
      <Lead />
      <RatingsPanel />
      <Wall />
    </div>
  );
}
