import type { ExperimentGround } from "../api.ts";
import { percent } from "./timeline/words.ts";

/** That the line has been moved since something was measured, in a sentence; empty where it stands where it did. */
export function movedSince(ground: ExperimentGround | null, cut: number): string {
  if (ground === null) return "";
  const then = Math.round(ground.currentShare * 1000);
  return then === cut ? "" : `Measured with the line at ${percent(then)}; it has been moved since.`;
}
