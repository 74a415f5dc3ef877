import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import { runProgram } from "../../src/command/program.ts";

/** The command line as it is built. */
export const MAIN = new URL("../../dist/matinee.js", import.meta.url).pathname;

/** Starts the command line as a process of its own; it is killed when the test ends. */
export function startMatinee(
  args: readonly string[],
  env: Record<string, string> = {},
): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ...env } });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  return child;
}

export async function matinee(
  ...args: string[]
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = startMatinee(args);
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (text) => {
    stdout += text;
  });
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout, stderr };
}

/** The same within this process, which is quicker. */
export async function inProcess(
  first: string | ((shown: string) => void),
  ...rest: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const [watch, args] = typeof first === "string" ? [() => {}, [first, ...rest]] : [first, rest];
  const written = { stdout: "", stderr: "" };
  const take = (name: "stdout" | "stderr") => (text: unknown) => {
    written[name] += text;
    watch(String(text));
    return true;
  };
  vi.spyOn(process.stdout, "write").mockImplementation(take("stdout"));
  vi.spyOn(process.stderr, "write").mockImplementation(take("stderr"));
  vi.spyOn(console, "log").mockImplementation((text) => void take("stdout")(`${text}\n`));
  vi.spyOn(console, "error").mockImplementation((text) => void take("stderr")(`${text}\n`));
  try {
    return { code: await runProgram(args), ...written };
  } finally {
    vi.restoreAllMocks();
  }
}

/** A folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "matinee-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
