import type { FeatureMatrix } from "../../matrix/FeatureMatrix.ts";
import type { Interactions } from "../../matrix/Interactions.ts";
import type { Hyperparameters } from "../../model/hyperparameters.ts";
import { LightFM } from "../../model/LightFM.ts";
import { type Likes, likesOf } from "../../model/neighbours/likes.ts";
import { ridgeOf } from "../../model/neighbours/neighboursOf.ts";
import type { ScorerOptions } from "../../model/scorer/additions.ts";
import { Scorer } from "../../model/scorer/Scorer.ts";
import { Ease } from "../peers/Ease.ts";
import { ItemKnn } from "../peers/ItemKnn.ts";
import type { Peer } from "../peers/Peer.ts";
import { Popularity } from "../peers/Popularity.ts";
import type { Contestant, LearnOptions, Learnt } from "./Contestant.ts";

/** Penalties that the ridge and EASE choose from on a hold-out of their own. */
const PENALTIES = [30, 100, 300, 1000, 3000] as const;
const KNN_CHOICES = [
  { neighbours: 30, shrinkage: 10 },
  { neighbours: 100, shrinkage: 10 },
  { neighbours: 300, shrinkage: 30 },
] as const;

/** A kind of contestant in the settings that it may choose from: which, is found within the training data. */
export interface Entrant {
  name: string;
  choices: readonly Contestant[];
  /** It takes part in protocol W alone: it has no way to fold in strangers. */
  knownUsersOnly?: boolean;
}

/** Recommenders of other kinds, which see the likes alone, for data of this size. */
export function peers(size: { users: number; items: number }): Entrant[] {
  const ease: Entrant = {
    name: "ease",
    choices: PENALTIES.map((penalty) =>
      peer("ease", async (likes) => new Ease(await ridgeOf(likes, penalty))),
    ),
  };
  return [
    { name: "popularity", choices: [peer("popularity", (likes) => new Popularity(likes))] },
    {
      name: "itemKnn",
      choices: KNN_CHOICES.map((choice) => peer("itemKnn", (likes) => new ItemKnn(likes, choice))),
    },
    {
      name: "ridge",
      choices: PENALTIES.map((penalty) => peer("ridge", (likes) => ridgeOf(likes, penalty))),
    },
    ...(Ease.fits(size) ? [ease] : []),
  ];
}

function peer(name: string, make: (likes: Likes) => Peer | Promise<Peer>): Contestant {
  return {
    name,
    async learn(train): Promise<Learnt> {
      const made = await make(likesOf(train));
      return { forUser: (_, likes) => made.score(likes), forStranger: (likes) => made.score(likes) };
    },
  };
}

export interface ModelSetup {
  hyperparameters: Partial<Hyperparameters>;
  epochs: number;
  /** Each item's own feature alone if left out. */
  itemFeatures?: FeatureMatrix | undefined;
  /** What a scorer places items by that nobody likes. */
  itemTags?: FeatureMatrix | null;
}

/**
 * A model and what the scorer adds to it: as `name`, and without the additions as `name` and "Alone". Both
 * are of one training.
 */
export function scoredModel(name: string, setup: ModelSetup): Contestant[] {
  const trained = new WeakMap<Interactions, Promise<LightFM>>();
  const modelOf = (train: Interactions, options: LearnOptions) => {
    const model = trained.get(train) ?? trainModel(setup, train, options);
    trained.set(train, model);
    return model;
  };
  const contestant = (as: string, additions: ScorerOptions): Contestant => ({
    name: as,
    learn: async (train, options) =>
      learntBy(await Scorer.create(await modelOf(train, options), train, additions)),
  });
  return [contestant(name, { itemTags: setup.itemTags }), contestant(`${name}Alone`, WITHOUT_ADDITIONS)];
}

/** A model by itself: known users by the vectors of training, strangers by its own `foldIn`. */
export function plainModel(name: string, setup: ModelSetup): Contestant {
  return {
    name,
    learn: async (train, options) =>
      learntBy(await Scorer.create(await trainModel(setup, train, options), train, WITHOUT_ADDITIONS)),
  };
}

const WITHOUT_ADDITIONS = {
  learntFoldIn: false,
  neighbours: false,
  newItems: false,
} as const satisfies ScorerOptions;

function trainModel(
  { hyperparameters, epochs, itemFeatures }: ModelSetup,
  train: Interactions,
  { seed, signal }: LearnOptions,
): Promise<LightFM> {
  return new LightFM({ ...hyperparameters, seed }).fit(train, {
    epochs,
    ...(itemFeatures && { itemFeatures }),
    ...(signal && { signal }),
  });
}

function learntBy(scorer: Scorer): Learnt {
  return {
    forUser: (user) => scorer.scoresOfUser(user),
    forStranger: (itemIds) => scorer.scoresOfStranger({ itemIds }),
  };
}
