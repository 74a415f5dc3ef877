import { existsSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { type Command, Option } from "commander";
import { ArgumentError, CancelledError } from "../../../src/errors.ts";
import type { Skipped } from "../../../src/files/SkippedRows.ts";
import { LightFM, type Loss } from "../../../src/index.ts";
import { RECOMMENDED } from "../../../src/model/recommended.ts";
import { recommendedForLikes } from "../../../src/model/recommendedForLikes.ts";
import { checkNames } from "../data/checkNames.ts";
import { readTables } from "../data/openTables.ts";
import { freeMemory } from "../freeMemory.ts";
import { checkMemory } from "../trained/checkMemory.ts";
import { withBaseline } from "../trained/drift.ts";
import { encodeTrained } from "../trained/modelFile.ts";
import { withFoldInMap } from "../trained/scoring.ts";
import { type TrainingData, trainingData } from "../trained/trainingData.ts";
import {
  asTrained,
  defaultThreads,
  findEpochs,
  type TrainOptions,
  trainModel,
} from "../trained/trainModel.ts";
import { writeWhole } from "../writeWhole.ts";
import { Console } from "./Console.ts";
import { checkReplaceable, partOf, positiveNumber, stopSignal, wholeNumber } from "./options.ts";
import { resumed } from "./resumed.ts";
import { skippedTold } from "./skippedTold.ts";

interface TrainArguments {
  out: string;
  epochs?: number;
  components?: number;
  loss: Loss;
  learningRate: number;
  seed: number;
  threads?: number;
  likedFrom?: number;
  sample?: number;
  earlyStopping?: number | true;
  resume?: boolean;
  json?: boolean;
  quiet?: boolean;
}

const HELP = `
Give any table of ratings: CSV, TSV, Parquet, a zip, or the files of a MovieLens folder. A second table may add titles
and genres, and a third facts about the users. Matinee tells them apart by their columns.

Whatever does not fit into memory is refused before the training, with what would fit: a share of the users (--sample) or
fewer components.

During training, a checkpoint is saved beside the model every minute and when you press Ctrl+C. Run the same command
with --resume to continue from it.

Examples:
  matinee train ratings.csv movies.csv --out model.npz
  matinee train ratings.parquet --out model.npz --early-stopping
  matinee train ratings.csv --out model.npz --resume`;

/** Milliseconds between two checkpoints. */
const CHECKPOINT_EVERY = 60_000;
const PATIENCE = 5;
const NO_TITLES =
  "No titles were found, so ids stand in for them. Add the table of titles to the command to see names.";

export function addTrain(program: Command): void {
  program
    .command("train")
    .description("train a model on a table of ratings")
    .argument("<tables...>", "the ratings and, if you have them, titles and users")
    .requiredOption("--out <model.npz>", "where to save the model")
    .option(
      "--epochs <n>",
      "passes over the ratings; default: chosen to suit the data",
      wholeNumber(1, 10_000),
    )
    .option(
      "--components <n>",
      "length of the vectors of users and items; default: chosen to suit the data",
      wholeNumber(1, 1024),
    )
    .addOption(
      new Option("--loss <loss>", "the loss to train with")
        .choices(["warp", "warp-kos", "bpr", "logistic"])
        .default(RECOMMENDED.loss),
    )
    .option("--learning-rate <x>", "size of each step", positiveNumber, RECOMMENDED.learningRate)
    .option(
      "--seed <n>",
      "on one thread, the same seed gives the same model",
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
      0,
    )
    .option(
      "--threads <n>",
      "threads to train on; default: one for fewer than a million ratings, otherwise all cores",
      wholeNumber(1, 64),
    )
    .option(
      "--liked-from <rating>",
      "lowest rating that counts as a like; default: depends on the scale",
      positiveNumber,
    )
    .option("--sample <share>", "read only this share of the users, chosen at random, such as 0.5", partOf)
    .option(
      "--early-stopping [patience]",
      `choose the number of epochs on a held-out 10%, then train on everything; default patience: ${PATIENCE}`,
      wholeNumber(1, 1000),
    )
    .option("--resume", "continue from the checkpoint of an interrupted run")
    .option("--json", "print the result as JSON")
    .option("--quiet", "show no progress")
    .addHelpText("after", HELP)
    .action(train);
}

async function train(paths: string[], options: TrainArguments): Promise<void> {
  const began = performance.now();
  const out = new Console(options);
  checkReplaceable("--out", options.out, paths);
  const checkpoint = `${options.out}.checkpoint`;
  if (options.resume && !existsSync(checkpoint)) {
    throw new ArgumentError(`There is no checkpoint ${checkpoint} to resume from. Leave out --resume.`);
  }
  const signal = stopSignal();
  const catalogue = await readTables(paths, {
    signal,
    onProgress: out.progress,
    likedFrom: options.likedFrom,
    sample: options.sample,
  });
  checkNames(catalogue);
  const data = trainingData(catalogue);
  const { hyperparameters, epochs: most } = await chosen(data, options);
  checkMemory(data, hyperparameters.noComponents, freeMemory());
  const { users, items, length } = data.interactions;
  const threads = options.threads ?? defaultThreads(length, availableParallelism());
  const training = { hyperparameters, threads, signal, onProgress: out.progress };
  const model = options.resume ? resumed(checkpoint, data, hyperparameters) : new LightFM(hyperparameters);

  const patience = options.earlyStopping === true ? PATIENCE : options.earlyStopping;
  const found =
    patience === undefined ? null : await findEpochs(data, { ...training, epochs: most }, patience);
  const epochs = found?.epochs ?? most;
  await learn(model, data, { ...training, epochs }, checkpoint);
  writeWhole(options.out, encodeTrained(await withFoldInMap(await withBaseline(asTrained(model, data)))));
  rmSync(checkpoint, { force: true });

  const outcome = {
    model: options.out,
    ratings: length,
    users,
    items,
    likedFrom: data.likedFrom,
    epochs,
    threads,
    skippedRows: catalogue.skipped.count,
    skipped: catalogue.skipped.examples,
    ...(found && { heldOutPrecisionAt10: found.precisionAt10 }),
    seconds: (performance.now() - began) / 1000,
  };
  out.result(
    outcome,
    [...told(outcome, catalogue.skipped), ...(catalogue.hasTitles ? [] : [NO_TITLES])].join("\n"),
  );
}

/** What is recommended for this data, unless the options say otherwise. */
async function chosen({ interactions }: TrainingData, options: TrainArguments) {
  const recommended = await recommendedForLikes(interactions);
  const { components, epochs = recommended.epochs, loss, learningRate, seed } = options;
  const hyperparameters = {
    ...recommended.hyperparameters,
    noComponents: components ?? recommended.hyperparameters.noComponents,
    loss,
    learningRate,
    seed,
  };
  return { hyperparameters, epochs };
}

/** Trains with a checkpoint every minute, and one where Ctrl+C ends it. */
async function learn(model: LightFM, data: TrainingData, training: TrainOptions, checkpoint: string) {
  const save = () => writeWhole(checkpoint, encodeTrained(asTrained(model, data)));
  let saved = performance.now();
  try {
    await trainModel(data, training, model, () => {
      if (performance.now() - saved < CHECKPOINT_EVERY) return;
      save();
      saved = performance.now();
    });
  } catch (error) {
    if (!(error instanceof CancelledError) || model.epochs === 0) throw error;
    save();
    throw new CancelledError(
      `Stopped after ${model.epochs} of ${training.epochs} epochs. Add --resume to the same command to continue.`,
    );
  }
}

interface Outcome {
  model: string;
  ratings: number;
  users: number;
  items: number;
  epochs: number;
  heldOutPrecisionAt10?: number;
  seconds: number;
}

function told({ model, ratings, users, items, epochs, ...rest }: Outcome, skipped: Skipped): string[] {
  const passes = epochs === 1 ? "1 epoch" : `${epochs} epochs`;
  const { heldOutPrecisionAt10: precision, seconds } = rest;
  return [
    `Learnt from ${ratings} ratings of ${items} items by ${users} users in ${seconds.toFixed(1)} s (${passes}). Saved to ${model}.`,
    ...(precision === undefined
      ? []
      : [
          `${passes} gave the best precision at 10 on the 10% held out: ${precision.toFixed(4)}, a little too good, since the number of epochs was chosen by it.`,
        ]),
    ...skippedTold(skipped),
  ];
}
