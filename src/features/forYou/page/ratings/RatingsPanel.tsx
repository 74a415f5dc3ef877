import { useState } from "react";
import { OpenFile } from "../../../../core/page/opening/OpenFile.tsx";
import { RatingsStore } from "../../../../core/page/ratings/RatingsStore.ts";
import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { useNouns } from "../../../../core/page/useWorkspace.ts";
import { count } from "../../../../ui/words.ts";
import folds from "../Fold.module.css";
import { AnswersLists } from "./AnswersLists.tsx";
import { FindAndRate } from "./FindAndRate.tsx";
import { RatingsList } from "./RatingsList.tsx";
import styles from "./RatingsPanel.module.css";

/** What the person has rated, and ways to rate more. */
export function RatingsPanel() {
  const ratings = useSelected(RatingsStore, (state) => state.list);
  const total = ratings.length;
  const notSaved = useSelected(RatingsStore, (state) => (state.areSaved ? 0 : state.unsaved.size));
  const undoable = useSelected(RatingsStore, (state) => state.undoable);
  const { undo, rate } = useStore(RatingsStore);
  const nouns = useNouns();
  const [unfolded, setUnfolded] = useState(false);
  return (
    <section className={styles.panel} aria-labelledby="your-ratings">
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
      {notSaved > 0 && (
        <p className={styles.notSaved} role="status">
          {count(notSaved, "change")} not saved yet: lost if you close this tab now.
        </p>
      )}
      <div className={styles.find}>
        <FindAndRate ratings={ratings} onRate={rate} />
      </div>
      <button
        type="button"
        className={`${folds.fold} ${styles.fold}`}
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
          {nouns.one === "film" ? "Already on Letterboxd, IMDb, Trakt or Netflix?" : "Rated some elsewhere?"}{" "}
          Drop your export here or <OpenFile look="link" words="choose a file" />. It never leaves this
          device.
        </p>
      </div>
    </section>
  );
}
