import type { ComponentType } from "react";
import { useSelected } from "../../../core/page/stores.tsx";
import { useDataset } from "../../../core/page/useWorkspace.ts";
import { WorkspaceStore } from "../../../core/page/WorkspaceStore.ts";
import { count, month } from "../../../ui/words.ts";
import styles from "./Data.module.css";
import { Loaded } from "./Loaded.tsx";
import { OpenOwn } from "./OpenOwn.tsx";
import { Reading } from "./Reading.tsx";
import { Source } from "./Source.tsx";

/** What the model is trained on, and how to use other ratings. */
export function Data({ parts }: { parts: readonly ComponentType[] }) {
  const dataset = useDataset();
  const reading = useSelected(WorkspaceStore, (state) => state.reading);
  return (
    <>
      <h1>Data</h1>
      <p className="lede">
        {dataset === null
          ? "No ratings loaded yet."
          : dataset.source === "embedded"
            ? `Trained on MovieLens: ${count(dataset.interactions)} real ratings${dataset.period ? `, up to ${month(dataset.period.to)}` : ""}.`
            : "Trained on your file."}
      </p>
      {reading !== null && <Reading reading={reading} optional={dataset !== null} />}
      <div className={styles.columns}>
        {dataset !== null && <Loaded dataset={dataset} />}
        <div className={`${styles.column} ${styles.beside}`}>
          <OpenOwn loaded={dataset?.source ?? null} />
          {dataset !== null && <Source source={dataset.source} />}
        </div>
        <div className={styles.column}>
          {parts.map((Part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <Part key={at} />
          ))}
        </div>
      </div>
    </>
  );
}
