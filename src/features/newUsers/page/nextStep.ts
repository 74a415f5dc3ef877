import type { NewUsersState } from "./NewUsersStore.ts";

/** The first step not taken yet: its button stands out. */
export function nextStep({
  update,
  tuning,
  comparison,
  replay,
}: NewUsersState): "update" | "tune" | "compare" | "replay" | null {
  if (update.outcome === null) return "update";
  if (tuning.points.length === 0) return "tune";
  if (comparison.outcome === null) return "compare";
  return replay.points.length === 0 ? "replay" : null;
}
