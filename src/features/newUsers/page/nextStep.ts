import type { NewUsersState } from "./NewUsersStore.ts";

/** The first step not taken yet: its button stands out. */
export function nextStep({
  update,
  tuning,
  comparison,
  replay,
}: NewUsersState): "update" | "tune" | "compare" | "replay" | null {
  if (tuning.found === null) return "tune";
  if (update.found === null) return "update";
  if (comparison.found === null) return "compare";
  return replay.found === null ? "replay" : null;
}
