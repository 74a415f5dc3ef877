import type { SessionState } from "./Session.ts";

/** Why work of the model cannot begin now, in a sentence; null where it can. */
export function hindranceOf(state: SessionState): string | null {
  if (state.dataset === null) return "There are no ratings to learn from yet.";
  if (state.training.running) return "The model is learning; this can begin after that.";
  if (state.arrivals.running) return "New users are being taken in; this can begin after that.";
  const { tuning, search, comparison, replay } = state.newUsers;
  if (tuning.running || search.running) return "Settings are being tried; this can begin after that.";
  if (comparison.running) return "Three ways are being compared; this can begin after that.";
  if (replay.running) return "Arrivals are being replayed; this can begin after that.";
  if (state.serving.running) return "The database is being made; this can begin after that.";
  return null;
}
