import type { Answers, Question } from "../../../files/Question.ts";
import type { Context } from "../Context.ts";
import { Store } from "../Store.ts";

/** Something about the files that only the person knows. */
interface OpenQuestion {
  question: Question;
  files: File[];
  answers: Answers;
}

/** The one way in for files: says what was opened, and asks what only the person knows. */
export class OpeningStore extends Store<{ asked: OpenQuestion | null }> {
  readonly #context: Context;
  #last = 0;
  #opened: Omit<OpenQuestion, "question"> | null = null;
  /** What was said of files that could not be opened. */
  #refused = "";

  constructor(context: Context) {
    super({ asked: null });
    this.#context = context;
    context.events.on("workerFailed", this.dismiss);
  }

  open = (files: File[]): void => {
    if (files.length === 0) return;
    this.#context.alerts.withdraw(this.#refused);
    this.#context.events.emit("filesChosen", files);
    void this.#open(files, {});
  };

  answer = (answer: string): void => {
    const { asked } = this.get();
    if (asked === null) return;
    void this.#open(asked.files, { ...asked.answers, [asked.question.id]: answer });
  };

  /** Opens what was opened last once more, with one of its files in another encoding. */
  decode = (file: string, encoding: string): void => this.#openAgain({ [`encoding:${file}`]: encoding });

  /** The same without one of its files. */
  leaveOut = (file: string): void => this.#openAgain({ [`leftOut:${file}`]: "yes" });

  /** The same with all ratings of one file taken for the person's own. */
  takeAsMine = (file: string): void => this.#openAgain({ [`mine:${file}`]: "yes" });

  dismiss = (): void => {
    this.#last++;
    this.set({ asked: null });
  };

  #openAgain(told: Answers): void {
    if (this.#opened === null) return;
    const { files, answers } = this.#opened;
    void this.#open(files, { ...answers, ...told });
  }

  async #open(files: File[], answers: Answers): Promise<void> {
    const { worker, workspace, events, alerts } = this.#context;
    this.dismiss();
    const opening = this.#last;
    try {
      const opened = await worker.opening.open(files, answers);
      if (opening !== this.#last) return;
      if (opened.kind === "question") {
        this.set({ asked: { question: opened.question, files, answers } });
        return;
      }
      // Files may come before the first data. It is what own ratings belong to, and what other data asks to replace.
      await workspace.until(({ dataset, reading }) => dataset !== null || reading === null);
      if (opening !== this.#last) return;
      this.#opened = { files, answers };
      events.emit("filesOpened", { kind: opened.kind, files, answers });
    } catch (error) {
      if (opening !== this.#last) return;
      this.#refused = (error as Error).message;
      alerts.tell(error);
    }
  }
}
