import { useActions, useSession } from "../../../core/page/session/SessionProvider.tsx";
import styles from "../../data/page/Data.module.css";
import own from "../../saved/page/Kept.module.css";

/** Files of what the person has here, and the way back for a model. */
export function TakeAlong() {
  const { ratings, recommendations, training, dataset } = useSession();
  const { takeRatings, takeRecommendations, takeModel, bringModel } = useActions();
  const unrated = ratings.length === 0;
  const unlearnt = recommendations === null;
  return (
    <section className={styles.panel} aria-labelledby="take-along">
      <h2 id="take-along">Take it with you</h2>
      <p>
        {unrated
          ? `When you have rated a ${dataset?.nouns.one ?? "film"}, your ratings and what is recommended to you can be saved as tables here.`
          : "Tables that a spreadsheet opens, and that come back by dropping them on this page."}
      </p>
      <div className={own.downloads}>
        <button type="button" disabled={unrated} onClick={() => takeRatings("matinee")}>
          My ratings (CSV)
        </button>
        <button type="button" disabled={unrated} onClick={() => takeRatings("movielens")}>
          In MovieLens’ columns (CSV)
        </button>
        <button type="button" disabled={unrated || unlearnt} onClick={takeRecommendations}>
          My recommendations (CSV)
        </button>
      </div>
      <p>
        The model goes along as <code>.npz</code>, under the names that Python’s LightFM gives its arrays. It
        comes back where the data that it learnt from is loaded.
      </p>
      <div className={own.downloads}>
        <button type="button" disabled={unlearnt || training.running} onClick={takeModel}>
          The model (.npz)
        </button>
        <label className={own.choose}>
          Bring a model back
          <input
            className="visuallyHidden"
            type="file"
            accept=".npz"
            aria-label="Bring a model back"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) bringModel(file);
              currentTarget.value = "";
            }}
          />
        </label>
      </div>
    </section>
  );
}
