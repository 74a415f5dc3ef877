import type { Outcome } from "../../../core/api/work.ts";
import { timeLeft } from "../../../core/worker/timeLeft.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { NotReadyError } from "../../../errors.ts";
import { newUsersOf } from "../../../experiment/newUsers.ts";
import { trainOn } from "../../../experiment/train.ts";
import { partOf } from "../../../experiment/Work.ts";
import type { ExperimentSetup, NewUserTables, UpdateOutcome, UpdateProgress } from "../api.ts";
import type { KnownModel } from "./KnownModel.ts";
import { UpdatedModel } from "./UpdatedModel.ts";

/** Epochs of `fitPartial` over the new interactions, as a share of those of `fit`. */
const PARTIAL_SHARE = 0.5;

/**
 * The article's experiment: `fit` on what is known, then `fitPartial` on what is new. The model knows nothing of
 * a user or item before its first interaction: its tables grow when they arrive.
 */
export class UpdateService {
  readonly #workspace: Workspace;
  readonly #known: KnownModel;
  #updated: UpdatedModel | null = null;

  constructor(workspace: Workspace, known: KnownModel) {
    this.#workspace = workspace;
    this.#known = known;
    workspace.whenAdopted(() => {
      this.#updated = null;
    });
  }

  async run(
    setup: ExperimentSetup,
    onProgress: (progress: UpdateProgress) => void,
  ): Promise<Outcome<UpdateOutcome>> {
    const split = this.#known.split(setup);
    return this.#workspace.jobs.run(onProgress, async (signal, report) => {
      const { epochs, settings } = this.#known.training(setup);
      const features = split.features(settings.featureWeights);
      const partialEpochs = Math.max(1, Math.round(epochs * PARTIAL_SHARE));
      // Progress is counted in interactions visited.
      const visits = split.current.length * epochs;
      const fitShare = visits / (visits + split.added.length * partialEpochs);
      const left = timeLeft();
      const work = (phase: UpdateProgress["phase"]) => ({
        signal,
        onProgress: (done: number) => report({ phase, ...left(done) }),
      });
      const fitted = await this.#known.model(setup, partOf(work("fit"), 0, fitShare));
      const after = fitted.model.clone();
      const updating = partOf(work("fitPartial"), fitShare, 1);
      const fitPartialSeconds = await trainOn(after, split.added, features.whole, partialEpochs, updating);
      this.#updated = new UpdatedModel(split, features, fitted.model, after);
      return {
        boundary: split.boundary,
        known: split.current.length,
        new: split.added.length,
        knownUsers: split.currentUsers,
        newUsers: newUsersOf(split).map(({ id, interactions, likes }) => ({
          id,
          interactions,
          positives: likes,
        })),
        fitSeconds: fitted.seconds,
        fitPartialSeconds,
      };
    });
  }

  /** @throws NotReadyError if the last update had no such new user. */
  async newUser(id: string, count: number): Promise<NewUserTables> {
    const { data } = this.#workspace;
    const rows = await this.#updated?.newUser(id, count);
    if (!rows) throw new NotReadyError(`User ${id} is not one of the new users.`);
    const film = (row: number) => this.#workspace.film(data, row);
    return {
      id,
      rated: rows.rated.map(({ item, rating }) => ({ ...film(item), rating })),
      recommended: rows.recommended.map(film),
      before: rows.before.map(film),
    };
  }
}
