import type { DataSource, LoadProgress } from "../../../core/api.ts";
import type { Catalogue } from "../../../dataset/Catalogue.ts";
import { readCatalogue } from "../../../dataset/readCatalogue.ts";
import { StorageError } from "../../../errors.ts";
import { loadModel } from "../../../model/file/loadModel.ts";
import { nextTask } from "../../../model/nextTask.ts";
import type { KeptModels } from "../../../storage/KeptModels.ts";
import { whyNotOf } from "../../export/worker/whyNotOf.ts";
import { Recommender } from "../../forYou/worker/Recommender.ts";
import type { TrainingCourse } from "../../saved/api.ts";
import type { Keeper } from "../../saved/worker/Keeper.ts";
import { ExaminedModel } from "../../training/worker/ExaminedModel.ts";
import { EMBEDDED_NAME, fetchEmbeddedFiles } from "./embeddedFiles.ts";
import { LoadedData } from "./LoadedData.ts";
import { tabMemory } from "./tabMemory.ts";

/** A model with everything that stands around it. */
export interface Learnt {
  examined: ExaminedModel;
  recommender: Recommender;
  course: TrainingCourse;
}

/** Data made ready beside the current, and what an earlier visit has learnt from it. */
export interface Staged {
  data: LoadedData;
  learnt: Learnt | null;
  /** Whether it lies on the device. */
  kept: boolean;
}

type OnProgress = (progress: LoadProgress) => void;

export async function stage(
  source: DataSource,
  keeper: Keeper,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Staged> {
  if (source.kind !== "kept") {
    return { data: await read(source, signal, onProgress), learnt: null, kept: false };
  }
  const { catalogue, models, course } = await keeper.load(source.name);
  const data = catalogue ? unpack(catalogue) : await read({ kind: "embedded" }, signal, onProgress);
  const learnt = models && course ? await takeUp(models, course, data) : null;
  return { data, learnt, kept: true };
}

/** Another Matinee may have kept it otherwise than this one can use it. */
function unpack(catalogue: Catalogue): LoadedData {
  try {
    return new LoadedData(catalogue, "file");
  } catch {
    throw new StorageError(
      `What was kept of ${catalogue.name} is not as this Matinee can use it: open the file again.`,
    );
  }
}

async function read(
  source: Exclude<DataSource, { kind: "kept" }>,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<LoadedData> {
  const embedded = source.kind === "embedded";
  const files = embedded ? await fetchEmbeddedFiles(signal) : source.files;
  const name = embedded ? { name: EMBEDDED_NAME } : {};
  const choices = embedded ? {} : source.choices;
  const catalogue = await readCatalogue(files, { ...name, choices, memory: tabMemory(), signal, onProgress });
  // With millions of ratings, reading ends with seconds of work and this begins with some.
  await nextTask();
  return new LoadedData(catalogue, embedded ? "embedded" : "file");
}

/** Null where an older or newer Matinee wrote what this one cannot use: then it learns anew. */
async function takeUp(models: KeptModels, course: TrainingCourse, data: LoadedData): Promise<Learnt | null> {
  try {
    const { model } = loadModel(models.model);
    const twin = models.twin && loadModel(models.twin).model;
    if (whyNotOf(model, data) || (twin && whyNotOf(twin, data))) return null;
    const examined = ExaminedModel.fromState(
      { model, twin, unexamined: models.unexamined },
      data.interactions,
    );
    return { examined, recommender: await Recommender.create(model), course };
  } catch {
    return null;
  }
}
