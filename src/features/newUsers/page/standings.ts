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
  const { found, stopped } = useSelected(NewUsersStore, (state) => state.tuning);
  const tuning = useJob(JOBS.tuning.name);
  const search = useJob(JOBS.search.name);
  const outdated = useOutdated(found, "model");
  const isFound = found !== null && found.result.points.length > 0;
  return standingOf({
    running: tuning.running || search.running,
    waiting: tuning.waiting ?? search.waiting,
    ...{ isFound, stopped, outdated },
  });
}

export function useUpdateStanding(): Standing {
  const { found, stopped } = useSelected(NewUsersStore, (state) => state.update);
  const job = useJob(JOBS.update.name);
  const outdated = useOutdated(found, "training");
  return standingOf({ ...job, isFound: found !== null, stopped, outdated });
}

export function useComparisonStanding(): Standing {
  const { found, stopped } = useSelected(NewUsersStore, (state) => state.comparison);
  const job = useJob(JOBS.comparison.name);
  const outdated = useOutdated(found, "training");
  return standingOf({ ...job, isFound: found !== null, stopped, outdated });
}

export function useReplayStanding(): Standing {
  const { found, stopped } = useSelected(NewUsersStore, (state) => state.replay);
  const job = useJob(JOBS.replay.name);
  const outdated = useOutdated(found, "training");
  const isFound = found !== null && found.result.points.length > 0;
  return standingOf({ ...job, isFound, stopped, outdated });
}
