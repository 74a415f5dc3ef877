import { existsSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { type Command, Option } from "commander";
import { checkWritable } from "../../../scripts/experiment/checkWritable.ts";
import { ArgumentError, CancelledError } from "../../../src/errors.ts";
import { type Hyperparameters, LightFM, type Loss } from "../../../src/index.ts";
import { RECOMMENDED, recommendedFor } from "../../../src/model/recommended.ts";
import { readTables } from "../data/openTables.ts";
import { encodeTrained, readTrained, writeWhole } from "../trained/modelFile.ts";
import { withFoldInMap } from "../trained/scoring.ts";
import { type TrainingData, trainingData } from "../trained/trainingData.ts";
import { asTrained, defaultThreads, findEpochs, trainModel } from "../trained/trainModel.ts";
import { Console } from "./Console.ts";
import { positiveNumber, stopSignal, wholeNumber } from "./options.ts";

interface TrainArguments {
  out: string;
  epochs?: number;
  components?: number;
  loss: Loss;
  learningRate: number;
  seed: number;
  threads?: number;
  likedFrom?: number;
  earlyStopping?: number | true;
  resume?: boolean;
  json?: boolean;
  quiet?: boolean;
}

const HELP = `
RATINGS is any table of who rated what: CSV, TSV, Parquet, a zip, a MovieLens folder's files. Titles and genres
come from a second table, facts about users from a third; which is which is told by their columns.

While it learns, a checkpoint is kept beside the model, every minute and when you press Ctrl+C. With --resume
training goes on from there.

Examples:
  matinee train ratings.csv movies.csv --out model.npz
  matinee train ratings.parquet --out model.npz --early-stopping
  matinee train ratings.csv --out model.npz --resume`;

/** Milliseconds between two checkpoints. */
const CHECKPOINT_EVERY = 60_000;
const PATIENCE = 5;

export function addTrain(program: Command): void {
  program
    .command("train")
    .description("learn a model from a table of ratings")
    .argument("<tables...>", "the ratings, and beside them titles and users or not")
    .requiredOption("--out <model.npz>", "where the model goes")
    .option("--epochs <n>", "passes over the ratings; default: chosen by the data", wholeNumber(1, 10_000))
    .option(
      "--components <n>",
      "numbers a user or item is made of; default: chosen by the data",
      wholeNumber(1, 1024),
    )
    .addOption(
      new Option("--loss <loss>", "what it learns by")
        .choices(["warp", "warp-kos", "bpr", "logistic"])
        .default(RECOMMENDED.loss),
    )
    .option("--learning-rate <x>", "size of the steps", positiveNumber, RECOMMENDED.learningRate)
    .option("--seed <n>", "the same seed repeats on one thread", wholeNumber(0, Number.MAX_SAFE_INTEGER), 0)
    .option("--threads <n>", "default: one below a million ratings, else all cores", wholeNumber(1, 64))
    .option(
      "--liked-from <rating>",
      "ratings from here on are likes; default: told by the scale",
      positiveNumber,
    )
    .option(
      "--early-stopping [patience]",
      `find the number of epochs on 10% held out, then learn from all; patience ${PATIENCE}`,
      wholeNumber(1, 1000),
    )
    .option("--resume", "go on from the checkpoint of an interrupted training")
    .option("--json", "print the outcome as JSON")
    .option("--quiet", "no progress")
    .addHelpText("after", HELP)
    .action(train);
}

async function train(paths: string[], options: TrainArguments): Promise<void> {
  const began = performance.now();
  const out = new Console(options);
  checkWritable("--out", options.out);
  const checkpoint = `${options.out}.checkpoint`;
  if (options.resume && !existsSync(checkpoint)) {
    throw new ArgumentError(`There is no checkpoint ${checkpoint} to resume from. Leave --resume out.`);
  }
  const signal = stopSignal();
  const catalogue = await readTables(paths, {
    signal,
    onProgress: out.progress,
    likedFrom: options.likedFrom,
  });
  const data = trainingData(catalogue);
  const { users, length, values } = data.interactions;
  const recommended = recommendedFor({ users, likes: values.filter((value) => value > 0).length });
  const hyperparameters: Partial<Hyperparameters> = {
    ...recommended.hyperparameters,
    ...(options.components && { noComponents: options.components }),
    loss: options.loss,
    learningRate: options.learningRate,
    seed: options.seed,
  };
  const threads = options.threads ?? defaultThreads(length, availableParallelism());
  const training = { hyperparameters, threads, signal, onProgress: out.progress };
  const model = options.resume ? resumed(checkpoint, data, hyperparameters) : new LightFM(hyperparameters);

  const most = options.epochs ?? recommended.epochs;
  const patience = options.earlyStopping === true ? PATIENCE : options.earlyStopping;
  const found =
    patience === undefined ? null : await findEpochs(data, { ...training, epochs: most }, patience);
  const epochs = found?.epochs ?? most;
  const save = (path: string, trained = asTrained(model, data)) => writeWhole(path, encodeTrained(trained));
  let saved = performance.now();
  try {
    await trainModel(data, { ...training, epochs }, model, () => {
      if (performance.now() - saved < CHECKPOINT_EVERY) return;
      save(checkpoint);
      saved = performance.now();
    });
  } catch (error) {
    if (!(error instanceof CancelledError) || model.epochs === 0) throw error;
    save(checkpoint);
    throw new CancelledError(
      `Stopped after ${model.epochs} of ${epochs} epochs. Add --resume to the same command to go on.`,
    );
  }
  save(options.out, await withFoldInMap(asTrained(model, data)));
  rmSync(checkpoint, { force: true });

  const seconds = (performance.now() - began) / 1000;
  const { items } = data.interactions;
  const { skipped } = catalogue;
  out.result(
    {
      model: options.out,
      ratings: length,
      users,
      items,
      likedFrom: data.likedFrom,
      epochs,
      threads,
      skippedRows: skipped.count,
      ...(found && { heldOutPrecisionAt10: found.precisionAt10 }),
      seconds,
    },
    [
      `Learnt from ${length} ratings of ${items} items by ${users} users in ${seconds.toFixed(1)} s (${epochs} epochs). Saved to ${options.out}.`,
      ...(found
        ? [
            `${epochs} epochs gave the best precision at 10 on the 10% held out: ${found.precisionAt10.toFixed(4)} (chosen by it, so a little too good).`,
          ]
        : []),
      ...(skipped.count > 0 ? [`${skipped.count} rows could not be read and were left out.`] : []),
      ...(catalogue.hasTitles
        ? []
        : ["No titles were found, so ids stand in. Add the table of titles to the command."]),
    ].join("\n"),
  );
}

function resumed(path: string, data: TrainingData, hyperparameters: Partial<Hyperparameters>): LightFM {
  const before = readTrained(path);
  const sameIds =
    String([...before.mapping.users.keys()]) === String([...data.mapping.users.keys()]) &&
    String([...before.mapping.items.keys()]) === String([...data.mapping.items.keys()]);
  if (!sameIds || before.trainedOn !== data.interactions.length) {
    throw new ArgumentError(`${path} was learnt from other tables. Give those, or leave --resume out.`);
  }
  for (const [name, value] of Object.entries(hyperparameters)) {
    const was = before.model.hyperparameters[name as keyof Hyperparameters];
    if (was !== value) {
      throw new ArgumentError(
        `${path} was learnt with ${name} ${was}, not ${value}. Give the same options, or leave --resume out.`,
      );
    }
  }
  return before.model;
}
