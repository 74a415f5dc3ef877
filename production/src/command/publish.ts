import type { Command } from "commander";
import { publishedFiles, publishModel } from "../publish/publishModel.ts";
import { builtPage, checkNoOtherPage, publishPage } from "../publish/publishPage.ts";
import { readVersion } from "../trained/modelFile.ts";
import { Console } from "./Console.ts";
import { provideFolder } from "./options.ts";

interface PublishArguments {
  out: string;
  neighbours: boolean;
  json?: boolean;
}

const HELP = `
The folder holds everything needed to fold a visitor in, and no user's ratings: item vectors in one byte per component,
biases, titles, labels, how often each item was rated, the neighbour score and a manifest with hashes. The neighbour score
reveals roughly how many people like both of two items; --no-neighbours leaves it out. The folder also holds Matinee's page,
which starts with this model. Serve it from any static host, and open its address in a browser or with the library:
  import { openPublished } from "matinee";
  const { scorer, titles } = await openPublished("https://example.com/films");
  const { items } = await scorer.recommend({ itemIds: [12, 34] }, { exclude: [12, 34] });
The names of the model's files contain hashes, so everything except manifest.json may be cached for ever.

Example:
  matinee publish model.npz --out public/films`;

const WITH_PAGE = "The page is included: serve the folder from any static host.";
const WITHOUT_PAGE =
  "The page has not been built, so the folder holds only the model. Run `npm run build`, then publish again.";

export function addPublish(program: Command): void {
  program
    .command("publish")
    .description("write a static folder that recommends to visitors on their own devices")
    .argument("<model>", "a model file")
    .requiredOption("--out <folder>", "where to put it; replaces what was published there before")
    .option("--no-neighbours", "leave out the neighbour score: a smaller folder and less accurate lists")
    .option("--json", "print the result as JSON")
    .addHelpText("after", HELP)
    .action(async (path: string, { out, neighbours, json = false }: PublishArguments) => {
      const { trained, version } = readVersion(path);
      provideFolder("--out", out);
      checkNoOtherPage(out);
      const manifest = await publishModel(trained, version, out, { neighbours });
      const page = builtPage();
      if (page) publishPage(page, out, manifest);
      const size = publishedFiles(manifest).reduce((sum, { bytes }) => sum + bytes, 0);
      new Console({ json }).result(
        manifest,
        `Published ${manifest.items} items in ${out}: ${(size / 1e6).toFixed(1)} MB, version ${manifest.version}. ${page ? WITH_PAGE : WITHOUT_PAGE}`,
      );
    });
}
