import { type ChildProcess, spawn } from "node:child_process";
import { processorTime } from "./processorTime.ts";

/** A service in a process of its own. */
export class Server {
  readonly #child: ChildProcess;

  constructor(
    readonly url: string,
    program: string,
    args: readonly string[],
    options: { cwd?: string; env?: Record<string, string> } = {},
  ) {
    const env = { ...process.env, ...options.env };
    this.#child = spawn(program, args, { ...options, env, stdio: ["ignore", "ignore", "inherit"] });
  }

  /** @throws Error if it ends before, or does not answer within a minute. */
  async ready(): Promise<void> {
    for (let i = 0; i < 600; i++) {
      if (this.#child.exitCode !== null) throw new Error(`The server at ${this.url} did not start.`);
      const answer = await fetch(`${this.url}/readyz`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The server at ${this.url} did not answer within a minute.`);
  }

  /** Seconds of processor so far; null if they cannot be read. */
  get processorTime(): number | null {
    return processorTime(this.#child.pid as number);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.kill("SIGTERM");
    await ended;
  }
}
