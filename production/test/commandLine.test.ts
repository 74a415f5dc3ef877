import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parquetWriteFile } from "hyparquet-writer";
import { expect, onTestFinished, test } from "vitest";
import type { Features } from "../../src/index.ts";
import { writeNpy } from "../../src/model/file/npy.ts";
import { writeNpz } from "../../src/model/file/npz.ts";
import { readTables } from "../src/data/openTables.ts";
import { decodeTrained, encodeTrained, readTrained } from "../src/trained/modelFile.ts";
import { asTrained, trainModel } from "../src/trained/trainModel.ts";
import { inProcess, MAIN, matinee, temporaryFolder } from "./support/matinee.ts";
import { HYPERPARAMETERS, MOVIES, RATINGS, smallModel, someData } from "./support/smallModel.ts";

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

  const list = await inProcess(
    "recommend",
    model,
    "--user",
    "27",
    "--labels",
    "Comedy",
    "--n",
    "5",
    "--json",
  );
  expect(list).toMatchObject({ code: 0, stderr: "" });
  const { mapping, model: learnt } = readTrained(model);
  const { indptr, indices } = (learnt.state.features as Required<Features>).itemFeatures;
  const items = (JSON.parse(list.stdout) as { item: string }[]).map(
    ({ item }) => mapping.items.get(item) as number,
  );
  expect(items).toHaveLength(5);
  for (const row of items) {
    expect([...indices.subarray(indptr[row], indptr[row + 1])]).toContain(mapping.itemFeatures.get("Comedy"));
  }
  const similar = await inProcess("similar", model, "Heat (1995)", "--n", "2", "--json");
  expect(JSON.parse(similar.stdout)).toHaveLength(2);
});

test("says what is wrong in a sentence, and by the exit code", async () => {
  const folder = temporaryFolder();
  const broken = join(folder, "broken.npz");
  writeFileSync(broken, "no zip");
  expect(await inProcess("train", join(folder, "ratings.csv"), "--out", join(folder, "model.npz"))).toEqual({
    code: 1,
    stdout: "",
    stderr: `There is no file ${folder}/ratings.csv. Check the path.\n`,
  });
  const refused = await inProcess("recommend", broken, "--user", "1");
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/^broken\.npz: .*it is not an \.npz file/);
  const matrix = join(folder, "likes.npz");
  writeFileSync(
    matrix,
    writeNpz(new Map(["format", "shape", "data"].map((name) => [name, writeNpy(["csr"])]))),
  );
  const notRead = await inProcess("train", matrix, "--out", join(folder, "model.npz"));
  expect(notRead.code).toBe(1);
  const lists = await inProcess("batch", broken, "--to", join(folder, "lists.sqlite"));
  expect(lists.stderr).toMatch(/^broken\.npz: /);
  expect(notRead.stderr).toMatch(
    /^likes\.npz is a SciPy sparse matrix, not a model\. .*load_npz\("likes\.npz"\)/,
  );
});

test("answers wrong arguments with a sentence and exit code 2, before any work", async () => {
  const folder = temporaryFolder();
  const model = join(folder, "model.npz");
  writeFileSync(model, encodeTrained(await smallModel()));
  const nowhere = join(folder, "nowhere");
  const said: [args: string[], sentence: string][] = [
    [["trian"], "unknown command 'trian'"],
    [["train", RATINGS, "--out", ""], "--out needs the name of a file."],
    [["serve", model, "--data", ""], "--data needs the name of a folder."],
    [["train", RATINGS, "--out", folder], `--out ${folder} is a folder. Name a file in it.`],
    [
      ["train", RATINGS, "--out", RATINGS],
      `--out ${RATINGS} would replace what it is made from. Name another file.`,
    ],
    [["update", model, RATINGS, MOVIES, "--out", MOVIES], "would replace what it is made from"],
    [["vectors", model, "--out", model], "would replace what it is made from"],
    [["train", RATINGS, "--out", model, "--seed", "x"], "It must be a whole number from 0"],
    [["evaluate", model], "required option '--test <tables...>' not specified"],
    [["recommend", model], "Say who the list is for: --user ID, --ratings FILE, or both."],
    [["recommend", model, "--user", "1", "--n", "-5"], "It must be a whole number from 1"],
    [["similar", model, "Heat", "extra"], "too many arguments for 'similar'"],
    [["batch", model, "--to", "lists.txt"], "--to lists.txt: give a file ending in .sqlite"],
    [["batch", model, "--to", join(nowhere, "l.sqlite")], `there is no folder ${nowhere}.`],
    [["update", model, RATINGS, "--out", join(nowhere, "next.npz")], `there is no folder ${nowhere}.`],
    [["vectors", model], "Say what to export"],
    [["vectors", model, "--out", "/dev/null"], "--out /dev/null is a device or a pipe. Name a file."],
    [["vectors", model, "--out", folder], `--out ${folder} is a folder. Name a file in it.`],
    [["train", RATINGS, "--out", "/dev/null"], "--out /dev/null is a device or a pipe. Name a file."],
    [["publish", model, "--out", "/proc/folder"], "--out /proc/folder cannot be used (ENOENT)."],
    [["publish", model, "--out", model], `--out ${model} is a file. Name a folder.`],
    [["serve", model, "--port", "x"], "It must be a whole number from 0 to 65535."],
    [["serve", model, "--data", "/proc/folder"], "--data /proc/folder cannot be used (ENOENT)."],
    [["serve", model, "--data", model], `--data ${model} is a file. Name a folder.`],
    [["spark", "trian"], "Allowed choices are train, batch, als."],
  ];
  for (const [args, sentence] of said) {
    const { code, stdout, stderr } = await inProcess(...(args as [string, ...string[]]));
    expect(stderr, args.join(" ")).toContain(sentence);
    expect(stderr, args.join(" ")).not.toMatch(/^\s+at /m);
    expect({ code, stdout }, args.join(" ")).toEqual({ code: 2, stdout: "" });
  }
});

test("says when a result could not be written, and nothing when its reader had enough", {
  tags: ["thorough"],
}, async () => {
  const folder = temporaryFolder();
  const model = join(folder, "model.npz");
  writeFileSync(model, encodeTrained(await smallModel()));
  const full = openSync("/dev/full", "w");
  onTestFinished(() => closeSync(full));
  for (const form of ["--csv", "--json"]) {
    const args = [MAIN, "recommend", model, "--user", "1", "--n", "3000", form];
    const ended = spawnSync(process.execPath, args, { stdio: ["ignore", full, "pipe"], encoding: "utf8" });
    expect(ended).toMatchObject({
      status: 1,
      stderr: "The result could not be written (ENOSPC). Is there room where it goes?\n",
    });
  }
  const line = `"${process.execPath}" "${MAIN}" recommend "${model}" --user 1 --n 3000 --csv | head -n 1`;
  const { stdout, stderr } = spawnSync("sh", ["-c", line], { encoding: "utf8" });
  expect([stdout, stderr]).toEqual(["place,item,title,score\r\n", ""]);
});

test("names that no file can hold are refused before the training", async () => {
  const folder = temporaryFolder();
  const long = join(folder, "long.csv");
  const rows = [1, 2, 3, 4].flatMap((user) =>
    [1, 2, 3].map((item) => `${user},${item},${1 + ((user + item) % 5)}`),
  );
  writeFileSync(long, ["userId,movieId,rating", ...rows, `${"x".repeat(70_000)},1,5`, ""].join("\n"));
  const { code, stderr } = await inProcess("train", long, "--out", join(folder, "model.npz"));
  expect(code).toBe(1);
  expect(stderr).toMatch(/could not be saved: .* of 70000 letters.* The longest begins with "xxxx/);
  expect(readdirSync(folder)).toEqual(["long.csv"]);
});

test("says which file or item there is none of, and leaves nothing behind", async () => {
  const folder = temporaryFolder();
  const model = join(folder, "model.npz");
  const missing = `There is no model ${model}. Make one: matinee train ratings.csv --out ${model}\n`;
  for (const args of [
    ["--user", "1"],
    ["--ratings", RATINGS],
  ]) {
    expect(await inProcess("recommend", model, ...args)).toEqual({ code: 1, stdout: "", stderr: missing });
  }
  expect(await inProcess("serve", model)).toEqual({ code: 1, stdout: "", stderr: missing });
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(model, encodeTrained(await smallModel()));
  const { stderr } = await inProcess("recommend", model, "--user", "1", "--only", "nosuch");
  expect(stderr).toBe(
    'There is no item "nosuch" in this model. --only takes ids, as in the table of titles.\n',
  );
});

test("what the disk has no room for leaves what was there as it was", { tags: ["thorough"] }, async () => {
  const folder = temporaryFolder();
  const model = join(folder, "model.npz");
  writeFileSync(model, encodeTrained(await smallModel()));
  const before = readFileSync(model);
  const out = join(folder, "items.csv");
  const some = join(temporaryFolder(), "ratings.csv");
  writeFileSync(some, readFileSync(RATINGS, "utf8").split("\n").slice(0, 2001).join("\n"));
  for (const args of [
    ["vectors", model, "--out", out],
    ["update", model, some, "--out", model, "--epochs", "1"],
    ["batch", model, "--to", join(folder, "lists.sqlite")],
  ]) {
    // A limit on the size of files, instead of a full disk: the write fails in the same way.
    const limited = `trap "" XFSZ; ulimit -f 16; exec "$0" "$@"`;
    const { status, stderr } = spawnSync("bash", ["-c", limited, process.execPath, MAIN, ...args], {
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(
        /could not be written \((EFBIG|database or disk is full|disk I\/O error)\)\. Check that there is room/,
      ),
    ]);
  }
  expect(readdirSync(folder)).toEqual(["model.npz"]);
  expect(readFileSync(model)).toEqual(before);
});

test("of two tables of ratings it says to give one", async () => {
  const out = join(temporaryFolder(), "model.npz");
  const { code, stderr } = await inProcess("train", RATINGS, RATINGS, "--out", out);
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/both hold ratings\. .* Give that one only\.\n$/),
  ]);
});

test("one person's ratings are told from everybody's, and an empty list says why", async () => {
  const folder = temporaryFolder();
  const model = join(folder, "model.npz");
  const trained = await smallModel();
  writeFileSync(model, encodeTrained(trained));
  const everybody = await inProcess("recommend", model, "--ratings", RATINGS);
  expect(everybody).toMatchObject({ code: 1, stdout: "" });
  expect(everybody.stderr).toMatch(/^ratings\.csv holds the ratings of 671 users\. Give those of one person/);
  const empty = join(folder, "empty.csv");
  writeFileSync(empty, "\n");
  const nothing = await inProcess("recommend", model, "--ratings", empty);
  expect(nothing.stderr).toMatch(/^empty\.csv is empty\. Give a table/);
  const all = join(folder, "all.csv");
  writeFileSync(all, ["item,rating", ...[...trained.mapping.items.keys()].map((id) => `${id},4`)].join("\n"));
  const { stdout } = await inProcess("recommend", model, "--ratings", all);
  expect(stdout).toMatch(/^Nothing is left to recommend/);
});

test("training goes on from a checkpoint as from the model itself, to the bit", async () => {
  const data = await someData();
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
  // The progress that a terminal would show tells when an epoch is done: 1% may be most of the first.
  const { isTTY } = process.stderr;
  process.stderr.isTTY = true;
  onTestFinished(() => {
    process.stderr.isTTY = isTTY;
  });
  const stopped = await inProcess(
    (shown) => {
      if (/Training \S+ ([2-9]|\d\d+)%/.test(shown)) process.emit("SIGINT");
    },
    ...["train", RATINGS, "--out", model, "--epochs", "100", "--components", "8"],
  );
  expect(stopped.code).toBe(130);
  expect(stopped.stderr).toMatch(/Stopped after \d+ of 100 epochs\. Add --resume/);
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
