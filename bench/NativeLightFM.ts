import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";

/** Python LightFM in a process of its own, which waits between commands so that it can be timed in turn. */
export class NativeLightFM {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  #answer: { resolve: (line: string) => void; reject: (error: Error) => void } | null = null;

  private constructor(python: string) {
    const script = fileURLToPath(new URL("lightfmPeer.py", import.meta.url));
    this.#process = spawn(python, [script], { stdio: ["pipe", "pipe", "inherit"] });
    createInterface({ input: this.#process.stdout }).on("line", (line) => this.#answer?.resolve(line));
    this.#process.on("close", () => this.#answer?.reject(new Error("Python LightFM has ended.")));
  }

  /** Null where this Python cannot import LightFM. PYTHON names another one. */
  static start(): NativeLightFM | null {
    const python = process.env.PYTHON ?? "python3";
    const found = spawnSync(python, ["-c", "import lightfm"], { stdio: "ignore" }).status === 0;
    return found ? new NativeLightFM(python) : null;
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
