import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** A Python script that takes a command as JSON on each line and answers each with a line of JSON. */
export class PythonProcess {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  #answer: { resolve: (line: string) => void; reject: (error: Error) => void } | null = null;

  private constructor(python: string, script: string) {
    // More than one thread would not be a fair comparison, and would only slow small matrices down.
    const env = { ...process.env, OPENBLAS_NUM_THREADS: "1" };
    this.#process = spawn(python, [script], { stdio: ["pipe", "pipe", "inherit"], env });
    createInterface({ input: this.#process.stdout }).on("line", (line) => this.#answer?.resolve(line));
    this.#process.on("close", () => this.#answer?.reject(new Error(`${script} has ended.`)));
  }

  /** Null if this Python cannot import the module. PYTHON names another one. */
  static start(script: string, module: string): PythonProcess | null {
    const python = process.env.PYTHON ?? "python3";
    const found = spawnSync(python, ["-c", `import ${module}`], { stdio: "ignore" }).status === 0;
    return found ? new PythonProcess(python, script) : null;
  }

  /** Runs one of the script's commands; one at a time. */
  async ask<Answer>(command: { do: string; [argument: string]: unknown }): Promise<Answer> {
    const line = await new Promise<string>((resolve, reject) => {
      this.#answer = { resolve, reject };
      this.#process.stdin.write(`${JSON.stringify(command)}\n`);
    });
    return JSON.parse(line) as Answer;
  }

  close(): void {
    this.#process.stdin.end();
  }
}
