import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parquetWriteFile } from "hyparquet-writer";
import { expect, test } from "vitest";
import { readTables } from "../src/data/openTables.ts";
import { decodeTrained, encodeTrained } from "../src/trained/modelFile.ts";
import { asTrained, trainModel } from "../src/trained/trainModel.ts";
import { matinee, startMatinee, temporaryFolder } from "./support/matinee.ts";
import { embeddedData, HYPERPARAMETERS, MOVIES, RATINGS } from "./support/smallModel.ts";

test("trains, recommends and lists similar items, with clean output in pipes", async () => {
  const model = join(temporaryFolder(), "model.npz");
  const trained = await matinee(
    "train",
    RATINGS,
    MOVIES,
    "--out",
    model,
    "--epochs",
    "2",
    "--components",
    "8",
    "--json",
  );
  expect(trained).toMatchObject({ code: 0, stderr: "" });
  expect(JSON.parse(trained.stdout)).toMatchObject({ ratings: 100_004, users: 671, items: 9066, epochs: 2 });

  const [list, similar] = await Promise.all([
    matinee("recommend", model, "--user", "27", "--labels", "Comedy", "--n", "5", "--json"),
    matinee("similar", model, "Heat (1995)", "--csv"),
  ]);
  expect(list).toMatchObject({ code: 0, stderr: "" });
  const data = await embeddedData();
  const items = (JSON.parse(list.stdout) as { item: string }[]).map(({ item }) => item);
  const comedy = data.mapping.itemFeatures.get("Comedy");
  const { indptr, indices } = data.features.itemFeatures;
  expect(items).toHaveLength(5);
  for (const item of items) {
    const row = data.mapping.items.get(item) as number;
    expect([...indices.subarray(indptr[row], indptr[row + 1])]).toContain(comedy);
  }
  expect(similar.stdout.split("\r\n")[0]).toBe("place,item,title,score");
});

test("says what is wrong in a sentence, and by the exit code", async () => {
  const folder = temporaryFolder();
  const broken = join(folder, "broken.npz");
  writeFileSync(broken, "no zip");
  const [missing, refused, usage] = await Promise.all([
    matinee("train", join(folder, "ratings.csv"), "--out", join(folder, "model.npz")),
    matinee("recommend", broken, "--user", "1"),
    matinee("trian"),
  ]);
  expect(missing).toMatchObject({
    code: 1,
    stdout: "",
    stderr: `There is no file ${folder}/ratings.csv. Check the path.\n`,
  });
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/^broken\.npz: .*it is no \.npz file/);
  expect(usage.code).toBe(2);
  expect(usage.stderr).toContain("Did you mean train?");
});

test("training goes on from a checkpoint as from the model itself, to the bit", async () => {
  const data = await embeddedData();
  const first = { hyperparameters: HYPERPARAMETERS, threads: 1, epochs: 1 };
  const both = { ...first, epochs: 2 };
  const model = await trainModel(data, first);
  const checkpoint = decodeTrained(encodeTrained(asTrained(model, data)));
  const straight = encodeTrained(asTrained(await trainModel(data, both, model), data));
  const resumed = encodeTrained(asTrained(await trainModel(data, both, checkpoint.model), data));
  expect(Buffer.compare(resumed, straight)).toBe(0);
});

test("Ctrl+C keeps a checkpoint and says how to go on", async () => {
  const model = join(temporaryFolder(), "model.npz");

  const child = startMatinee(["train", RATINGS, "--out", model, "--epochs", "10000", "--components", "8"]);
  let stderr = "";
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  // Reading takes about a second and an epoch some tens of milliseconds.
  setTimeout(() => child.kill("SIGINT"), 5000);
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect({ code, stderr }).toEqual({
    code: 130,
    stderr: expect.stringMatching(/^Stopped after \d+ of 10000 epochs\. Add --resume/),
  });
  expect(existsSync(`${model}.checkpoint`)).toBe(true);
  expect(existsSync(model)).toBe(false);
});

test("Parquet is read as the same table in CSV would be", async () => {
  const filename = join(temporaryFolder(), "ratings.parquet");
  const column = (name: string, data: number[]) => ({ name, data, type: "INT32" as const });
  await parquetWriteFile({
    filename,
    columnData: [
      column("userId", [1, 1, 2, 2]),
      column("movieId", [10, 20, 10, 30]),
      column("rating", [5, 1, 4, 2]),
    ],
    rowGroupSize: 3,
  });
  const { ratings } = await readTables([filename]);
  expect(ratings.userIds).toEqual(["1", "2"]);
  expect(ratings.itemIds).toEqual(["10", "20", "30"]);
  expect([...ratings.ratings]).toEqual([5, 1, 4, 2]);
});
