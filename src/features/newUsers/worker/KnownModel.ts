import { modelSettingsOf } from "../../../core/worker/modelSettings.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { TimeSplit } from "../../../experiment/TimeSplit.ts";
import { type Training, train } from "../../../experiment/train.ts";
import type { Work } from "../../../experiment/Work.ts";
import type { LightFM } from "../../../model/LightFM.ts";
import type { ExperimentSetup } from "../api.ts";

export const SEED = 42;

/** The split at the line and the model of what is known before it, which several experiments start from. */
export class KnownModel {
  readonly #workspace: Workspace;
  #split: { share: number; split: TimeSplit } | null = null;
  #trained: { setup: string; model: LightFM; seconds: number } | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    workspace.whenAdopted(() => {
      this.#split = null;
      this.#trained = null;
    });
  }

  /** How the experiments train with a setup. @throws NotReadyError if there is no data. */
  training({ settings }: ExperimentSetup): Training {
    const { sampledLikes } = this.#workspace.data;
    return { settings: modelSettingsOf(settings, sampledLikes), seed: SEED, epochs: settings.epochs };
  }

  /** @throws NotReadyError if there is no data, it has no timestamps, or a side of the line is empty. */
  split({ knownShare }: ExperimentSetup): TimeSplit {
    const { sample } = this.#workspace.data;
    if (this.#split?.share !== knownShare) {
      this.#split = { share: knownShare, split: new TimeSplit(sample, knownShare) };
    }
    return this.#split.split;
  }

  /** Trained once for each setup. The model is shared: clone it before training it further. */
  async model(setup: ExperimentSetup, work: Work): Promise<{ model: LightFM; seconds: number }> {
    const split = this.split(setup);
    const how = this.training(setup);
    const key = JSON.stringify([setup.knownShare, how]);
    if (this.#trained?.setup !== key) {
      const features = split.features(how.settings.featureWeights);
      this.#trained = { setup: key, ...(await train(split.current, features.current, how, work)) };
    }
    return this.#trained;
  }
}
