import { type Command, Option } from "commander";
import { ArgumentError } from "../../../src/errors.ts";
import { readOwnRatings } from "../data/readOwnRatings.ts";
import { UnknownIdError } from "../trained/errors.ts";
import { readTrained } from "../trained/modelFile.ts";
import { Recommender, type Rules } from "../trained/Recommender.ts";
import type { TrainedModel } from "../trained/TrainedModel.ts";
import { Console } from "./Console.ts";
import { type ListOptions, printList } from "./lists.ts";
import { share, wholeNumber } from "./options.ts";

interface RecommendArguments extends ListOptions, Rules {
  user?: string;
  ratings?: string;
  n: number;
  diversity: number;
}

const HELP = `
Name a user the model was trained on by id, or give anybody's ratings, which are folded in. Ratings can be a table with
the columns item (an id) or title, and rating, or an unchanged export from Letterboxd, IMDb, Trakt or Netflix. Items the
user has already rated are left out.

Examples:
  matinee recommend model.npz --user 27
  matinee recommend model.npz --user 27 --labels Comedy --n 5 --json
  matinee recommend model.npz --ratings mine.csv --csv > list.csv`;

export function addRecommend(program: Command): void {
  program
    .command("recommend")
    .description("recommend items to a user, or to anybody from their ratings")
    .argument("<model>", "a model file")
    .option("--user <id>", "a user in the training data")
    .option("--ratings <file>", "one person's ratings")
    .option("--n <n>", "length of the list", wholeNumber(1, 10_000), 10)
    .option("--labels <labels...>", "only items with at least one of these labels, such as genres")
    .option("--not-labels <labels...>", "no items with any of these labels")
    .option("--only <ids...>", "only these items")
    .option("--not <ids...>", "not these items")
    .option("--diversity <share>", "from 0, by score alone, to 1, for variety alone", share, 0)
    .option("--json", "print JSON")
    .addOption(new Option("--csv", "print CSV").conflicts("json"))
    .addHelpText("after", HELP)
    .action(recommend);
}

async function recommend(path: string, options: RecommendArguments): Promise<void> {
  const { user, ratings: file } = options;
  if (user === undefined && file === undefined) {
    throw new ArgumentError("Say who the list is for: --user ID, --ratings FILE, or both.");
  }
  const trained = readTrained(path);
  checkItems(trained, "--only", options.only);
  checkItems(trained, "--not", options.not);
  const own = file === undefined ? null : await readOwnRatings(file, trained);
  if (own && own.unmatched > 0) {
    new Console(options).note(
      `${own.unmatched} of ${own.unmatched + own.ratings.length} ratings were not matched.`,
    );
  }
  const recommender = await Recommender.create(trained);
  printList(await recommender.recommend({ user, ratings: own?.ratings }, options), options);
}

/** @throws UnknownIdError if no item has one of the ids, naming the first. */
function checkItems({ mapping }: TrainedModel, option: string, ids: readonly string[] = []): void {
  const unknown = ids.find((id) => !mapping.items.has(id));
  if (unknown === undefined) return;
  throw new UnknownIdError(
    `There is no item ${JSON.stringify(unknown)} in this model. ${option} takes ids, as in the table of titles.`,
  );
}
