import type { ExperimentSetup } from "../api.ts";
import { percent } from "./timeline/words.ts";

/** That the line has moved since something was measured, in a sentence; empty if it has not. */
export function outdated(setup: ExperimentSetup | null, cut: number): string {
  if (setup === null) return "";
  const then = Math.round(setup.knownShare * 1000);
  return then === cut ? "" : `Out of date: measured at ${percent(then)}.`;
}
