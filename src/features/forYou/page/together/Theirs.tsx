import { useState } from "react";
import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { RemoveButton } from "../../../../ui/RemoveButton.tsx";
import { Stars } from "../../../../ui/stars/Stars.tsx";
import folds from "../Fold.module.css";
import { FindAndRate } from "../ratings/FindAndRate.tsx";
import styles from "./Together.module.css";
import { TogetherStore } from "./TogetherStore.ts";

/** The second person's ratings, and three ways to have them. */
export function Theirs() {
  const theirs = useSelected(TogetherStore, (state) => state.theirs);
  const isByLink = useSelected(TogetherStore, (state) => state.isByLink);
  const { rate, unrate, remove, keep, close } = useStore(TogetherStore);
  const [unfolded, setUnfolded] = useState(false);
  return (
    <section className={styles.theirs} aria-labelledby="theirs">
      <h2 id="theirs">Their ratings</h2>
      <FindAndRate ratings={theirs} onRate={rate} />
      {theirs.length === 0 ? (
        <OtherWays />
      ) : (
        <>
          <button
            type="button"
            className={`${folds.fold} ${styles.fold}`}
            aria-expanded={unfolded}
            aria-controls="their-ratings"
            onClick={() => setUnfolded(!unfolded)}
          >
            Their ratings ({theirs.length})
          </button>
          <ul
            id="their-ratings"
            className={unfolded ? styles.rated : `${styles.rated} ${styles.folded}`}
            aria-label="Their ratings"
          >
            {theirs.map(({ film, stars }) => (
              <li key={film.id}>
                <p>{film.title}</p>
                <Stars film={film} stars={stars} onRate={rate} roomy />
                <RemoveButton name={film.title} className="" onRemove={() => unrate(film.id)} />
              </li>
            ))}
          </ul>
          {isByLink ? (
            <div className={styles.saving}>
              <button type="button" onClick={keep}>
                Save on this device
              </button>
              <button type="button" onClick={close}>
                Close
              </button>
            </div>
          ) : (
            <button type="button" className="deletes" onClick={remove}>
              Remove this person
            </button>
          )}
        </>
      )}
    </section>
  );
}

function OtherWays() {
  const { openFile, openLink } = useStore(TogetherStore);
  const [isWrong, setWrong] = useState(false);
  return (
    <div className={styles.ways}>
      <p>Let them rate a few here, open their export, or paste a link they shared.</p>
      <label className={styles.file}>
        Open their ratings
        <input
          className="visuallyHidden"
          type="file"
          multiple
          aria-label="Open their ratings"
          onChange={({ currentTarget }) => {
            void openFile([...(currentTarget.files ?? [])]);
            currentTarget.value = "";
          }}
        />
      </label>
      <input
        className={styles.field}
        type="url"
        aria-label="Link they shared"
        placeholder="Link they shared"
        aria-invalid={isWrong}
        onChange={({ currentTarget: { value } }) => setWrong(value !== "" && !openLink(value))}
      />
      {isWrong && <p role="status">This link has no ratings in it.</p>}
    </div>
  );
}
