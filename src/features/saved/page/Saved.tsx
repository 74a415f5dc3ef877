import { useEffect } from "react";
import type { SavedWork } from "../../../core/api/SavedWork.ts";
import type { TrainingRecord } from "../../../core/api/training.ts";
import { RatingsStore } from "../../../core/page/ratings/RatingsStore.ts";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { useDataset } from "../../../core/page/useWorkspace.ts";
import panels from "../../../ui/Panel.module.css";
import { count, megabytes } from "../../../ui/words.ts";
import { DeleteEverything } from "./DeleteEverything.tsx";
import styles from "./Saved.module.css";
import { type SavedState, SavedStore } from "./SavedStore.ts";
import { titlesOf } from "./titlesOf.ts";

/** What is saved on this device, how much space it takes, and how to delete it. */
export function Saved() {
  const dataset = useDataset();
  const saved = useSelected(SavedStore, (state) => state);
  const ratings = useSelected(RatingsStore, (state) => state.list.length);
  const { refresh } = useStore(SavedStore);
  useEffect(() => void refresh(), [refresh]);
  const { works, usage } = saved;
  const titles = titlesOf(works);
  return (
    <section className={panels.panel} aria-labelledby="saved-here">
      <h2 id="saved-here">Saved on this device</h2>
      <p>{aboutSaved(saved)}</p>
      {works.length > 0 && (
        <ul className={styles.works} aria-label="Saved data and models">
          {works.map((work, place) => (
            <Work key={work.name} work={work} title={titles[place]} inUse={work.name === dataset?.name} />
          ))}
        </ul>
      )}
      <p className={styles.usage}>
        {ratings > 0 && `${count(ratings, "rating")} of your own. `}
        {usage !== null && `Using ${megabytes(usage)}.`}
      </p>
      <DeleteEverything />
    </section>
  );
}

function Work({ work, title, inUse }: { work: SavedWork; title: string; inUse: boolean }) {
  const { open, delete: deleteWork } = useStore(SavedStore);
  const { name, ratings, record, savedAt, dataBytes, modelBytes } = work;
  return (
    <li>
      <p className={styles.name}>{title}</p>
      <p className={styles.about}>
        {count(ratings, "rating")}, {aboutModel(record)}; {megabytes(dataBytes + modelBytes)}, saved{" "}
        {WHEN.format(savedAt)}
      </p>
      <div className={styles.buttons}>
        {inUse ? (
          <span className={styles.inUse}>In use</span>
        ) : (
          <button type="button" onClick={() => open(name)} aria-label={`Open ${title}`}>
            Open
          </button>
        )}
        <button
          type="button"
          className="deletes"
          onClick={() => void deleteWork(name)}
          aria-label={`Delete ${title}`}
        >
          Delete
        </button>
      </div>
    </li>
  );
}

function aboutModel(record: TrainingRecord | null): string {
  if (record === null) return "no model yet";
  return record.imported ? "imported model" : `model (${count(record.epochsDone, "epoch")})`;
}

function aboutSaved({ works, status, problem }: SavedState): string {
  if (problem !== null) return problem;
  if (status === "elsewhere") {
    return "Matinee is open in another tab; this tab’s training isn’t saved until you close that one.";
  }
  return works.length === 0
    ? "Nothing yet. The model is saved here once it is trained."
    : "Your next visit continues from here, offline too. Nothing leaves this device.";
}

const WHEN = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
