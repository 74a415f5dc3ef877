import type { ReadingProgress } from "../../../core/api/DatasetSummary.ts";
import type { Reading } from "../../../core/page/WorkspaceStore.ts";

/** Adds the seconds left of each file, judged by the time it has taken so far. */
export function estimating(): (progress: ReadingProgress) => Reading {
  let file = "";
  let began = 0;
  return (progress) => {
    if (progress.file !== file) {
      file = progress.file;
      began = performance.now();
    }
    const { bytes, totalBytes } = progress;
    const seconds = (performance.now() - began) / 1000;
    return {
      ...progress,
      secondsLeft:
        progress.checked === undefined && bytes > 0 && seconds > 0.5
          ? (seconds / bytes) * (totalBytes - bytes)
          : null,
    };
  };
}
