import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { precision } from "../../src/evaluation/rankMetrics.ts";
import { Interactions, type Interval, pairedDifference } from "../../src/index.ts";
import { SeededRandom } from "../../src/matrix/random.ts";
import { recommendedForLikes } from "../../src/model/recommendedForLikes.ts";
import { readTables } from "../src/data/openTables.ts";
import { measureDrift, withBaseline } from "../src/trained/drift.ts";
import type { TrainedModel } from "../src/trained/TrainedModel.ts";
import { trainingData } from "../src/trained/trainingData.ts";
import { asTrained, trainModel } from "../src/trained/trainModel.ts";
import { updateTrained } from "../src/trained/updateTrained.ts";

// Whether the drift that `update` measures, on likes that the model has learnt, is that of likes it has never seen: a
// model of the first 70% of the embedded ratings, by time, a fifth of them held out, is updated with 1% more, thirty times.

type Row = [user: string, item: string, rating: string, time: string];

const FOLDER = new URL("../../public/data/ml-latest-small/", import.meta.url).pathname;
const TOLD_AFTER = [1, 5, 10, 20, 30];

const [header, ...lines] = readFileSync(`${FOLDER}ratings.csv`, "utf8").trim().split(/\r?\n/);
const rows = lines.map((line) => line.split(",") as Row).sort((a, b) => Number(a[3]) - Number(b[3]));
const first = rows.slice(0, Math.floor(rows.length * 0.7));

for (const seed of [1, 2, 3]) {
  const random = new SeededRandom(seed);
  const isHeldOut = first.map(() => random.float() < 0.2);
  const learnt = first.filter((_, i) => !isHeldOut[i]);
  const heldOut = first.filter((_, i) => isHeldOut[i]);
  const before = await withBaseline(await trainOn(learnt, seed));
  const active = new Set<string>();
  const piece = Math.floor(learnt.length / 100);
  let now = before;
  for (let updates = 1; updates <= Math.max(...TOLD_AFTER); updates++) {
    const added = rows.slice(first.length + (updates - 1) * piece, first.length + updates * piece);
    for (const [user] of added) active.add(user);
    now = await updateTrained(
      now,
      added.map(([user, item, rating]) => ({ user, item, rating: Number(rating) })),
    );
    if (!TOLD_AFTER.includes(updates)) continue;
    const bystanders = [...before.mapping.users].flatMap(([id, row]) => (active.has(id) ? [] : [row]));
    const figures = async (trained: TrainedModel) => {
      const ranks = await trained.model.predictRank(matrixOf(heldOut, trained, before), {
        train: matrixOf(learnt, trained, before),
      });
      const all = precision(ranks, 10);
      return Float32Array.from(bystanders, (row) => all[row]);
    };
    const unseen = pairedDifference(await figures(now), await figures(before));
    const measured = await measureDrift(now);
    console.log(
      `seed ${seed}, ${updates} updates: measured ${measured && told(measured)}, on likes held out ${told(unseen)}`,
    );
  }
}

async function trainOn(some: Row[], seed: number): Promise<TrainedModel> {
  const folder = mkdtempSync(join(tmpdir(), "matinee-drift-"));
  try {
    const file = join(folder, "ratings.csv");
    writeFileSync(file, [header, ...some.map((row) => row.join(","))].join("\n"));
    const data = trainingData(await readTables([file, `${FOLDER}movies.csv`]));
    const { hyperparameters, epochs } = await recommendedForLikes(data.interactions);
    const training = { hyperparameters: { ...hyperparameters, seed }, epochs, threads: 1 };
    return asTrained(await trainModel(data, training), data);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The ratings of users and items that the model before knew, in the shape of another. */
function matrixOf(some: Row[], { mapping, likedFrom }: TrainedModel, before: TrainedModel): Interactions {
  const { users, items } = before.mapping;
  const known = some.filter(([user, item]) => users.has(user) && items.has(item));
  return new Interactions(
    mapping.users.size,
    mapping.items.size,
    Int32Array.from(known, ([user]) => users.get(user) ?? 0),
    Int32Array.from(known, ([, item]) => items.get(item) ?? 0),
    Float32Array.from(known, ([, , rating]) => (Number(rating) >= likedFrom ? 1 : -1)),
  );
}

function told({ mean, low, high }: Interval): string {
  return `${mean.toFixed(4)} (${low.toFixed(4)} to ${high.toFixed(4)})`;
}
