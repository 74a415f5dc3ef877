import type { FeatureMatrix } from "../../matrix/FeatureMatrix.ts";
import type { Hyperparameters } from "../../model/hyperparameters.ts";
import { LightFM } from "../../model/LightFM.ts";
import { type Likes, likesOf } from "../../model/neighbours/likes.ts";
import { RidgeNeighbours } from "../../model/neighbours/RidgeNeighbours.ts";
import { Ease } from "../peers/Ease.ts";
import { ItemKnn } from "../peers/ItemKnn.ts";
import type { Peer } from "../peers/Peer.ts";
import { Popularity } from "../peers/Popularity.ts";
import type { Contestant, Learnt } from "./Contestant.ts";

/** Penalties that the ridge and EASE choose from on a hold-out of their own. */
const PENALTIES = [100, 300, 1000, 3000] as const;
const KNN_CHOICES = [
  { neighbours: 30, shrinkage: 10 },
  { neighbours: 100, shrinkage: 10 },
  { neighbours: 300, shrinkage: 30 },
] as const;

/** A kind of contestant in the settings that it may choose from: which, is found within the training data. */
export interface Entrant {
  name: string;
  choices: readonly Contestant[];
}

/** Recommenders of other kinds, which see the likes alone. */
export function peers(): Entrant[] {
  return [
    { name: "popularity", choices: [peer("popularity", (likes) => new Popularity(likes))] },
    {
      name: "itemKnn",
      choices: KNN_CHOICES.map((choice) => peer("itemKnn", (likes) => new ItemKnn(likes, choice))),
    },
    {
      name: "ridge",
      choices: PENALTIES.map((penalty) => peer("ridge", (likes) => new RidgeNeighbours(likes, penalty))),
    },
    {
      name: "ease",
      choices: PENALTIES.map((penalty) =>
        peer("ease", (likes) => new Ease(new RidgeNeighbours(likes, penalty))),
      ),
    },
  ];
}

function peer(name: string, make: (likes: Likes) => Peer): Contestant {
  return {
    name,
    async learn(train): Promise<Learnt> {
      const made = make(likesOf(train));
      return { forUser: (_, likes) => made.score(likes), forStranger: (likes) => made.score(likes) };
    },
  };
}

export interface ModelSetup {
  hyperparameters: Partial<Hyperparameters>;
  epochs: number;
  /** Each item's own feature alone if left out. */
  itemFeatures?: FeatureMatrix | undefined;
}

/** The model by itself: known users by the vectors of training, strangers by `foldIn`. */
export function plainModel(name: string, { hyperparameters, epochs, itemFeatures }: ModelSetup): Contestant {
  return {
    name,
    async learn(train, { seed, signal }): Promise<Learnt> {
      const model = await new LightFM({ ...hyperparameters, seed }).fit(train, {
        epochs,
        ...(itemFeatures && { itemFeatures }),
        ...(signal && { signal }),
      });
      const everyItem = Int32Array.from({ length: train.items }, (_, item) => item);
      const items = await model.itemRepresentations();
      const { noComponents } = model.hyperparameters;
      return {
        forUser: (user) => model.predict(user, everyItem),
        async forStranger(likes) {
          const { embedding } = await model.foldIn({ itemIds: likes });
          return items.biases.map((bias, item) => {
            let score = bias;
            for (let k = 0; k < noComponents; k++) {
              score += embedding[k] * items.embeddings[item * noComponents + k];
            }
            return score;
          });
        },
      };
    },
  };
}
