import { type Command, Option } from "commander";
import { TitleSearch } from "../../../src/dataset/TitleSearch.ts";
import { catalogueItems } from "../data/readOwnRatings.ts";
import { UnknownIdError } from "../trained/errors.ts";
import { readTrained } from "../trained/modelFile.ts";
import { ratingsPerItem } from "../trained/RatedItems.ts";
import { Recommender } from "../trained/Recommender.ts";
import type { TrainedModel } from "../trained/TrainedModel.ts";
import { Console } from "./Console.ts";
import { type ListOptions, printList } from "./lists.ts";
import { wholeNumber } from "./options.ts";

const HELP = `
Examples:
  matinee similar model.npz "Heat (1995)"
  matinee similar model.npz 6 --n 20 --json`;

export function addSimilar(program: Command): void {
  program
    .command("similar")
    .description("list the items most like a given one")
    .argument("<model>", "a model file")
    .argument("<item>", "its title, part of its title, or its id")
    .option("--n <n>", "length of the list", wholeNumber(1, 10_000), 10)
    .option("--json", "print JSON")
    .addOption(new Option("--csv", "print CSV").conflicts("json"))
    .addHelpText("after", HELP)
    .action(async (path: string, item: string, options: ListOptions & { n: number }) => {
      const trained = readTrained(path);
      const recommender = await Recommender.create(trained);
      const id = findItem(trained, item);
      new Console(options).note(`Like ${trained.titles[trained.mapping.items.get(id) ?? 0]}:`);
      printList(await recommender.similar(id, options.n), options);
    });
}

/** By title in full, by id, then by the words of the title. */
function findItem(trained: TrainedModel, text: string): string {
  const { mapping, titles, rated } = trained;
  const items = catalogueItems(trained);
  const exact = titles.indexOf(text);
  if (exact >= 0) return items[exact].id;
  if (mapping.items.has(text)) return text;
  const search = new TitleSearch(items, ratingsPerItem(items.length, rated));
  const [best] = search.search(text.replace(/[()]/g, " "), 1);
  if (best === undefined)
    throw new UnknownIdError(`No title matches ${JSON.stringify(text)}. Try fewer words.`);
  return items[best].id;
}
