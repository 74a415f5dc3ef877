import type { Command } from "commander";
import { publishedFiles, publishModel } from "../publish/publishModel.ts";
import { decodeTrained, readBytes, versionOf } from "../trained/modelFile.ts";
import { Console } from "./Console.ts";

interface PublishArguments {
  out: string;
  neighbours: boolean;
  json?: boolean;
}

const HELP = `
The folder holds what folding in takes and no user's ratings: item vectors in one byte a component, biases, titles, the
neighbour score and a manifest with hashes. From the neighbour score one can tell about how many people like two items
both; --no-neighbours leaves it out. Serve it from any static host and open it with the library:
  import { openPublished } from "matinee";
  const { scorer, titles } = await openPublished("https://example.com/model");
  const { items } = await scorer.recommend({ itemIds: [12, 34] }, { exclude: [12, 34] });
File names hold hashes, so all but manifest.json may be cached for good.

Example:
  matinee publish model.npz --out public/model`;

export function addPublish(program: Command): void {
  program
    .command("publish")
    .description("write a static folder from which devices fold in their own users")
    .argument("<model>", "a model file")
    .requiredOption("--out <folder>", "where it goes; what was published there before is replaced")
    .option("--no-neighbours", "leave the neighbour score out: a smaller folder, and less good lists")
    .option("--json", "print the outcome as JSON")
    .addHelpText("after", HELP)
    .action(async (path: string, { out, neighbours, json = false }: PublishArguments) => {
      const bytes = readBytes(path);
      const manifest = await publishModel(decodeTrained(bytes), versionOf(bytes), out, { neighbours });
      const size = publishedFiles(manifest).reduce((sum, { bytes }) => sum + bytes, 0);
      new Console({ json }).result(
        manifest,
        `Published ${manifest.items} items in ${out}: ${(size / 1e6).toFixed(1)} MB, version ${manifest.version}.`,
      );
    });
}
