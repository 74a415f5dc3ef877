import { useState } from "react";
import { OpenFile } from "../../../../core/page/opening/OpenFile.tsx";
import { RatingsStore } from "../../../../core/page/ratings/RatingsStore.ts";
import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { AnswersLists } from "./AnswersLists.tsx";
import { FindFilm } from "./FindFilm.tsx";
import { RatingsList } from "./RatingsList.tsx";
import styles from "./RatingsPanel.module.css";

/** What the person has rated, and ways to rate more. */
export function RatingsPanel() {
  const total = useSelected(RatingsStore, (state) => state.list.length);
  const areSaved = useSelected(RatingsStore, (state) => state.areSaved);
  const undoable = useSelected(RatingsStore, (state) => state.undoable);
  const { undo } = useStore(RatingsStore);
  const [unfolded, setUnfolded] = useState(false);
  return (
    <section className={styles.panel} aria-labelledby="your-ratings">
      <div className={styles.top}>
        <h2 id="your-ratings">Your ratings</h2>
        <button
          type="button"
          className={styles.undo}
          onClick={undo}
          disabled={undoable === null}
          aria-label={undoable === null ? "Undo" : `Undo: ${undoable}`}
        >
          Undo
        </button>
      </div>
      <FindFilm />
      <button
        type="button"
        className={styles.fold}
        aria-expanded={unfolded}
        aria-controls="ratings-list"
        onClick={() => setUnfolded(!unfolded)}
      >
        {total === 0 ? "Import ratings" : `Your ratings (${total})`}
      </button>
      <div id="ratings-list" className={unfolded ? styles.body : `${styles.body} ${styles.folded}`}>
        {total > 0 && <RatingsList />}
        <AnswersLists />
        <p className={styles.hint}>
          Already on Letterboxd, IMDb, Trakt or Netflix? Drop your export here or{" "}
          <OpenFile look="link" words="choose a file" />. It never leaves this device.
          {!areSaved && " Your ratings will be lost when you close this tab."}
        </p>
      </div>
    </section>
  );
}
