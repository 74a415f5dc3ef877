import { spawn } from "node:child_process";
import { expect, it } from "vitest";
import { root } from "../../scripts/run.js";

/** What each command says of arguments that it cannot take, and nothing of where in the code it found out. */
const said: [script: string, args: string[], sentence: string][] = [
  ["parity.ts", ["package.json"], "There is no folder package.json."],
  ["files.ts", ["nowhere"], "There is no expected.json in nowhere."],
  ["fuzz.ts", ["--nope"], "Unknown option '--nope'."],
  ["bigFile.ts", ["x"], 'The number of ratings must be a whole number from 1, not "x".'],
];

it("commands answer wrong arguments with a sentence and exit code 2", async () => {
  const answers = said.map(([script, args]) => answerOf(script, args));
  for (const [i, { output, code }] of (await Promise.all(answers)).entries()) {
    const [script, args, sentence] = said[i];
    const call = `${script} ${args.join(" ")}`;
    expect(output.trim().split("\n")[0], call).toBe(sentence);
    expect(output, call).not.toMatch(/^\s+at /m);
    expect(code, call).toBe(2);
  }
});

async function answerOf(script: string, args: string[]): Promise<{ output: string; code: number | null }> {
  const child = spawn(process.execPath, ["--import", "tsx", `scripts/${script}`, ...args], { cwd: root });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { output, code };
}
