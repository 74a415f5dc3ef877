import type { JobStanding } from "../../ui/JobStanding.ts";
import type { DatasetSummary, Nouns } from "../api/DatasetSummary.ts";
import { aboutWaiting, JobStore } from "./JobStore.ts";
import { useSelected, useStore } from "./stores.tsx";
import { nounsOf, WorkspaceStore } from "./WorkspaceStore.ts";

export const useDataset = (): DatasetSummary | null => useSelected(WorkspaceStore, ({ dataset }) => dataset);

export const useNouns = (): Nouns => useSelected(WorkspaceStore, nounsOf);

/** How the job of this name stands, and how to stop it. */
export function useJob(name: string): JobStanding {
  const jobs = useStore(JobStore);
  const dataset = useDataset();
  const running = useSelected(JobStore, ({ job }) => job?.name === name);
  const stopping = useSelected(JobStore, ({ job }) => job?.name === name && job.isStopping === true);
  const waiting = useSelected(JobStore, (state) => aboutWaiting(state, name));
  return {
    running,
    stopping,
    waiting,
    blocked: dataset === null ? "Load some ratings first." : null,
    stop: () => jobs.stop(name),
  };
}
