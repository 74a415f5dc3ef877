import { toInteractions, toItemFeatures } from "../src/dataset/matrices.ts";
import { readCatalogue } from "../src/dataset/reading/readCatalogue.ts";
import {
  bootstrapInterval,
  type Interval,
  meanPerUser,
  pairedDifference,
} from "../src/evaluation/intervals.ts";
import { measureForTwo, type PairFigures } from "../src/evaluation/protocols/forTwo.ts";
import { measureStart, newcomersOf, type StartFigures } from "../src/evaluation/protocols/gettingStarted.ts";
import { startingWays } from "../src/evaluation/protocols/startingWays.ts";
import { strangersOf } from "../src/evaluation/protocols/strangers.ts";
import { measureAges, measureSeen } from "../src/evaluation/protocols/toldBeside.ts";
import type { PerUser } from "../src/evaluation/rankMetrics.ts";
import { LightFM } from "../src/model/LightFM.ts";
import { recommendedForLikes } from "../src/model/recommendedForLikes.ts";
import { Scorer } from "../src/model/scorer/Scorer.ts";
import { provideKernels } from "./build.js";
import { openFolder } from "./experiment/openFolder.ts";
import { readFolds } from "./experiment/readFolds.ts";
import { table } from "./experiment/table.ts";
import { giveUpOn } from "./giveUpOn.ts";
import { readFlags, root } from "./run.js";

const USAGE = "npm run visitors -- [--data DIR] [--folds 1,2,3]";
const OF = 5;
const SEED = 1;
const LIKES_TOLD = [3, 5, 8, 15];
const STEPS = { answers: 8, questions: 24 };

/** Fold 0 is left out: the ways of asking were chosen on it. */
const flags = readFlags({ data: { type: "string" }, folds: { type: "string" } }, USAGE);
const { data = `${root}public/data/ml-latest-small` } = flags;
const folds = readFolds(flags.folds ?? "1,2,3", OF, USAGE);
provideKernels();
const catalogue = await openFolder(data).then(readCatalogue).catch(giveUpOn);
const interactions = toInteractions(catalogue);
const runs: Record<string, StartFigures[]> = {};
const pairs: Record<string, PairFigures[]> = {};
/** By what is measured and the likes told, then by way. */
const beside: Record<string, Record<string, PerUser[]>> = {};
for (const fold of folds) {
  console.error(`Fold ${fold}`);
  const strangers = strangersOf(interactions, { folds: OF, fold, seed: SEED });
  const { train, likes } = strangers;
  const { hyperparameters, epochs } = await recommendedForLikes(train);
  const model = await new LightFM({ ...hyperparameters, seed: SEED }).fit(train, {
    epochs,
    itemFeatures: toItemFeatures(catalogue),
  });
  const scorer = await Scorer.create(model, train);
  const recommender = { forStranger: (itemIds: Int32Array) => scorer.scoresOfStranger({ itemIds }) };
  for (const told of LIKES_TOLD) {
    const score = scorer.scoresOfStranger.bind(scorer);
    const seen = await measureSeen(interactions, strangers, { told, seed: SEED }, score);
    const { timestamps } = catalogue.ratings;
    const ages = timestamps ? await measureAges(interactions, timestamps, strangers, told, score) : {};
    for (const [what, ways] of Object.entries({ Seen: seen, Age: ages })) {
      const name = `${what}, ${told} likes told`;
      const before = beside[name] ?? {};
      const after = Object.entries(ways).map(([way, own]) => [way, [...(before[way] ?? []), own]]);
      beside[name] = Object.fromEntries(after);
    }
  }
  const newcomers = newcomersOf(interactions, likes.keys(), { answers: STEPS.answers, seed: SEED });
  for (const [way, asking] of Object.entries(await startingWays(catalogue, train, model))) {
    const figures = await measureStart(interactions, newcomers, asking, recommender, STEPS);
    runs[way] = [...(runs[way] ?? []), figures];
  }
  for (const [way, figures] of Object.entries(
    await measureForTwo(interactions, newcomers, recommender, STEPS.answers),
  )) {
    pairs[way] = [...(pairs[way] ?? []), figures];
  }
}

const perUser = (way: string, figure: keyof StartFigures) => meanPerUser(runs[way].map((run) => run[figure]));
const told = ({ mean, low, high }: Interval) =>
  `${mean.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
console.log(`\nGetting started, folds ${folds} of ${OF}; nDCG at 10, 95% bootstrap intervals over users\n`);
const figures = ["afterAnswers", "afterQuestions"] as const;
console.log(
  table(
    [
      "",
      ...["after 8 answers", "after 24 questions"].flatMap((what) => [what, "more than the set"]),
      "questions",
    ],
    Object.keys(runs).map((way) => [
      way,
      ...figures.flatMap((figure) => {
        const own = perUser(way, figure);
        return [told(bootstrapInterval(own)), told(pairedDifference(own, perUser("startingSet", figure)))];
      }),
      bootstrapInterval(perUser(way, "questions")).mean.toFixed(1),
    ]),
  ),
);
console.log(`\n${bootstrapInterval(perUser("interview", "afterAnswers")).users} users`);

const ofPairs = (way: string, figure: keyof PairFigures) => meanPerUser(pairs[way].map((run) => run[figure]));
console.log(`\nFor two, ${STEPS.answers} likes of each known; nDCG at 10\n`);
console.log(
  table(
    ["", "mean of both", "more than the average", "the worse served", "more than the average"],
    Object.keys(pairs).map((way) => [
      way,
      ...(["both", "worse"] as const).flatMap((figure) => {
        const own = ofPairs(way, figure);
        return [told(bootstrapInterval(own)), told(pairedDifference(own, ofPairs("average", figure)))];
      }),
    ]),
  ),
);
console.log(`\n${bootstrapInterval(ofPairs("average", "both")).users} pairs`);

for (const [what, ways] of Object.entries(beside)) {
  const [first, ...others] = Object.entries(ways).map(([way, runs]) => ({ way, own: meanPerUser(runs) }));
  if (first === undefined) continue;
  console.log(`\n${what}; nDCG at 10\n`);
  console.log(
    table(
      ["", "", `more than ${first.way}`],
      [
        [first.way, told(bootstrapInterval(first.own)), ""],
        ...others.map(({ way, own }) => [
          way,
          told(bootstrapInterval(own)),
          told(pairedDifference(own, first.own)),
        ]),
      ],
    ),
  );
}
