import type { Command } from "commander";
import type { Catalogue } from "../../../src/dataset/Catalogue.ts";
import { checkNames } from "../data/checkNames.ts";
import { readTables } from "../data/openTables.ts";
import { measureDrift, withBaseline } from "../trained/drift.ts";
import { measureUpdate, type UpdateGain } from "../trained/measureUpdate.ts";
import { encodeTrained, readTrained } from "../trained/modelFile.ts";
import { tagsOfRow } from "../trained/savedTags.ts";
import { withFoldInMap } from "../trained/scoring.ts";
import { type NewRating, UPDATE_EPOCHS, updateTrained } from "../trained/updateTrained.ts";
import { writeWhole } from "../writeWhole.ts";
import { Console } from "./Console.ts";
import { checkReplaceable, stopSignal, wholeNumber } from "./options.ts";
import { skippedTold } from "./skippedTold.ts";

interface UpdateArguments {
  out: string;
  epochs: number;
  json?: boolean;
}

const HELP = `
Continues training with the new ratings, beside the earlier ones of the same users, and adds new users and items. Before it
learns from all of them, it measures the gain on a fifth of the new likes. Afterwards it measures drift: how much users who
rated nothing new have lost since the model was last trained from scratch. It says when it is time to do so again: when a
tenth of the ratings are newer, or those users have lost more than 0.01 of precision at 10.

Example:
  matinee update model.npz new.csv movies.csv --out next.npz`;

/** Share of newer ratings from which on retraining is worth its time; see docs/production.md. */
const RETRAIN_FROM = 0.1;

/** A loss in precision at 10 of users who rated nothing new that is worth it too; see docs/production.md. */
const MOST_DRIFT = 0.01;

export function addUpdate(program: Command): void {
  program
    .command("update")
    .description("learn from new ratings without starting again")
    .argument("<model>", "a model file")
    .argument("<tables...>", "the new ratings and, if you have them, titles")
    .requiredOption("--out <model.npz>", "where to save the model; may be the same file")
    .option("--epochs <n>", "passes over the new ratings", wholeNumber(1, 1000), UPDATE_EPOCHS)
    .option("--json", "print the result as JSON")
    .addHelpText("after", HELP)
    .action(update);
}

async function update(
  path: string,
  tables: string[],
  { out: target, epochs, json = false }: UpdateArguments,
) {
  const out = new Console({ json });
  const signal = stopSignal();
  checkReplaceable("--out", target, tables);
  const trained = await withBaseline(readTrained(path));
  const catalogue = await readTables(tables, {
    signal,
    onProgress: out.progress,
    likedFrom: trained.likedFrom,
  });
  checkNames(catalogue);
  const ratings = newRatings(catalogue);
  const items = new Map(
    catalogue.items.map(({ id, title, year, genres }, row) => [
      id,
      {
        title: year === null ? title : `${title} (${year})`,
        labels: genres,
        tags: catalogue.tags ? tagsOfRow(catalogue.tags, row) : [],
      },
    ]),
  );
  const tell = (task: string) => (done: number) => out.progress(task, done);
  const gain = await measureUpdate(trained, ratings, { epochs, items, signal, onSlice: tell("Measuring") });
  const updated = await updateTrained(trained, ratings, { epochs, items, signal, onSlice: tell("Learning") });
  const drift = await measureDrift(updated);
  writeWhole(target, encodeTrained(await withFoldInMap({ ...updated, drift: drift?.mean ?? null })));
  const newer = 1 - trained.trainedOn / updated.rated.items.length;
  const retrain = newer >= RETRAIN_FROM || (drift?.verdict === "worse" && drift.mean < -MOST_DRIFT);
  const added = {
    users: updated.mapping.users.size - trained.mapping.users.size,
    items: updated.mapping.items.size - trained.mapping.items.size,
  };
  out.result(
    {
      model: target,
      ratings: ratings.length,
      skippedRows: catalogue.skipped.count,
      skipped: catalogue.skipped.examples,
      added,
      gain,
      newer,
      drift,
      retrain,
    },
    [
      `Learnt from ${ratings.length} ratings; ${added.users} users and ${added.items} items are new. Saved to ${target}.`,
      gain
        ? `Precision at 10 on a fifth of the new likes: ${inWords(gain)}.`
        : "The gain could not be measured: too few of these users were known before.",
      `${(newer * 100).toFixed(0)}% of the ratings are newer than the last training from scratch.`,
      ...(drift
        ? [
            `Drift since then, of ${drift.users} users who rated nothing new: precision at 10 on their known likes ${inWords(drift)}.`,
          ]
        : []),
      retrain ? "It is time to train again." : "There is no need to train again yet.",
      ...skippedTold(catalogue.skipped),
    ].join("\n"),
  );
}

function inWords({ mean, low, high, verdict }: UpdateGain): string {
  const signed = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(4)}`;
  return `${signed(mean)} (${signed(low)} to ${signed(high)}; ${verdict})`;
}

/** In order of time, where the table tells it. */
function newRatings({ ratings: table }: Catalogue): NewRating[] {
  const { userIds, itemIds, users, items, ratings, timestamps } = table;
  const order = Array.from(users.keys());
  if (timestamps) order.sort((a, b) => timestamps[a] - timestamps[b] || a - b);
  return order.map((i) => ({ user: userIds[users[i]], item: itemIds[items[i]], rating: ratings[i] }));
}
