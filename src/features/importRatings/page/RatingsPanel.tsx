import { useState } from "react";
import { useActions, useSession, useUndoable } from "../../../core/page/session/SessionProvider.tsx";
import { OpenFile } from "../../data/page/OpenFile.tsx";
import { FindFilm } from "./FindFilm.tsx";
import { RatingsList } from "./RatingsList.tsx";
import styles from "./RatingsPanel.module.css";

/** What the person has rated, and the ways to rate more. */
export function RatingsPanel() {
  const { ratings, ratingsAreKept } = useSession();
  const { undo } = useActions();
  const undoable = useUndoable();
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
        {ratings.length === 0 ? "Open a file of ratings" : `What you have rated (${ratings.length})`}
      </button>
      <div id="ratings-list" className={unfolded ? styles.body : `${styles.body} ${styles.folded}`}>
        {ratings.length > 0 && <RatingsList />}
        <p className={styles.hint}>
          Rated elsewhere? Drop your file from Letterboxd, IMDb, MovieLens, Trakt or Netflix anywhere, or{" "}
          <OpenFile look="link" />. It stays on this device.
          {!ratingsAreKept && " Your own ratings last as long as this tab."}
        </p>
      </div>
    </section>
  );
}
