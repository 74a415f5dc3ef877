import type { WriteStream } from "node:tty";
import { ProgressLine } from "../../../scripts/experiment/ProgressLine.ts";

/** What a command says: results on stdout, progress on stderr, so that a pipe holds results only. */
export class Console {
  readonly #progress: ProgressLine | null;
  readonly #json: boolean;

  /** Progress shows on terminals only. */
  constructor({ json = false, quiet = false }: { json?: boolean; quiet?: boolean } = {}) {
    this.#json = json;
    const stream: WriteStream = process.stderr;
    this.#progress = stream.isTTY && !quiet ? new ProgressLine(stream) : null;
  }

  readonly progress = (task: string, done: number): void => {
    this.#progress?.tell(task, done);
  };

  /** A remark for people: on stderr, and only where they read along. */
  note(text: string): void {
    this.#progress?.clear();
    if (this.#progress) console.error(text);
  }

  /** The result: as JSON if that was asked for, else as text. */
  result(value: object, text: string): void {
    this.#progress?.clear();
    console.log(this.#json ? JSON.stringify(value) : text);
  }

  clear(): void {
    this.#progress?.clear();
  }
}
