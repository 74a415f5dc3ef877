import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Argument, type Command } from "commander";
import { CancelledError, MatineeError, UnsupportedError } from "../../../src/errors.ts";
import { stopSignal } from "./options.ts";

const HELP = `
Arguments after the job are passed to it unchanged; those after -- are passed to spark-submit. For help with a job:
  matinee spark train --help

Examples:
  matinee spark train ratings.parquet movies.csv --out model.npz --work /shared/work --parts 8 -- --master yarn
  matinee spark batch model.npz --work /shared/work --out lists.parquet
  matinee spark als ratings.csv --out als.npz`;

/** Beside the sources in the checkout, beside the command in the package. */
const JOBS = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "../../../spark/" : "./spark/", import.meta.url),
);

export function addSpark(program: Command): void {
  program
    .command("spark")
    .description("train and make lists on Spark, for data that one machine cannot hold")
    .addArgument(new Argument("<job>", "the job to run").choices(["train", "batch", "als"]))
    .argument("[arguments...]", "for the job; after --, for spark-submit")
    .option("--print", "print the command instead of running it")
    .passThroughOptions()
    .addHelpText("after", HELP)
    .action(async (job: string, args: string[], { print = false }: { print?: boolean }) => {
      const line = sparkSubmitLine(job, args);
      if (print) console.log(line.join(" "));
      else await runLine(line);
    });
}

/** @throws UnsupportedError if Java or PySpark is missing. */
function sparkSubmitLine(job: string, args: readonly string[]): [program: string, ...args: string[]] {
  const { SPARK_HOME, JAVA_HOME } = process.env;
  const submit = findProgram("spark-submit", SPARK_HOME);
  if (!submit) {
    throw new UnsupportedError(
      `There is no spark-submit on the PATH. Install PySpark: pip install -r ${JOBS}requirements.txt`,
    );
  }
  if (!findProgram("java", JAVA_HOME)) {
    throw new UnsupportedError(
      "Spark needs Java, and there is none on the PATH. Install Java 17, or set JAVA_HOME.",
    );
  }
  const end = args.indexOf("--");
  const [ofJob, ofSubmit] = end < 0 ? [args, []] : [args.slice(0, end), args.slice(end + 1)];
  return [submit, ...ofSubmit, `${JOBS}${job}.py`, ...ofJob];
}

/** A program in the `bin` of its home, if that is set, else on the PATH. */
function findProgram(name: string, home: string | undefined): string | undefined {
  const folders = home ? [join(home, "bin")] : (process.env.PATH ?? "").split(delimiter);
  return folders
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** @throws CancelledError if it was stopped, MatineeError if the job failed. */
async function runLine([program, ...args]: [string, ...string[]]): Promise<void> {
  const signal = stopSignal();
  const child = spawn(program, args, { stdio: "inherit" });
  signal.addEventListener("abort", () => child.kill("SIGTERM"));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("exit", resolve);
    child.on("error", reject);
  });
  if (signal.aborted) throw new CancelledError("Stopped. To continue a training run, add --resume.");
  if (status !== 0) throw new MatineeError("The Spark job failed; see the reason above.");
}
