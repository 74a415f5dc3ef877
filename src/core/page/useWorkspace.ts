import type { DatasetSummary, Nouns } from "../api/DatasetSummary.ts";
import { JobStore } from "./JobStore.ts";
import { useSelected } from "./stores.tsx";
import { WorkspaceStore } from "./WorkspaceStore.ts";

const FILMS: Nouns = { one: "film", many: "films" };

export const useDataset = (): DatasetSummary | null => useSelected(WorkspaceStore, ({ dataset }) => dataset);

/** What the items of the data are called; films while there is none. */
export const useNouns = (): Nouns => useSelected(WorkspaceStore, ({ dataset }) => dataset?.nouns ?? FILMS);

/** Whether the job of this name is running. */
export const useIsRunning = (name: string): boolean => useSelected(JobStore, ({ job }) => job?.name === name);

/** Why a job cannot start now, in a sentence; null if it can. */
export function useBlocked(): string | null {
  const dataset = useDataset();
  const name = useSelected(JobStore, ({ job }) => job?.name ?? null);
  if (dataset === null) return "Load some ratings first.";
  return name === null ? null : `Available when ${name} finishes.`;
}
