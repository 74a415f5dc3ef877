import type { PerUser } from "../../../evaluation/rankMetrics.ts";
import { precision } from "../../../evaluation/rankMetrics.ts";
import { FeatureMatrix } from "../../../matrix/FeatureMatrix.ts";
import { Interactions } from "../../../matrix/Interactions.ts";
import type { LightFM } from "../../../model/LightFM.ts";
import { indicesIn } from "../../../model/neighbours/likes.ts";
import type { TestRanks } from "../../../model/rankTestItems.ts";
import type { ModelSettings } from "../../defaults.ts";
import { reshape } from "../../reshape.ts";
import { train } from "../../train.ts";
import { partOf, type Work } from "../../Work.ts";
import { LIST } from "../lists.ts";
import type { TrialData } from "../TrialData.ts";

/** Where an attack's target stands with each genuine user; NaN for those who know it. */
export interface TargetStanding {
  /** 1 if the target is among the ten best, otherwise 0: their mean is the hit ratio. */
  hits: PerUser;
  /** 1 at the top of the catalogue, 0 at its end. */
  place: PerUser;
}

/** The recommender under attack: trained on what it is given, and examined with genuine users alone. */
export class Victim {
  readonly #settings: ModelSettings;
  readonly #epochs: number;
  readonly #trainings: number;
  readonly #work: Work;
  #trained = 0;

  /** @param trainings how many there will be, for its progress */
  constructor(
    readonly data: TrialData,
    settings: ModelSettings,
    epochs: number,
    trainings: number,
    work: Work,
  ) {
    this.#settings = settings;
    this.#epochs = epochs;
    this.#trainings = trainings;
    this.#work = work;
  }

  async train(interactions: Interactions): Promise<LightFM> {
    const part = partOf(this.#work, this.#trained / this.#trainings, (this.#trained + 1) / this.#trainings);
    this.#trained++;
    const { itemFeatures } = this.data.features(this.#settings);
    const userFeatures = FeatureMatrix.identity(interactions.users);
    const training = { settings: this.#settings, seed: this.data.seed, epochs: this.#epochs };
    return (await train(interactions, { userFeatures, itemFeatures }, training, part)).model;
  }

  async standing(model: LightFM, target: number): Promise<TargetStanding> {
    const { train, known, users, items } = this.data;
    const strangers = Int32Array.from({ length: users }, (_, user) => user).filter(
      (user) => !indicesIn(known, user).includes(target),
    );
    const rows = model.state.features?.userFeatures.rows ?? users;
    const likes = new Float32Array(strangers.length).fill(1);
    const targets = new Int32Array(strangers.length).fill(target);
    const ranks = await model.predictRank(new Interactions(rows, items, strangers, targets, likes), {
      train: reshape(train, rows, items),
    });
    return standingFromRanks(ranks, users);
  }

  async precision(model: LightFM): Promise<PerUser> {
    const { train, test } = this.data;
    return precision(await model.predictRank(test, { train }), LIST);
  }
}

/**
 * @param ranks of the target alone, for users who do not know it
 * @param users genuine ones, the first of all
 */
export function standingFromRanks({ test, ranks, items }: TestRanks, users: number): TargetStanding {
  const rankFor = (user: number) =>
    test.indptr[user + 1] > test.indptr[user] ? ranks[test.indptr[user]] : Number.NaN;
  const own = Float32Array.from({ length: users }, (_, user) => rankFor(user));
  return {
    hits: own.map((rank) => (Number.isNaN(rank) ? rank : Number(rank < LIST))),
    place: own.map((rank) => 1 - rank / items),
  };
}
