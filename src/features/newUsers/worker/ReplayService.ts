import type { Outcome } from "../../../core/api/work.ts";
import { featureWeightsOf } from "../../../core/worker/modelSettings.ts";
import { timeLeft } from "../../../core/worker/timeLeft.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { HitCounter, hitShares, type ReplayPoint } from "../../../experiment/hitRates.ts";
import { replay } from "../../../experiment/replay.ts";
import { replaySentence } from "../../../experiment/report/replaySentence.ts";
import type { ExperimentSetup, Pace, ReplayProgress } from "../api.ts";
import type { KnownModel } from "./KnownModel.ts";
import { Pacer } from "./Pacer.ts";

/** Milliseconds between two reports. */
const REPORT_EVERY = 100;
/** Points of a replay's curve: more could not be told apart. */
const POINTS = 400;

const NOTHING_YET = { points: [], perSecond: 0, verdict: "", shares: null };

/** Replays the new interactions in order: each is first predicted, then learnt. */
export class ReplayService {
  readonly #workspace: Workspace;
  readonly #known: KnownModel;
  /** The pace of the current replay, which may still be waiting for its model. */
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
      const featureWeights = featureWeightsOf(setup.settings);
      const fitting = timeLeft();
      const { model } = await this.#known.model(setup, {
        signal,
        onProgress: (done) => report({ ...fitting(done), total, ...NOTHING_YET, phase: "fit" }),
      });
      const left = timeLeft();
      const every = Math.max(1, Math.floor(total / POINTS));
      let points: ReplayPoint[] = [];
      let reportedAt = 0;
      const counter = new HitCounter(split);
      for await (const step of replay(split, model.clone(), { featureWeights, signal })) {
        const { replayed } = step;
        counter.add(step);
        const isLast = replayed === total;
        if (replayed % every === 0 || isLast) points.push(counter.pointAt(step));
        if (performance.now() - reportedAt >= REPORT_EVERY || isLast) {
          const shares = isLast ? hitShares(counter.perUser) : null;
          const verdict = shares ? replaySentence(shares) : "";
          const { perSecond } = this.#pacer;
          report({ ...left(replayed / total), total, points, perSecond, verdict, shares, phase: null });
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
