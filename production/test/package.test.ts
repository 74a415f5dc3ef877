import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "./support/matinee.ts";
import { writeSomeRatings } from "./support/smallModel.ts";

const PRODUCTION = new URL("..", import.meta.url).pathname;

/** `npm run package-check` installs the package from the registry; here its dependencies are those of the checkout. */
test("the packed package has all that it needs, and works from an empty folder", () => {
  const folder = temporaryFolder();
  const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], {
    cwd: `${PRODUCTION}dist`,
    encoding: "utf8",
  });
  execFileSync("tar", ["-xzf", JSON.parse(packed)[0].filename], { cwd: folder });
  const { dependencies, bin } = JSON.parse(readFileSync(join(folder, "package/package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(`${PRODUCTION}node_modules/${name}`, link);
  }
  const run = (...args: string[]) =>
    execFileSync(join(folder, "package", bin.matinee), args, { cwd: folder, encoding: "utf8" });
  expect(run("--help")).toContain("Usage: matinee");
  const jobs = readdirSync(join(folder, "package/spark"));
  expect(jobs).toEqual(expect.arrayContaining(["als.py", "batch.py", "matinee_spark", "train.py"]));
  writeSomeRatings(join(folder, "ratings.csv"));
  run("train", "ratings.csv", "--out", "model.npz", "--epochs", "1", "--components", "4", "--threads", "2");
  expect(JSON.parse(run("recommend", "model.npz", "--user", "27", "--json"))).toHaveLength(10);
});
