import type { Command } from "commander";
import { publishedFiles, publishModel } from "../publish/publishModel.ts";
import { builtPage, checkNoOtherPage, publishPage } from "../publish/publishPage.ts";
import { decodeTrained, readBytes, versionOf } from "../trained/modelFile.ts";
import { Console } from "./Console.ts";
import { makeFolder } from "./options.ts";

interface PublishArguments {
  out: string;
  neighbours: boolean;
  json?: boolean;
}

const HELP = `
The folder holds what folding in takes and no user's ratings: item vectors in one byte a component, biases, titles, labels,
how often each item was rated, the neighbour score and a manifest with hashes. From the neighbour score one can tell about
how many people like two items both; --no-neighbours leaves it out. Beside them stands Matinee's page, which begins with
this model. Serve the folder from any static host, and open its address in a browser or with the library:
  import { openPublished } from "matinee";
  const { scorer, titles } = await openPublished("https://example.com/films");
  const { items } = await scorer.recommend({ itemIds: [12, 34] }, { exclude: [12, 34] });
Names of the model's files hold hashes, so all but manifest.json may be cached for good.

Example:
  matinee publish model.npz --out public/films`;

const WITH_PAGE = "The page stands beside them: serve the folder from any static host.";
const WITHOUT_PAGE =
  "The page is not built, so the folder holds the model alone: run `npm run build`, then publish again.";

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
      const trained = decodeTrained(bytes);
      makeFolder("--out", out);
      checkNoOtherPage(out);
      const manifest = await publishModel(trained, versionOf(bytes), out, { neighbours });
      const page = builtPage();
      if (page) publishPage(page, out, manifest);
      const size = publishedFiles(manifest).reduce((sum, { bytes }) => sum + bytes, 0);
      new Console({ json }).result(
        manifest,
        `Published ${manifest.items} items in ${out}: ${(size / 1e6).toFixed(1)} MB, version ${manifest.version}. ${page ? WITH_PAGE : WITHOUT_PAGE}`,
      );
    });
}
