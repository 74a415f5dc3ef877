import { Command, CommanderError } from "commander";
import { ArgumentError, CancelledError, MatineeError } from "../../../src/errors.ts";
import { addBatch } from "./batch.ts";
import { addEvaluate } from "./evaluate.ts";
import { addPublish } from "./publish.ts";
import { addRecommend } from "./recommend.ts";
import { addServe } from "./serve.ts";
import { addSimilar } from "./similar.ts";
import { addSpark } from "./spark.ts";
import { addTrain } from "./train.ts";
import { addUpdate } from "./update.ts";
import { addVectors } from "./vectors.ts";

const EXIT_CODES = `
Exit codes: 0 done, 1 failed, 2 wrong usage, 130 stopped by Ctrl+C.

To start, with any table of ratings:
  matinee train ratings.csv movies.csv --out model.npz
  matinee recommend model.npz --user 27
  matinee similar model.npz "Heat (1995)"`;

/** @returns the exit code */
export async function runProgram(args: readonly string[]): Promise<number> {
  const program = new Command("matinee")
    .description("Trains, evaluates and serves recommenders. `matinee COMMAND --help` explains a command.")
    .version("0.1.0")
    .addHelpText("after", EXIT_CODES)
    .showSuggestionAfterError()
    .enablePositionalOptions()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "")) })
    .exitOverride();
  for (const add of [
    addTrain,
    addEvaluate,
    addRecommend,
    addSimilar,
    addServe,
    addBatch,
    addUpdate,
    addVectors,
    addPublish,
    addSpark,
  ])
    add(program);
  // Subcommands take over what the program was told before they were added.
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    clearProgress();
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof CancelledError) {
      console.error(error.message);
      return 130;
    }
    if (error instanceof MatineeError) {
      console.error(error.message);
      return error instanceof ArgumentError ? 2 : 1;
    }
    throw error;
  }
}

/** The line that told how far the work was, which is over. */
function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
}
