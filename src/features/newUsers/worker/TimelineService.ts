import { transfer } from "comlink";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import type { Timeline } from "../api.ts";
import { timelineOf } from "./timeline.ts";

/** Draws the data in order of time; needs no model. */
export class TimelineService {
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Null if the data has no timestamps. */
  async get(): Promise<Timeline | null> {
    const timeline = timelineOf(this.#workspace.data.sample.ratings);
    if (timeline === null) return null;
    const columns = [...Object.values(timeline.dots), ...Object.values(timeline.cuts)];
    return transfer(
      timeline,
      columns.map(({ buffer }) => buffer),
    );
  }
}
