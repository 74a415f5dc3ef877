import { count, duration } from "../../ui/words.ts";
import type { DatasetSummary } from "../api/DatasetSummary.ts";
import type { Job } from "./JobStore.ts";
import type { ModelSummary } from "./WorkspaceStore.ts";

export interface Status {
  mood: "busy" | "good" | "bad";
  text: string;
}

interface Facts {
  dataset: DatasetSummary | null;
  model: ModelSummary | null;
  isReading: boolean;
  job: Job | null;
  /** What the person has just changed; it stands for a moment. */
  news: string | null;
}

/** What is going on, in one line that changes rarely enough to be read aloud. */
export function statusOf({ dataset, model, isReading, job, news }: Facts): Status {
  if (isReading) return { mood: "busy", text: "Loading ratings" };
  if (dataset === null) return { mood: "bad", text: "No data" };
  if (news !== null) return { mood: job === null ? "good" : "busy", text: news };
  if (job !== null) return { mood: "busy", text: job.status };
  if (model === null) return { mood: "bad", text: "Not trained yet" };
  return { mood: "good", text: aboutModel(model, `${count(dataset.interactions)} ratings`) };
}

function aboutModel(
  { origin, stopped, epochsDone, history, seconds }: ModelSummary,
  ratings: string,
): string {
  if (origin === "published") return "Ready: using the published model";
  if (origin === "imported") return "Using your imported model";
  if (stopped) {
    const planned = history.at(-1)?.lastEpoch;
    return `Training stopped early (${epochsDone}${planned ? ` of ${planned}` : ""} epochs)`;
  }
  if (origin === "earlier") return "Ready: trained on your last visit";
  return `Learnt from ${ratings} in ${duration(seconds ?? 0)}, in this tab`;
}
