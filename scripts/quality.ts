import { writeFileSync } from "node:fs";
import { toGenreFeatures, toInteractions, toItemFeatures, toItemTags } from "../src/dataset/matrices.ts";
import { readCatalogue } from "../src/dataset/reading/readCatalogue.ts";
import { peers, plainModel, scoredModel } from "../src/evaluation/protocols/contestants.ts";
import { MAIN_FIGURE, measureQuality, type Quality } from "../src/evaluation/protocols/quality.ts";
import { recommendedForLikes } from "../src/model/recommendedForLikes.ts";
import { provideKernels } from "./build.js";
import { checkWritable } from "./experiment/checkWritable.ts";
import { openFolder } from "./experiment/openFolder.ts";
import { ProgressLine } from "./experiment/ProgressLine.ts";
import { table } from "./experiment/table.ts";
import { giveUpOn } from "./giveUpOn.ts";
import { pythonPeers } from "./quality/pythonPeers.ts";
import { readFlags, root, wholeNumber } from "./run.js";

const USAGE = "npm run quality -- [--data DIR] [--json FILE] [--seed N] [--users N] [--quick]";
const EMBEDDED = `${root}public/data/ml-latest-small`;
const SPLITS = 6;

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
const line = new ProgressLine(process.stderr);
try {
  await quality();
} catch (error) {
  line.clear();
  giveUpOn(error);
}

async function quality(): Promise<void> {
  const { data = EMBEDDED, json, seed, users, quick } = readArguments();
  if (json !== undefined) checkWritable("--json", json);
  const files = await openFolder(data);
  provideKernels();
  const { signal } = stop;
  const catalogue = await readCatalogue(files, {
    signal,
    onProgress: ({ file, bytes, totalBytes }) => line.tell(`Reading ${file}`, bytes / totalBytes),
  });
  const interactions = toInteractions(catalogue);
  const entrants = [
    ...scoredModel("matinee", {
      ...(await recommendedForLikes(interactions)),
      itemFeatures: toItemFeatures(catalogue),
      itemTags: toItemTags(catalogue),
    }),
    plainModel("lightfm", {
      hyperparameters: { loss: "warp" },
      epochs: 30,
      itemFeatures: toGenreFeatures(catalogue),
    }),
  ].map((contestant) => ({ name: contestant.name, choices: [contestant] }));
  const splits = quick ? 1 : SPLITS;
  const python = pythonPeers();
  const all = [...entrants, ...peers(interactions), ...python.entrants];
  let found: Quality;
  try {
    found = await measureQuality(interactions, catalogue.ratings.timestamps, all, {
      ...{ splits, seed, users, signal },
      onProgress: (task, done) => line.tell(task, done),
    });
  } finally {
    python.close();
  }
  line.clear();
  if (python.missing.length > 0) {
    console.log(`Left out: ${python.missing.join(" and ")}, which this Python lacks (PYTHON names another).`);
  }
  print(found, splits, seed);
  if (json !== undefined) {
    writeFileSync(json, `${JSON.stringify({ ...found.figures, differences: found.differences }, null, 2)}\n`);
  }
}

function readArguments() {
  const text = { type: "string" } as const;
  const options = { data: text, json: text, seed: text, users: text, quick: { type: "boolean" } } as const;
  const { data, json, seed = "1", users, quick = false } = readFlags(options, USAGE);
  return {
    ...{ data, json, quick },
    seed: wholeNumber("--seed", seed, 0, USAGE),
    users: users === undefined ? undefined : wholeNumber("--users", users, 1, USAGE),
  };
}

function print({ figures, differences }: Quality, splits: number, seed: number): void {
  console.log(
    `Splits of W: ${splits}; folds of S and V: ${Math.min(splits, 5)} of 5; seeds from ${seed}; 95% bootstrap intervals over users.`,
  );
  for (const [protocol, contestants] of Object.entries(figures)) {
    const [first] = Object.keys(contestants);
    const names = Object.keys(contestants[first]);
    const [users] = Object.values(contestants[first]).map((figure) => figure.users);
    console.log(`\n${protocol}, ${users} users\n`);
    const rows = Object.entries(contestants).map(([name, of]) => [
      name,
      ...names.flatMap((figure) => {
        const { mean, low, high } = of[figure];
        const less = differences[protocol as keyof Quality["differences"]]?.[name]?.[figure];
        return [
          `${mean.toFixed(4)} (${low.toFixed(4)} to ${high.toFixed(4)})`,
          less ? `${signed(less.mean)} (${signed(less.low)} to ${signed(less.high)})` : "",
        ];
      }),
    ]);
    console.log(table(["", ...names.flatMap((figure) => [figure, `${first} has more`])], rows));
  }
  const missing = Object.keys(MAIN_FIGURE).filter((protocol) => !(protocol in figures));
  if (missing.length > 0) console.log(`\nLeft out, since no user has enough likes: ${missing.join(", ")}.`);
}

function signed(number: number): string {
  return `${number < 0 ? "−" : "+"}${Math.abs(number).toFixed(4)}`;
}
