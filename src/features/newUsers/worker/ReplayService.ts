import type { Outcome } from "../../../core/api/work.ts";
import { timeLeft } from "../../../core/worker/timeLeft.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { replay } from "../../../experiment/replay.ts";
import type { ExperimentSetup, Hits, Pace, ReplayPoint, ReplayProgress } from "../api.ts";
import { type KnownModel, trainingOf } from "./KnownModel.ts";
import { Pacer } from "./Pacer.ts";

/** Milliseconds between two reports. */
const REPORT_EVERY = 100;
/** Points of a replay's curve: more could not be told apart. */
const POINTS = 400;

/** Replays the new interactions in order: each is first predicted, then learnt. */
export class ReplayService {
  readonly #workspace: Workspace;
  readonly #known: KnownModel;
  /** Of the current replay, which may still be waiting for its model. */
  #pacer = new Pacer({ perSecond: 1, paused: true });

  constructor(workspace: Workspace, known: KnownModel) {
    this.#workspace = workspace;
    this.#known = known;
  }

  async run(
    setup: ExperimentSetup,
    pace: Pace,
    onProgress: (progress: ReplayProgress) => void,
  ): Promise<Outcome<true>> {
    const split = this.#known.split(setup);
    return this.#workspace.jobs.run(onProgress, async (signal, report) => {
      this.#pacer.set(pace);
      const total = split.added.length;
      const { featureWeights } = trainingOf(setup).settings;
      const fitting = timeLeft();
      const { model } = await this.#known.model(setup, {
        signal,
        onProgress: (done) => report({ ...fitting(done), total, points: [], phase: "fit" }),
      });
      const left = timeLeft();
      const every = Math.max(1, Math.floor(total / POINTS));
      let points: ReplayPoint[] = [];
      let reportedAt = 0;
      let predicted = 0;
      const hits: Hits = { learning: 0, frozen: 0, foldIn: 0, popularity: 0 };
      for await (const step of replay(split, model.clone(), { featureWeights, signal })) {
        const { replayed, time } = step;
        if (step.hits !== null) {
          predicted++;
          if (step.hits.learning) hits.learning++;
          if (step.hits.frozen) hits.frozen++;
          if (step.hits.foldIn) hits.foldIn++;
          if (step.hits.popularity) hits.popularity++;
        }
        const isLast = replayed === total;
        if (replayed % every === 0 || isLast) points.push({ replayed, time, predicted, hits: { ...hits } });
        if (performance.now() - reportedAt >= REPORT_EVERY || isLast) {
          report({ ...left(replayed / total), total, points, phase: null });
          points = [];
          reportedAt = performance.now();
        }
        await this.#pacer.next(signal);
      }
      return true as const;
    });
  }

  /** Changes the pace of the current replay. */
  async setPace(pace: Pace): Promise<void> {
    this.#pacer.set(pace);
  }
}
