import { useSelected } from "../../../core/page/stores.tsx";
import { useJob } from "../../../core/page/useWorkspace.ts";
import { type Standing, standingOf } from "../../../ui/outline/Standing.ts";
import { JOBS, NewUsersStore } from "./NewUsersStore.ts";
import { useOutdated } from "./outdated.ts";

/** How each step stands, for the outline. */

export function useTimelineStanding(): Standing {
  return useSelected(NewUsersStore, ({ timeline }) => (timeline === null ? "not run" : "done"));
}

/** A search for settings belongs to the step, but only while it is under way. */
export function useTuningStanding(): Standing {
  const { running, waiting } = useJob(JOBS.search.name);
  const tuning = useStandingOf("tuning", "model");
  if (running || tuning === "running") return "running";
  return waiting === null ? tuning : "waiting";
}

export const useUpdateStanding = (): Standing => useStandingOf("update", "training");
export const useComparisonStanding = (): Standing => useStandingOf("comparison", "training");
export const useReplayStanding = (): Standing => useStandingOf("replay", "training");

function useStandingOf(
  name: "tuning" | "update" | "comparison" | "replay",
  on: Parameters<typeof useOutdated>[1],
): Standing {
  const { found, stopped } = useSelected(NewUsersStore, (state) => state[name]);
  const job = useJob(JOBS[name].name);
  const outdated = useOutdated(found, on);
  // A run that reports as it goes has found nothing before its first point.
  const isFound = found !== null && !("points" in found.result && found.result.points.length === 0);
  return standingOf({ ...job, isFound, stopped, outdated });
}
