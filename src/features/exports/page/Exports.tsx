import type { ComponentType } from "react";
import { JobStore } from "../../../core/page/JobStore.ts";
import { RatingsStore } from "../../../core/page/ratings/RatingsStore.ts";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { useNouns } from "../../../core/page/useWorkspace.ts";
import { WorkspaceStore } from "../../../core/page/WorkspaceStore.ts";
import panels from "../../../ui/Panel.module.css";
import { a } from "../../../ui/words.ts";
import { ExportStore } from "./ExportStore.ts";
import styles from "./Exports.module.css";

/**
 * Files of what the person has here, and the way back for a model.
 * @param props.parts of other features, what goes with a model
 */
export function Exports({ parts }: { parts: readonly ComponentType[] }) {
  const ratings = useSelected(RatingsStore, (state) => state.list);
  const answers = useSelected(RatingsStore, (state) => state.answers);
  const isTrained = useSelected(WorkspaceStore, (state) => state.model !== null);
  const isBusy = useSelected(JobStore, (state) => state.job !== null);
  const { ratedAt } = useStore(RatingsStore);
  const { ratings: exportRatings, recommendations, model, importModel } = useStore(ExportStore);
  const nouns = useNouns();
  const isUnrated = ratings.length === 0;
  const isEmpty = isUnrated && answers.length === 0;
  const dated = () => ratings.map((own) => ({ ...own, ratedAt: ratedAt(own.film.id) }));
  const datedAnswers = () => answers.map((own) => ({ ...own, ratedAt: ratedAt(own.film.id) }));
  return (
    <section className={panels.panel} aria-labelledby="export">
      <h2 id="export">Export and import</h2>
      <p>
        {isEmpty
          ? `Rate ${a(nouns)} to export your ratings and recommendations.`
          : "CSV files; drop them back on this page to re-import."}
      </p>
      <div className={styles.downloads}>
        <button
          type="button"
          disabled={isEmpty}
          onClick={() => void exportRatings(dated(), datedAnswers(), "matinee")}
        >
          My ratings (CSV)
        </button>
        <button
          type="button"
          disabled={isUnrated}
          onClick={() => void exportRatings(dated(), [], "movielens")}
        >
          MovieLens format (CSV)
        </button>
        <button type="button" disabled={isUnrated || !isTrained} onClick={() => void recommendations()}>
          My recommendations (CSV)
        </button>
      </div>
      <p>
        The model file (<code>.npz</code>) has LightFM’s array names. Import it with the same data loaded.
      </p>
      <div className={styles.downloads}>
        <button type="button" disabled={!isTrained || isBusy} onClick={() => void model()}>
          Model (.npz)
        </button>
        <label className={styles.choose}>
          Import model
          <input
            className="visuallyHidden"
            type="file"
            accept=".npz"
            aria-label="Import model"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) void importModel(file);
              currentTarget.value = "";
            }}
          />
        </label>
      </div>
      {parts.map((Part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <Part key={at} />
      ))}
    </section>
  );
}
