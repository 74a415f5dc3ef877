import { describe, expect, it } from "vitest";
import {
  coverageInterval,
  GUARDS,
  htmlReport,
  jackknifeInterval,
  measureFrontier,
  runAttacks,
  runClosedLoop,
  suspicion,
  TrialData,
} from "../../src/evaluation.ts";
import { readCatalogue, toInteractions, toItemFeatures } from "../../src/files.ts";
import {
  ArgumentError,
  aucScore,
  bootstrapInterval,
  catalogueCoverage,
  certainty,
  Dataset,
  diversityPerUser,
  exposureGini,
  FeatureMatrix,
  genreShares,
  halvingSearch,
  Interactions,
  kFolds,
  LightFM,
  leaveLastOut,
  likeCounts,
  loadModel,
  mean,
  meanPerUser,
  miscalibration,
  ndcgAtK,
  novelty,
  openPublished,
  pairedDifference,
  popularityLift,
  popularityRanks,
  precisionAtK,
  randomSearch,
  randomTrainTestSplit,
  recallAtK,
  reciprocalRank,
  runChallenges,
  Scorer,
  saveModel,
  serendipity,
  timeSplit,
  verdictOn,
} from "../../src/index.ts";
import { contentsOf } from "../support/contentsOf.ts";
import { twoTastes } from "../support/problems.ts";

// What a caller in JavaScript, or one who comes from Python, gets wrong. The types would refuse all of it.
const any = (value: unknown) => value as never;

const x = twoTastes();
const { users, items } = x;
const model = await new LightFM({ loss: "warp" }).fit(x, { epochs: 1 });
const { tables } = model.state;
const scorer = await Scorer.create(model, null);
const dataset = new Dataset().fit(["b"], ["i"], ["f"], ["g"]);
const lists = [Int32Array.of(0, 1), Int32Array.of(1)];
const genres = FeatureMatrix.identity(2);
const ratings = Array.from({ length: 200 }, (_, i) => `${i % 20},${(7 * i) % 37},${1 + (i % 5)}`);
const file = new File(["userId,movieId,rating\n1,7,4\n2,8,5\n"], "ratings.csv");
const catalogue = await readCatalogue([file]);
const trial = new TrialData(
  await readCatalogue([new File([`userId,movieId,rating\n${ratings.join("\n")}\n`], "ratings.csv")]),
  1,
);
const settings = { hyperparameters: {}, featureWeights: { users: 1, items: 1 } };
const search = { train: x, validation: x, trials: 1, epochs: 1 };

type Case = [call: () => unknown, message: RegExp | string];

async function refuses([call, message]: Case): Promise<void> {
  const outcome = await (async () => call())().then(
    () => "no error",
    (error: unknown) => error,
  );
  expect(outcome, call.toString()).toBeInstanceOf(ArgumentError);
  expect((outcome as Error).message, call.toString()).toMatch(message);
}

const metrics = { precisionAtK, recallAtK, ndcgAtK, reciprocalRank, aucScore };

/** Each kind of mistake, and where it can be made. */
const kinds: Record<string, Case[]> = {
  "a misspelt option": [
    ...Object.values(metrics).map(
      (metric): Case => [() => metric(model, x, any({ preserve_rows: true })), '"preserveRows"'],
    ),
    [() => aucScore(model, x, any({ k: 0 })), /no option "k"/],
    [() => reciprocalRank(model, x, any({ k: 5 })), /no option "k"/],
    [() => randomSearch(any({ ...search, trial: 2 })), '"trials"'],
    [() => halvingSearch(any({ ...search, metrics: 2 })), '"metric"'],
    [() => randomTrainTestSplit(x, any({ seed: 1, test_share: 0.1 })), '"testShare"'],
    [() => kFolds(x, any({ seed: 1, folds: 3 })), /The options are seed, k/],
    [() => leaveLastOut(x, new Float64Array(x.length), any({ N: 2 })), '"n"'],
    [() => bootstrapInterval([1, 2], any({ resample: 100 })), '"resamples"'],
    [() => pairedDifference([1, 2], [1, 2], any({ sed: 1 })), '"seed"'],
    [() => Scorer.create(model, x, any({ neighbour: false })), '"neighbours"'],
    [() => scorer.recommend(0, any({ exlude: [1] })), '"exclude"'],
    [() => scorer.recommend(any({ itemIds: [1], weight: [1] })), '"weights"'],
    [() => model.foldIn(any({ itemIds: [1], value: [-1] })), '"values"'],
    [() => model.explain(any({ itemIds: [1], value: [-1] }), 2), '"values"'],
    [() => readCatalogue([], any({ nmae: "a" })), '"name"'],
    [() => readCatalogue([], any({ choices: { likedfrom: 4 } })), '"likedFrom"'],
    [() => openPublished("https://example.org", any({ fetsch: fetch })), '"fetch"'],
    [() => certainty([1], 1, async () => [1], any({ resample: 2 })), '"resamples"'],
    [() => runChallenges(any({}), any({ seeds: 1 })), '"seed"'],
    [() => runChallenges(any({}), any({ seed: 1, loop: { round: 1 } })), '"rounds"'],
    [() => runChallenges(any({}), any({ seed: 1, attacks: { kinds: "all" } })), '"kind"'],
    [() => runChallenges(any({}), any({ seed: 1, attacks: { kind: "al" } })), '"all"'],
    [() => model.recommend(0, any({ mapping: { user: new Map() } })), '"users"'],
  ],
  "what is neither true nor false": [
    [() => precisionAtK(model, x, { preserveRows: any("false") }), /preserveRows must be true or false/],
    [() => new Dataset({ itemIdentityFeatures: any("no") }), /itemIdentityFeatures must be true or false/],
    [() => dataset.buildItemFeatures([], { normalize: any(0) }), /normalize must be true or false, not 0/],
    [() => Scorer.create(model, x, { newItems: any("false") }), /newItems must be true or false/],
    [
      () => randomSearch({ ...search, space: { rho: { from: 0.1, to: 0.2, log: any(1) } } }),
      /rho.log must be/,
    ],
  ],
  "what is not left out, but nothing": [false, Number.NaN, "", 0].flatMap((nothing): Case[] => [
    [() => model.foldIn({ itemIds: [1], values: any(nothing) }), /values must be a list/],
    [() => model.foldIn({ itemIds: [1], weights: any(nothing) }), /weights must be a list/],
    [() => scorer.recommend({ itemIds: [1], weights: any(nothing) }), /weights must be a list/],
    [() => new Interactions(1, 1, [0], [0], [1], any(nothing)), /weights must be a list/],
    [() => saveModel(model, { foldInMap: any(nothing) }), /foldInMap must be/],
    [() => Scorer.create(model, x, { foldInMap: any(nothing) }), /foldInMap must be/],
    [() => Scorer.create(model, x, { neighbourRows: any(nothing) }), /neighbourRows must be/],
  ]),
  "a state, a catalogue or a file that is none": [
    [() => LightFM.fromState(any(null)), /state must be/],
    [() => LightFM.fromState(any({ ...model.state, epoch: 1 })), '"epochs"'],
    [
      () => LightFM.fromState({ ...model.state, tables: any({}) }),
      /tables.users must be of type FeatureTable/,
    ],
    [
      () =>
        LightFM.fromState({
          ...model.state,
          hyperparameters: new LightFM({ noComponents: 3 }).hyperparameters,
        }),
      /tables.users is of 10 components, and state.hyperparameters of 3/,
    ],
    [
      () =>
        LightFM.fromState({
          ...model.state,
          hyperparameters: new LightFM({ learningSchedule: "adadelta" }).hyperparameters,
        }),
      /tables.users was not learnt by adadelta/,
    ],
    [
      () => LightFM.fromState({ ...model.state, tables: { users: tables.items, items: tables.users } }),
      /tables.users is the table of items/,
    ],
    [() => toInteractions(any(null)), /catalogue must be what readCatalogue gives, not null/],
    [
      () => toItemFeatures({ ...catalogue, items: [] }),
      /catalogue.items must have an entry for each of the 2/,
    ],
    [() => new TrialData(any([file]), 1), /catalogue must be/],
    [() => readCatalogue(any(file)), /files must be a list/],
    [() => readCatalogue(any(["ratings.csv"])), /files\[0\] must be a File, .* not "ratings.csv"/],
    [
      () =>
        readCatalogue([file], { choices: { tables: [{ file: "rating.csv", roles: [], hasHeader: true }] } }),
      /file must be one of "ratings.csv".* Did you mean "ratings.csv"/,
    ],
    [() => readCatalogue([file], { choices: { userShare: 2 } }), /userShare must be above 0 and up to 1/],
    [() => openPublished("model"), /url must be a whole address/],
    [() => loadModel(any("model.npz")), /file must hold a model's bytes, .* not "model.npz"/],
  ],
  "work and settings of matinee/evaluation": [
    [() => runAttacks(any({}), settings), /data must be of type TrialData/],
    [() => runAttacks(trial, any({ hyperparameters: {} })), /featureWeights must be/],
    [() => runAttacks(trial, settings, { epochs: 0 }), /attacks.epochs must be/],
    [() => runClosedLoop(trial, settings, {}, any({ onprogress: 1 })), '"onProgress"'],
    [() => measureFrontier(trial, any(model)), /scorer must be of type Scorer/],
    [() => GUARDS.none(any(5)), /interactions must be of type Interactions/],
    [() => suspicion(any({})), /interactions must be of type Interactions/],
    [() => htmlReport(any({ data: {} })), /data.users must be/],
    [() => verdictOn(any("better")), /difference must be/],
    [() => mean(any(5)), /figures must be an array/],
    [() => coverageInterval([Int32Array.of(5)], 3), /lists\[0\]/],
    [() => jackknifeInterval([1, 2], any(5)), /figureOf must be a function/],
    [() => jackknifeInterval([1, 2], () => 1, any({ form: 0, to: 1 })), '"from"'],
  ],
  "a position where options are": [
    ...Object.values(metrics).map((metric): Case => [() => metric(model, x, any(5)), /options must be/]),
    [() => randomTrainTestSplit(x, any(0.2)), /options must be/],
    [() => kFolds(x, any(5)), /options must be/],
    [() => saveModel(model, any(null)), /options must be/],
    [() => model.recommend(0, any(null)), /options must be/],
    [() => model.recommendMany("all", any(null)).next(), /options must be/],
    [() => model.similarItems(0, any(null)), /options must be/],
    [() => precisionAtK(model, x, any(null)), /options must be/],
    [() => model.fit(x, any(null)), /options must be/],
    [() => new LightFM(any(null)), /hyperparameters must be/],
    [() => model.foldIn(any(null)), /own must be/],
    [() => model.explain(any(null), 2), /own must be/],
  ],
  "a seed that is none": [undefined, "x", Number.NaN, 0.5].flatMap((seed): Case[] => [
    [() => randomTrainTestSplit(x, any({ seed })), /seed must be a whole number/],
    [() => kFolds(x, any({ seed })), /seed must be a whole number/],
    [() => bootstrapInterval([1, 2], any({ seed: seed ?? null })), /seed must be/],
    [() => randomSearch(any({ ...search, seed: seed ?? null })), /seed must be/],
    [() => certainty([1], 1, async () => [1], any({ seed: seed ?? null })), /seed must be/],
    [() => runChallenges(any({}), any({ seed })), /seed must be/],
  ]),
  "a rule or a figure that gives something else": [
    [
      () => model.recommend(0, { where: any(async () => false) }),
      /where must give true or false, .* Promise/,
    ],
    [() => model.similarItems(0, { where: any(() => {}) }), /where must give true or false, not undefined/],
    [
      () =>
        jackknifeInterval(
          [1, 2],
          any(async () => 1),
        ),
      /What figureOf gives must hold numbers/,
    ],
  ],
  "an id where a row belongs, without a mapping": [
    [() => model.recommend(any("Ada")), /user: "Ada" is not a row. To use ids, give the option mapping/],
    [() => model.recommendMany(any(["Ada"])).next(), /users: "Ada" is not a row/],
    [() => model.similarItems(any("Alien")), /items: "Alien" is not a row/],
    [() => model.similarUsers(any([0, "Ada"])), /users: "Ada" is not a row/],
  ],
  "lists of different lengths": [
    [
      () => new Interactions(2, 2, [0], [0, 1], [1]),
      /^userIds, itemIds and values .* length, not 1, 2 and 1\.$/,
    ],
    [
      () => new Interactions(2, 2, [0], [0], [1], [1, 1]),
      /and weights must be .* length, not 1, 1, 1 and 2\.$/,
    ],
    [
      () => new FeatureMatrix(1, 2, [0, 1], [1], []),
      /^indices and data must be of the same length, not 1 and 0/,
    ],
    [
      () => FeatureMatrix.fromEntries(2, 2, { rows: [0], columns: [0, 1], weights: [1] }),
      /^rows, columns and weights must be of the same length, not 1, 2 and 1/,
    ],
    [() => model.foldIn({ itemIds: [1, 2], values: [1] }), /^itemIds and values .* length, not 2 and 1/],
    [() => scorer.recommend({ itemIds: [1, 2], weights: [1] }), /^itemIds and weights .* not 2 and 1/],
    [() => model.predict([0, 1], [1]), /^userIds and itemIds must be of the same length, not 2 and 1/],
  ],
  "a number that is none": [
    [() => randomTrainTestSplit(x, any({ seed: 1, testShare: ".5" })), /testShare must be from 0 to 1/],
    [() => bootstrapInterval([1, 2], { resamples: 1e10 }), /resamples must be a whole number from 100/],
    [() => bootstrapInterval(any(["a"])), /figures\[0\] is "a"/],
    [() => Scorer.create(model, null, { neighbourWeight: Number.NaN }), /neighbourWeight/],
    [() => scorer.recommend({ itemIds: [1, 2], weights: [0, 0] }), /weights must be 0 or more/],
    [() => model.recommend(0, { itemBiasWeight: 1e300 }), /itemBiasWeight must be a finite number/],
    [() => model.recommend(0, { diversity: 2 }), /diversity must be from 0 to 1/],
    [() => new LightFM({ maxSampled: 0 }), /maxSampled must be a whole number from 1/],
    [() => FeatureMatrix.identity(-1), /rows must be/],
    [() => FeatureMatrix.identity(2 ** 31), /rows must be/],
    [() => FeatureMatrix.identity(2 ** 32), /rows must be/],
    [() => FeatureMatrix.identity(any(1n)), /rows must be/],
    [() => x.between(any("a"), 2), /from must be/],
    [() => x.between(2, 1), /to must be/],
  ],
  "a callback or a signal that is none": [
    [() => model.fit(x, { signal: any({}) }), /signal must be an AbortSignal/],
    [() => model.fit(x, { signal: any(new AbortController()) }), /signal must be an AbortSignal/],
    [() => model.fit(x, { onSlice: any(5) }), /onSlice must be a function, not 5/],
    [() => model.predictRank(x, { onSlice: any(5) }), /onSlice must be a function, not 5/],
    [() => model.fit(x, { onEpoch: any(5) }), /onEpoch must be a function, not 5/],
    [() => model.fit(x, { earlyStopping: any({ patience: 3 }) }), /earlyStopping.metric/],
    [() => model.fit(x, { earlyStopping: any({ metric: 1, patience: 3 }) }), /earlyStopping.metric/],
    [() => model.fit(x, { earlyStopping: any(null) }), /earlyStopping must be/],
    [() => model.recommendMany("all", { signal: any({}) }).next(), /signal must be/],
    [() => randomSearch({ ...search, signal: any({}) }), /signal must be/],
    [() => randomSearch({ ...search, onTrial: any(1) }), /onTrial must be/],
  ],
  "a text, or something else, where a list belongs": [
    [() => new Dataset().fit(any("ab"), any("cd")), /users must be a list, not "ab"/],
    [() => new Dataset().fit(any([1]), [2], any("Drama")), /userFeatures must be a list, not "Drama"/],
    [() => new Dataset().fit(any(5), any(5)), /users must be a list/],
    [() => new Dataset().fit(any([undefined]), []), /users\[0\] is undefined/],
    [() => new Dataset().fit([1, Number.NaN], []), /users\[1\] is NaN/],
    [() => new Dataset().fit([], any([{}])), /items\[0\] is a value of type Object/],
    [() => new Dataset().fit([], [], any([1])), /userFeatures\[0\] is 1/],
    [() => dataset.buildInteractions(any(["bi"])), /entry 0 is "bi"/],
    [() => dataset.buildInteractions(any([{ user: "b", item: "i" }])), /entry 0 is a value of type Object/],
    [() => dataset.buildItemFeatures(any([["i", 5]])), /item.s features must be a list, not 5/],
    [() => dataset.buildItemFeatures(any([["i", [5]]])), /not 5/],
    [() => dataset.buildItemFeatures(any(["ig"])), /pairs, not "ig"/],
    [() => FeatureMatrix.fromRows(any("ab"), 2), /rows must be an array/],
    [() => FeatureMatrix.fromRows(any([undefined]), 2), /rows\[0\] must be an array/],
    [
      () => FeatureMatrix.fromRows(any([[[0, 1], 1]]), 2),
      /rows\[0\]\[1\] must be \[feature, weight\], not 1/,
    ],
    [() => FeatureMatrix.fromRows(any([[[1]]]), 2), /rows\[0\]\[0\] must be \[feature, weight\]/],
    [() => timeSplit(x, any(x.userIds.toString().split(","))), /timestamps\[0\] is "/],
    [() => mean(any(BigInt64Array.of(1n))), /figures\[0\] is 1n/],
    [() => bootstrapInterval([1, Infinity]), /figures must hold finite numbers or NaN, .*\[1\] is Infinity/],
    [() => pairedDifference([1, 2], [1, -Infinity]), /b\[1\] is -Infinity/],
    [() => x.pick(any({ length: 2 ** 31 })), /positions must hold at most 2147483647 numbers/],
    [() => model.foldIn(any([1, 2])), /own must be an object such as { itemIds: … }, .* Array/],
    [() => FeatureMatrix.fromEntries(2, 2, any(null)), /entries must be/],
    [() => Scorer.create(model, any("ab")), /interactions must be of type Interactions, not "ab"/],
    [() => Scorer.create(any(null), x), /model must be of type LightFM/],
    [() => popularityRanks(any(undefined), any(undefined)), /must be of type Interactions/],
    [() => likeCounts(any(undefined)), /must be of type Interactions/],
    ...Object.values(metrics).map((metric): Case => [() => metric(any(null), x), /model must be a LightFM/]),
    [() => catalogueCoverage(any([new Set([0])]), 2), /lists\[0\] must be an array, not a value of type Set/],
    [
      () => serendipity(any([x]), any([x]), any({ indptr: [0, 0], indices: [] })),
      /lists\[0\] must be an array/,
    ],
    [() => model.recommend(0, { exclude: any(x) }), /exclude must be a list of numbers, not .* Interactions/],
    [() => model.recommend(0, { where: any(0) }), /where must be/],
    [() => model.recommend(0, { among: any(null) }), /among must be/],
    [() => model.predict(0, [0], { userFeatures: any("") }), /userFeatures must be/],
    [() => model.fit(x, { userFeatures: any("") }), /userFeatures must be/],
    [() => model.foldIn({ itemIds: [1] }, { userFeatures: any(3) }), /userFeatures must be of type/],
    [() => model.foldIn({ itemIds: [1] }, { userFeatures: any({}) }), /userFeatures must be of type/],
  ],
  "a mapping that is none, or of other data": [
    [() => saveModel(model, { mapping: any({}) }), /mapping.users must be of type Map/],
    [() => model.recommend(1, { mapping: any({}) }), /mapping.users must be of type Map/],
    [() => model.similarItems(1, { mapping: any({}) }), /mapping.items must be of type Map/],
    [() => model.recommend("b", { mapping: dataset.mapping() }), /mapping.users is of 1 users/],
    [() => model.similarItems("i", { mapping: dataset.mapping() }), /mapping.items is of 1 items/],
    [
      () => Dataset.fromMapping({ ...dataset.mapping(), users: new Map([["b", 1]]) }),
      /mapping.users must lead/,
    ],
    [
      () => Dataset.fromMapping({ ...dataset.mapping(), itemFeatures: new Map([["g", 0]]) }),
      /mapping.itemFeatures must lead/,
    ],
    [
      () => Dataset.fromMapping({ ...dataset.mapping(), itemIdentities: new Map([["other", 0]]) }),
      /mapping.itemIdentities must have the ids of mapping.items/,
    ],
  ],
  "figures of items or users that are not there": [
    [() => exposureGini([Int32Array.of(7)], 2), /lists\[0\]\[0\] is 7/],
    [() => novelty([Int32Array.of(7)], [1, 2], 2), /lists\[0\]\[0\] is 7/],
    [() => popularityLift(lists, [Int32Array.of(7), Int32Array.of()], [1, 2]), /chosen\[0\]\[0\] is 7/],
    [() => popularityLift(lists, [], [1, 2]), /chosen must be of the same users/],
    [() => diversityPerUser([Int32Array.of(7)], genres), /lists\[0\]\[0\] is 7/],
    [() => genreShares([7], genres), /items\[0\] is 7/],
    [() => miscalibration(lists, [], genres), /profiles must be of the same users/],
    [
      () => serendipity(lists, lists, { indptr: Int32Array.of(0), indices: Int32Array.of() }),
      /liked must hold/,
    ],
    [() => meanPerUser([Float32Array.of(1, 2), Float32Array.of(1)]), /runs\[1\] is of 1 and the first of 2/],
  ],
  "a search without anything to choose from, or by": [
    [() => randomSearch({ ...search, metric: () => Number.NaN }), /metric must give a number, not NaN/],
    [() => randomSearch({ ...search, metric: () => any("good") }), /metric must give a number, not "good"/],
    [
      () => randomSearch({ ...search, validation: new Interactions(users, items, [], [], []) }),
      /at least one like/,
    ],
    [
      () => randomSearch({ ...search, onTrial: () => expect.fail("trained") }),
      /validation and train must not share a pair, .* give a metric of your own/,
    ],
    [
      () => randomSearch({ ...search, validation: twoTastes(9, 8), onTrial: () => expect.fail("trained") }),
      /validation is of 9 users and 8 items, but train of 40 and 30/,
    ],
    [() => randomSearch({ ...search, space: { learningRate: { from: 0.1, to: 0.01 } } }), /learningRate.to/],
    [() => randomSearch({ ...search, space: { learningRate: { from: 0, to: 1, log: true } } }), /above 0/],
    [() => randomSearch({ ...search, space: { noComponents: [] } }), /must hold at least one value/],
    [() => randomSearch({ ...search, space: { noComponents: [8, 0] } }), /noComponents must be/],
    [() => randomSearch({ ...search, space: { k: any({ min: 1, max: 2 }) } }), /no option "min"/],
    [() => randomSearch({ ...search, space: any({ rate: [1] }) }), /no option "rate"/],
    [() => randomSearch({ ...search, base: any({ lost: "warp" }) }), '"loss"'],
  ],
};

describe("an ArgumentError names", () => {
  it.each(Object.entries(kinds))("%s", async (_, cases) => {
    const before = contentsOf(model);
    for (const one of cases) await refuses(one);
    expect(contentsOf(model)).toEqual(before);
  });
});

it("a model's hyperparameters cannot be changed beneath its tables, and those that are undefined are left out", () => {
  expect(() => Object.assign(model.hyperparameters, { noComponents: 3 })).toThrow(TypeError);
  expect(() => Object.assign(model.clone().hyperparameters, { k: 1 })).toThrow(TypeError);
  expect(new LightFM({ noComponents: any(undefined), seed: 3 }).hyperparameters).toMatchObject({
    noComponents: 10,
    seed: 3,
  });
});

it("a data set that is fitted with something wrong knows what it knew", () => {
  const own = new Dataset().fit(["a"], ["b"]);
  expect(() => own.fit(["c"], any([{}]))).toThrow(ArgumentError);
  expect(() => own.fitPartial(["c"], ["d"], [], any([5]))).toThrow(ArgumentError);
  expect(own.interactionsShape()).toEqual([1, 1]);
  expect(own.mapping().users.get("a")).toBe(0);
});
