import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { inProcess, temporaryFolder } from "./support/matinee.ts";
import { writeSomeRatings } from "./support/smallModel.ts";

const QUICK = ["--epochs", "1", "--components", "2"];

afterEach(() => {
  vi.restoreAllMocks();
});

/** The command's outcome where this much memory is free. */
async function trainWith(megabytes: number, ...args: string[]) {
  vi.spyOn(process, "constrainedMemory").mockReturnValue(megabytes * 2 ** 20);
  vi.spyOn(process.memoryUsage, "rss").mockReturnValue(0);
  return inProcess("train", ...args);
}

test("what does not fit into memory is refused before the training, with what would fit", async () => {
  const folder = temporaryFolder();
  const [ratings, out] = [join(folder, "ratings.csv"), join(folder, "model.npz")];
  writeSomeRatings(ratings);
  const table = await trainWith(0.4, ratings, "--out", out, ...QUICK);
  expect(table).toMatchObject({ code: 1, stdout: "" });
  expect(table.stderr).toMatch(/ratings\.csv has about .* A random \d\d% of the users would fit/);

  const model = await trainWith(5, ratings, "--out", out, "--epochs", "1", "--components", "1024");
  expect(model.code).toBe(1);
  const [, fitting = ""] = /(\d+) components would fit: --components \1\./.exec(model.stderr) ?? [];
  expect(Number(fitting)).toBeGreaterThan(10);
  expect(existsSync(out)).toBe(false);
  const fits = await trainWith(5, ratings, "--out", out, "--epochs", "1", "--components", fitting);
  expect(fits).toMatchObject({ code: 0, stderr: "" });
});

test("a sample holds all ratings of some of the users, as many as were asked for", async () => {
  const folder = temporaryFolder();
  const [ratings, out] = [join(folder, "ratings.csv"), join(folder, "model.npz")];
  writeSomeRatings(ratings);
  const { stdout } = await inProcess("train", ratings, "--out", out, ...QUICK, "--sample", "0.5", "--json");
  const { users } = JSON.parse(stdout) as { users: number };
  expect(users).toBeGreaterThan(71 * 0.3);
  expect(users).toBeLessThan(71 * 0.7);
  expect((await inProcess("train", ratings, "--out", out, "--sample", "0")).stderr).toMatch(/above 0/);
});

test("rows that cannot be read are named with their reasons", async () => {
  const folder = temporaryFolder();
  const [ratings, out] = [join(folder, "ratings.csv"), join(folder, "model.npz")];
  writeSomeRatings(ratings);
  const [header, first, ...rest] = readFileSync(ratings, "utf8").split("\n");
  writeFileSync(ratings, [header, first, "1,31,abc,1260759144", ...rest].join("\n"));
  const { stdout } = await inProcess("train", ratings, "--out", out, ...QUICK);
  expect(stdout).toContain(
    '1 row could not be read and was left out (ratings.csv, line 3: rating "abc" isn\'t a number).',
  );
});

test("a checkpoint says by its option what was given otherwise", async () => {
  const folder = temporaryFolder();
  const [ratings, out] = [join(folder, "ratings.csv"), join(folder, "model.npz")];
  writeSomeRatings(ratings);
  await inProcess("train", ratings, "--out", `${out}.checkpoint`, ...QUICK);
  const other = ["--epochs", "2", "--components", "3", "--resume"];
  expect(await inProcess("train", ratings, "--out", out, ...other)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/was made with --components 2, not 3\./),
  });
});

test("ratings may come through a pipe", async () => {
  const folder = temporaryFolder();
  const [ratings, pipe, out] = ["ratings.csv", "pipe", "model.npz"].map((name) => join(folder, name));
  writeSomeRatings(ratings);
  execFileSync("mkfifo", [pipe]);
  spawn("sh", ["-c", 'cat "$0" > "$1"', ratings, pipe]);
  const { stdout } = await inProcess("train", pipe, "--out", out, ...QUICK, "--json");
  expect(JSON.parse(stdout)).toMatchObject({ ratings: 10_000 });
  expect((await inProcess("train", "/dev/null", "--out", out)).stderr).toMatch(/^\/dev\/null is a device\./);
});
