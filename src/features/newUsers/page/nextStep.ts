import type { SessionState } from "../../../core/page/session/Session.ts";

/** The first step that nobody has taken yet: its button stands out. */
export function nextStep({
  newUsers,
  arrivals,
  serving,
}: SessionState): "takeIn" | "tune" | "compare" | "replay" | "serve" | null {
  if (arrivals.outcome === null) return "takeIn";
  if (newUsers.tuning.points.length === 0) return "tune";
  if (newUsers.comparison.outcome === null) return "compare";
  if (newUsers.replay.points.length === 0) return "replay";
  return serving.batch === null ? "serve" : null;
}
