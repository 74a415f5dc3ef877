import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { inProcess, temporaryFolder } from "./support/matinee.ts";

const JOBS = new URL("../../spark/", import.meta.url).pathname;

/** A PATH with these programs alone, which write down what they were given and end with this exit code. */
function pathOf(status: number, ...names: string[]): string {
  const folder = temporaryFolder();
  for (const name of names) {
    const script = `#!/bin/sh\necho "$@" > "${folder}/given"\nexit ${status}\n`;
    writeFileSync(join(folder, name), script, { mode: 0o755 });
  }
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  vi.stubEnv("SPARK_HOME", "");
  vi.stubEnv("JAVA_HOME", "");
  vi.stubEnv("PATH", folder);
  return folder;
}

test("builds the line for spark-submit: what follows -- in front of the job, all else behind it", async () => {
  const folder = pathOf(0, "spark-submit", "java");
  const args = ["train", "ratings.csv", "--out", "m.npz", "--help", "--", "--master", "local[2]"];
  expect(await inProcess("spark", "--print", ...args)).toEqual({
    code: 0,
    stdout: `${folder}/spark-submit --master local[2] ${JOBS}train.py ratings.csv --out m.npz --help\n`,
    stderr: "",
  });
});

test("runs the line, and fails where the job does", async () => {
  const folder = pathOf(3, "spark-submit", "java");
  expect(await inProcess("spark", "batch", "m.npz", "--out", "lists")).toMatchObject({
    code: 1,
    stderr: "The Spark job failed; see the reason above.\n",
  });
  expect(readFileSync(join(folder, "given"), "utf8")).toBe(`${JOBS}batch.py m.npz --out lists\n`);
});

test("says in a sentence which of PySpark and Java is missing", async () => {
  pathOf(0, "java");
  expect(await inProcess("spark", "als")).toEqual({
    code: 1,
    stdout: "",
    stderr: `There is no spark-submit on the PATH. Install PySpark: pip install -r ${JOBS}requirements.txt\n`,
  });
  pathOf(0, "spark-submit");
  expect((await inProcess("spark", "als")).stderr).toMatch(
    /^Spark needs Java, and there is none on the PATH\./,
  );
  expect((await inProcess("spark", "fit")).code).toBe(2);
});
