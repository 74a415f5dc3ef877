import type { ReadingProgress } from "../../../core/api/DatasetSummary.ts";
import { titleOf } from "../../../core/api/titleOf.ts";
import type { TrainingRecord } from "../../../core/api/training.ts";
import { LoadedData } from "../../../core/worker/LoadedData.ts";
import { Recommender } from "../../../core/worker/Recommender.ts";
import type { SavedWorks } from "../../../core/worker/storage/SavedWorks.ts";
import { restoreTrained } from "../../../core/worker/storage/storedModels.ts";
import type { ReadyModel, Workspace } from "../../../core/worker/Workspace.ts";
import type { Catalogue } from "../../../dataset/Catalogue.ts";
import type { OpenedData } from "../../../dataset/OpenedData.ts";
import { readCatalogue } from "../../../dataset/reading/readCatalogue.ts";
import { CancelledError, NotReadyError, StorageError } from "../../../errors.ts";
import type { StoredModels } from "../../../storage/database.ts";
import type { DataSource } from "../api.ts";
import { EMBEDDED_NAME, fetchEmbeddedFiles } from "./embeddedFiles.ts";
import { openPublishedModel } from "./publishedModel.ts";
import { tabMemory } from "./tabMemory.ts";

/** Data beside the current, and the model saved for it. */
export interface Staged {
  data: LoadedData;
  model: ReadyModel | null;
  isSaved: boolean;
}

/** The data set opened last. @throws NotReadyError if there is none. */
export function openedData({ opened }: Workspace): OpenedData {
  if (opened?.kind !== "dataset") throw new NotReadyError("Open a file first.");
  return opened.data;
}

/** Milliseconds between two reports of what is read. */
const TOLD_EVERY = 100;

type OnProgress = (progress: ReadingProgress) => void;

export async function stage(
  source: DataSource,
  workspace: Workspace,
  works: SavedWorks,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Staged> {
  if (source.kind === "embedded") {
    return { data: await readEmbedded(signal, onProgress), model: null, isSaved: false };
  }
  if (source.kind === "published") {
    return { ...(await openPublishedModel(source.folder, signal)), isSaved: false };
  }
  if (source.kind === "opened") {
    const { choices } = source;
    let latest: ReadingProgress | null = null;
    let told = Number.NEGATIVE_INFINITY;
    // Checking the rows is half of what follows reading them.
    const onRead = ({ checked, ...progress }: ReadingProgress) => {
      const isOfSameFile = progress.file === latest?.file;
      latest = progress;
      // A message for each of a thousand pieces takes longer than scanning them; there are few of what follows.
      if (checked === undefined && isOfSameFile && performance.now() < told + TOLD_EVERY) return;
      told = performance.now();
      onProgress(checked === undefined ? progress : { ...progress, checked: checked / 2 });
    };
    const catalogue = await openedData(workspace).read({
      choices,
      memory: tabMemory(),
      signal,
      onProgress: onRead,
    });
    const tell = (share: number) => latest && onProgress({ ...latest, checked: 0.5 + share / 2 });
    return {
      data: await LoadedData.create(catalogue, "file", { signal, tell }),
      model: null,
      isSaved: false,
    };
  }
  return stageSaved(source.name, works, signal, onProgress);
}

async function stageSaved(
  name: string,
  works: SavedWorks,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Staged> {
  const file = titleOf({ name, source: "file" });
  const { catalogue, models, record } = await works.load(name, (progress) =>
    onProgress({ file, ...progress }),
  );
  const tell = (checked: number) => {
    if (!catalogue) return;
    const { length, byteLength } = catalogue.ratings.users;
    onProgress({ file, rows: length, bytes: byteLength, totalBytes: byteLength, checked });
  };
  // Restoring the model is half of what follows reading it.
  const data = catalogue
    ? await unpack(catalogue, signal, (share) => tell(share / 2))
    : await readEmbedded(signal, onProgress);
  tell(0.5);
  const model =
    models && record ? await restore(models, record, data, (share) => tell(0.5 + share / 2)) : null;
  return { data, model, isSaved: true };
}

/** Another version of Matinee may have saved it in a form that this one cannot use. */
async function unpack(
  catalogue: Catalogue,
  signal: AbortSignal,
  tell: (share: number) => void,
): Promise<LoadedData> {
  try {
    return await LoadedData.create(catalogue, "file", { signal, tell });
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    const title = titleOf({ name: catalogue.name, source: "file" });
    throw new StorageError(`The saved copy of ${title} is from another version. Open the file again.`);
  }
}

async function readEmbedded(signal: AbortSignal, onProgress: OnProgress): Promise<LoadedData> {
  const files = await fetchEmbeddedFiles(signal);
  const catalogue = await readCatalogue(files, { name: EMBEDDED_NAME, signal, onProgress });
  return LoadedData.create(catalogue, "embedded", { signal });
}

/** Null if another version saved what this one cannot use: then a new model is trained. */
async function restore(
  models: StoredModels,
  record: TrainingRecord,
  data: LoadedData,
  tell: (share: number) => void,
): Promise<ReadyModel | null> {
  const restored = await restoreTrained(models, record, data, (share) => tell(share / 2));
  if (restored === null) return null;
  const { trained, foldInMap } = restored;
  const onShare = (share: number) => tell(0.5 + share / 2);
  return { trained, recommender: await Recommender.create(trained.model, data, foldInMap, onShare) };
}
