import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { expect, it } from "vitest";
import { root } from "../../scripts/run.js";

/** What each command says of arguments that it cannot take, and nothing of where in the code it found out. */
const said: [script: string, args: string[], sentence: string][] = [
  [
    "bench/main.ts",
    ["--json", "nowhere/x.json"],
    "--json nowhere/x.json: there is no folder nowhere. Create it first, or name another.",
  ],
  ["production/bench/main.ts", ["--seconds", "x"], '--seconds must be a whole number from 2, not "x".'],
  ["scripts/bigFile.ts", ["x"], 'The number of ratings must be a whole number from 1, not "x".'],
  ["scripts/browsers.js", ["firefox"], "Unexpected argument 'firefox'."],
  ["scripts/build.js", ["--nope"], "Unknown option '--nope'."],
  ["scripts/endurance.ts", ["--cycles", "x"], '--cycles must be a whole number from 10, not "x".'],
  ["scripts/faults.js", ["--seed", "-5"], '--seed must be a whole number from 0, not "-5".'],
  ["scripts/faults.js", ["--shard", "5/4"], '--shard must be a part of the table such as 2/4, not "5/4".'],
  ["scripts/files.ts", ["nowhere"], "There is no expected.json in nowhere."],
  ["scripts/firstList.js", ["x"], "Unexpected argument 'x'."],
  ["scripts/fuzz.ts", ["--nope"], "Unknown option '--nope'."],
  ["scripts/mutation.ts", ["--nope"], "Unknown option '--nope'."],
  [
    "scripts/newItems.ts",
    ["--data", "nowhere"],
    "There is no folder nowhere. --data takes the folder of a MovieLens data set, unpacked.",
  ],
  ["scripts/packageCheck.js", ["x"], "Unexpected argument 'x'."],
  ["scripts/parity.ts", ["production"], "production/package-lock.json is not a file of golden epochs."],
  [
    "scripts/quality.ts",
    ["--data", "package.json"],
    "package.json is not a folder. --data takes the folder that a data set's files lie in.",
  ],
  ["scripts/readingSpeed.ts", ["x"], 'The number of ratings must be a whole number from 1, not "x".'],
  ["scripts/screenshot.js", ["--all"], "Option '--all <value>' argument missing."],
  ["scripts/start.js", ["8080"], "Unexpected argument '8080'."],
  ["scripts/test.js", ["test/core"], "Unexpected argument 'test/core'."],
  [
    "scripts/visitors.ts",
    ["--folds", "x"],
    '--folds must be numbers from 0 to 4, each once, with commas between them, not "x".',
  ],
];

it("commands answer wrong arguments with a sentence and exit code 2", { tags: ["thorough"] }, async () => {
  const left = said.values();
  await Promise.all(Array.from({ length: availableParallelism() }, () => checkAll(left)));
});

async function checkAll(cases: Iterable<(typeof said)[number]>): Promise<void> {
  for (const [script, args, sentence] of cases) {
    const { output, code } = await answerOf(script, args);
    const call = `${script} ${args.join(" ")}`;
    expect(output.trim().split("\n")[0], call).toBe(sentence);
    expect(output, call).not.toMatch(/^\s+at /m);
    expect(code, call).toBe(2);
  }
}

async function answerOf(script: string, args: string[]): Promise<{ output: string; code: number | null }> {
  const loader = script.endsWith(".ts") ? ["--import", "tsx"] : [];
  const child = spawn(process.execPath, [...loader, script, ...args], { cwd: root });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { output, code };
}
