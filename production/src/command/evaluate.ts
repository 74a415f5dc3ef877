import type { Command } from "commander";
import { table } from "../../../scripts/experiment/table.ts";
import { readTables } from "../data/openTables.ts";
import { evaluateTrained } from "../trained/evaluateTrained.ts";
import { readTrained } from "../trained/modelFile.ts";
import { Console } from "./Console.ts";
import { stopSignal } from "./options.ts";
import { skippedTold } from "./skippedTold.ts";

const HELP = `
The test ratings must not be among those the model was trained on; what users rated in training is left out of their
rankings. The figures are means over users with 95% intervals, shown beside those of recommending what most people liked.

Example:
  matinee evaluate model.npz --test later.csv`;

export function addEvaluate(program: Command): void {
  program
    .command("evaluate")
    .description("evaluate a model on ratings it was not trained on")
    .argument("<model>", "a model file")
    .requiredOption("--test <tables...>", "the ratings to evaluate on")
    .option("--json", "print the figures as JSON")
    .addHelpText("after", HELP)
    .action(evaluate);
}

async function evaluate(path: string, options: { test: string[]; json?: boolean }): Promise<void> {
  const out = new Console(options);
  const trained = readTrained(path);
  const catalogue = await readTables(options.test, {
    signal: stopSignal(),
    onProgress: out.progress,
    likedFrom: trained.likedFrom,
  });
  const found = await evaluateTrained(trained, catalogue);
  const figures = ["auc", "precisionAt10", "recallAt10", "ndcgAt10"] as const;
  const headings = ["", "model", "95% interval", ...(found.popularity ? ["popularity", "difference"] : [])];
  const rows = figures.map((name) => {
    const { mean, low, high } = found.model[name];
    const difference = found.difference?.[name];
    return [
      name,
      mean.toFixed(4),
      `${low.toFixed(4)} to ${high.toFixed(4)}`,
      ...(found.popularity && difference
        ? [found.popularity[name].mean.toFixed(4), `${difference.mean.toFixed(4)}, ${found.verdict?.[name]}`]
        : []),
    ];
  });
  const left = [
    found.unknown > 0 ? `${found.unknown} ratings are of users or items unknown to the model` : "",
    found.known > 0 ? `${found.known} were part of the training data` : "",
  ].filter(Boolean);
  out.result(
    { ...found, skippedRows: catalogue.skipped.count, skipped: catalogue.skipped.examples },
    [
      table(headings, rows),
      "",
      `  ${found.likes} likes of ${found.model.auc.users} users.${left.length > 0 ? ` Left out: ${left.join("; ")}.` : ""}`,
      ...skippedTold(catalogue.skipped).map((line) => `  ${line}`),
    ].join("\n"),
  );
}
