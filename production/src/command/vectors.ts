import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Command } from "commander";
import { ArgumentError } from "../../../src/errors.ts";
import { toCsv } from "../../../src/files/toCsv.ts";
import type { Representations } from "../../../src/index.ts";
import { readOwnRatings } from "../data/readOwnRatings.ts";
import { readTrained } from "../trained/modelFile.ts";
import { Recommender } from "../trained/Recommender.ts";
import { idsByRow, type TrainedModel } from "../trained/TrainedModel.ts";
import { augmentItems, augmentUser, vectorText, withLikes, withNeighbours } from "../vectors/augment.ts";
import { writeInPieces } from "../writeWhole.ts";
import { Console } from "./Console.ts";
import { checkReplaceable } from "./options.ts";

interface VectorsArguments {
  out?: string;
  user?: string;
  ratings?: string;
}

/** More cost an index its speed, and lists nothing that could be measured (`docs/quality.md`). */
const MOST_NEIGHBOUR_NUMBERS = 256;

const HELP = `
Item vectors are augmented so that Euclidean distance ranks items in the same order as the service's lists.
docs/production.md shows how to create the table, load the file with \\copy and query it.

Examples:
  matinee vectors model.npz --out items.csv
  matinee vectors model.npz --user 27            # the vector to query with
  matinee vectors model.npz --ratings mine.csv   # for anybody, folded in`;

export function addVectors(program: Command): void {
  program
    .command("vectors")
    .description("export vectors for pgvector, and a vector to query them with")
    .argument("<model>", "a model file")
    .option("--out <items.csv>", "the vectors of all items: id, title, embedding")
    .option("--user <id>", "print a user's vector")
    .option("--ratings <file>", "print a vector made from one person's ratings")
    .addHelpText("after", HELP)
    .action(vectors);
}

async function vectors(path: string, { out, user, ratings: file }: VectorsArguments): Promise<void> {
  if (out === undefined && user === undefined && file === undefined) {
    throw new ArgumentError(
      "Say what to export: --out FILE for the items, or --user ID or --ratings FILE for a vector to query with.",
    );
  }
  if (out !== undefined) checkReplaceable("--out", out, [path, ...(file === undefined ? [] : [file])]);
  const trained = readTrained(path);
  const recommender = await Recommender.create(trained);
  const rows = await recommender.scorer.neighbourRows(MOST_NEIGHBOUR_NUMBERS);
  if (out !== undefined) {
    const items = withNeighbours(recommender.scorer.itemRepresentations(), rows);
    await writeInPieces(out, (partial) => pipeline(itemLines(trained, items), createWriteStream(partial)));
    const width = items.embeddings.length / items.biases.length + 2;
    new Console().note(
      `Wrote the vectors of ${trained.titles.length} items, ${width} numbers each, to ${out}.`,
    );
  }
  if (user === undefined && file === undefined) return;
  const asker = {
    user,
    ratings: file === undefined ? undefined : (await readOwnRatings(file, trained)).ratings,
  };
  const vector = withLikes(await recommender.vectorOf(asker), rows, recommender.likesOf(asker));
  console.log(vectorText(augmentUser(vector)));
}

async function* itemLines(trained: TrainedModel, items: Representations): AsyncGenerator<string> {
  const ids = idsByRow(trained.mapping.items);
  const augmented = augmentItems(items);
  yield "id,title,embedding\r\n";
  for (const [row, vector] of augmented.entries()) {
    const [, line] = toCsv(
      ["id", "title", "embedding"],
      [[ids[row], trained.titles[row], vectorText(vector)]],
    ).split("\r\n");
    yield `${line}\r\n`;
  }
}
