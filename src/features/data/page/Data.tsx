import type { ComponentType } from "react";
import type { DatasetSummary } from "../../../core/api/DatasetSummary.ts";
import { useSelected } from "../../../core/page/stores.tsx";
import { useDataset } from "../../../core/page/useWorkspace.ts";
import { WorkspaceStore } from "../../../core/page/WorkspaceStore.ts";
import { count, month } from "../../../ui/words.ts";
import styles from "./Data.module.css";
import { Loaded } from "./Loaded.tsx";
import { OpenOwn } from "./OpenOwn.tsx";
import { Published } from "./Published.tsx";
import { Reading } from "./Reading.tsx";
import { Source } from "./Source.tsx";

/** What the model is trained on, and how to use other ratings. */
export function Data({ parts }: { parts: readonly ComponentType[] }) {
  const dataset = useDataset();
  const reading = useSelected(WorkspaceStore, (state) => state.reading);
  return (
    <>
      <h1>Data</h1>
      <p className="lede">{ledeOf(dataset)}</p>
      {reading !== null && <Reading reading={reading} optional={dataset !== null} />}
      <div className={styles.columns}>
        {dataset?.published && <Published dataset={dataset} published={dataset.published} />}
        {dataset !== null && !dataset.published && <Loaded dataset={dataset} />}
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

function ledeOf(dataset: DatasetSummary | null): string {
  if (dataset === null) return "No ratings loaded yet.";
  const { source, interactions, period } = dataset;
  if (source === "published") return "A published model: trained elsewhere, used on this device.";
  if (source === "file") return "Trained on your file.";
  return `Trained on MovieLens: ${count(interactions)} real ratings${period ? `, up to ${month(period.to)}` : ""}.`;
}
