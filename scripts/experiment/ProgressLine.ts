import type { WriteStream } from "node:tty";

/** Milliseconds between two pieces of news: on a terminal, where a line replaces the last, and elsewhere. */
const ON_TERMINAL = 100;
const ELSEWHERE = 10_000;
/** Characters of the bar that terminals show. */
const WIDTH = 20;

/** Tells on stderr how far long work is: what is found, on stdout, stays clean. */
export class ProgressLine {
  readonly #stream: WriteStream;
  #task = "";
  #began = 0;
  /** How far it was at the beginning: what is resumed starts in the middle. */
  #from = 0;
  #told = 0;

  constructor(stream: WriteStream) {
    this.#stream = stream;
  }

  tell(task: string, done: number): void {
    const now = performance.now();
    if (task !== this.#task) {
      this.#task = task;
      this.#began = this.#told = now;
      this.#from = done;
    }
    const { isTTY } = this.#stream;
    if (now - this.#told < (isTTY ? ON_TERMINAL : ELSEWHERE)) return;
    this.#told = now;
    const seconds = (now - this.#began) / 1000;
    const part = done - this.#from;
    const left = part > 0 ? `, about ${Math.ceil((seconds / part) * (1 - done))} s left` : "";
    const line = `${Math.floor(done * 100)}%${left}`;
    this.#stream.write(isTTY ? `\r\u001b[K${task} ${bar(done)} ${line}` : `${task}: ${line}\n`);
  }

  /** Makes room for what is found. */
  clear(): void {
    this.#task = "";
    if (this.#stream.isTTY) this.#stream.write("\r\u001b[K");
  }
}

function bar(done: number): string {
  const full = Math.min(WIDTH, Math.floor(done * WIDTH));
  return "█".repeat(full) + "░".repeat(WIDTH - full);
}
