import type { Command } from "commander";
import { CancelledError } from "../../../src/errors.ts";
import { makeLists, type UserList } from "../lists/makeLists.ts";
import { openStore } from "../lists/openStore.ts";
import { withoutPassword } from "../postgresAddress.ts";
import { readVersion } from "../trained/modelFile.ts";
import { idsByRow } from "../trained/TrainedModel.ts";
import { Console } from "./Console.ts";
import { stopSignal, wholeNumber } from "./options.ts";

const HELP = `
The store is replaced completely or not at all. Each user has one row, with arrays of items and scores, best first; with
--rows, each place in each list has a row. In PostgreSQL the tables are matinee_recommendations, matinee_items and
matinee_about.

Examples:
  matinee batch model.npz --to lists.sqlite
  matinee batch model.npz --to postgres://localhost/shop --n 50
  sqlite3 lists.sqlite "SELECT items FROM recommendations WHERE user_id = '27'"`;

interface BatchArguments {
  to: string;
  n: number;
  rows?: boolean;
  json?: boolean;
}

export function addBatch(program: Command): void {
  program
    .command("batch")
    .description("write a list for every user to a database")
    .argument("<model>", "a model file")
    .requiredOption("--to <store>", "lists.sqlite, lists.parquet or postgres://…")
    .option("--n <n>", "length of each list", wholeNumber(1, 10_000), 50)
    .option("--rows", "one row for each place in each list")
    .option("--json", "print the result as JSON")
    .addHelpText("after", HELP)
    .action(batch);
}

async function batch(path: string, { to, n, rows = false, json = false }: BatchArguments): Promise<void> {
  const began = performance.now();
  const out = new Console({ json });
  const store = await openStore(to, { rows });
  const { trained, version } = readVersion(path);
  const users = trained.mapping.users.size;
  const titles = new Map(idsByRow(trained.mapping.items).map((id, row) => [id, trained.titles[row]]));
  const about = { model: version, made: new Date().toISOString(), n };
  const told = tellProgress(makeLists(trained, n), stopSignal(), (done) =>
    out.progress("Making lists", done / users),
  );
  await store.write(told, titles, about);
  const seconds = (performance.now() - began) / 1000;
  out.result(
    { ...about, users, to: withoutPassword(to), seconds },
    `Made the lists of ${users} users, ${n} items each, in ${seconds.toFixed(1)} s.`,
  );
}

async function* tellProgress(
  lists: AsyncIterable<UserList[]>,
  signal: AbortSignal,
  tell: (done: number) => void,
): AsyncGenerator<UserList[]> {
  let done = 0;
  for await (const some of lists) {
    if (signal.aborted) throw new CancelledError("Stopped. The existing lists are unchanged.");
    yield some;
    done += some.length;
    tell(done);
    // Lets Ctrl+C through.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
