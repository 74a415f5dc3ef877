import { toInteractions, toItemFeatures, toItemTags } from "../src/dataset/matrices.ts";
import { readCatalogue } from "../src/dataset/reading/readCatalogue.ts";
import {
  bootstrapInterval,
  type Interval,
  meanPerUser,
  pairedDifference,
} from "../src/evaluation/intervals.ts";
import { newItemsOf } from "../src/evaluation/protocols/newItems.ts";
import { rankCases } from "../src/evaluation/protocols/rankCases.ts";
import { ndcg, type PerUser } from "../src/evaluation/rankMetrics.ts";
import { LightFM } from "../src/model/LightFM.ts";
import { recommendedForLikes } from "../src/model/recommendedForLikes.ts";
import type { ScorerOptions } from "../src/model/scorer/additions.ts";
import { Scorer } from "../src/model/scorer/Scorer.ts";
import { provideKernels } from "./build.js";
import { openFolder } from "./experiment/openFolder.ts";
import { readFolds } from "./experiment/readFolds.ts";
import { table } from "./experiment/table.ts";
import { giveUpOn } from "./giveUpOn.ts";
import { readFlags, root, wholeNumber } from "./run.js";

const USAGE = "npm run new-items -- [--data DIR] [--folds 0,1,2,3,4] [--users N] [--likes N]";
const OF = 5;
const SEED = 177;
/** They say nothing of new items. */
const BESIDES = { learntFoldIn: false, neighbours: false } as const satisfies ScorerOptions;

const text = { type: "string" } as const;
const flags = readFlags({ data: text, folds: text, users: text, likes: text }, USAGE);
const { data = `${root}public/data/ml-latest-small` } = flags;
const folds = readFolds(flags.folds ?? "0,1,2,3,4", OF, USAGE);
const users = wholeNumber("--users", flags.users ?? "1000", 1, USAGE);
const fewest = wholeNumber("--likes", flags.likes ?? "0", 0, USAGE);
provideKernels();
const catalogue = await openFolder(data).then(readCatalogue).catch(giveUpOn);
const interactions = toInteractions(catalogue);
const itemTags = toItemTags(catalogue);
const ways: Record<string, ScorerOptions> = {
  "the sum of features": { newItems: false },
  "ridge from features": {},
  ...(itemTags && { "ridge from features and tags": { itemTags } }),
};
const found: Record<string, PerUser[]> = {};
for (const fold of folds) {
  console.error(`Fold ${fold}`);
  const { train, cases } = newItemsOf(interactions, { folds: OF, fold, seed: SEED, fewest });
  const step = Math.ceil(cases.length / users);
  const examined = cases.filter((_, place) => place % step === 0);
  const { hyperparameters, epochs } = await recommendedForLikes(train);
  const model = await new LightFM({ ...hyperparameters, seed: 1 + fold }).fit(train, {
    epochs,
    itemFeatures: toItemFeatures(catalogue),
  });
  for (const [way, options] of Object.entries(ways)) {
    const scorer = await Scorer.create(model, train, { ...BESIDES, ...options });
    const ranks = await rankCases(interactions, examined, ({ user }) => scorer.scoresOfUser(user));
    found[way] = [...(found[way] ?? []), ndcg(ranks, 10)];
  }
}

const told = ({ mean, low, high }: Interval) =>
  `${mean.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
const [first, ...others] = Object.entries(found).map(([way, runs]) => ({ way, own: meanPerUser(runs) }));
console.log(
  `\nNew items${fewest > 0 ? ` that ${fewest} people or more like` : ""}, folds ${folds} of ${OF}, ${bootstrapInterval(first.own).users} users; nDCG at 10, 95% bootstrap intervals over users\n`,
);
console.log(
  table(
    ["", "", `more than ${first.way}`, "more than the one above"],
    [
      [first.way, told(bootstrapInterval(first.own)), "", ""],
      ...others.map(({ way, own }, i) => [
        way,
        told(bootstrapInterval(own)),
        told(pairedDifference(own, first.own)),
        told(pairedDifference(own, [first, ...others][i].own)),
      ]),
    ],
  ),
);
