import { randomUUID } from "node:crypto";
import { startVitest } from "vitest/node";

/**
 * Runs the tests of each mutant in one process that has imported everything once: most are noticed within milliseconds, where a
 * start of Vitest takes seconds. `TestsInPlace.ts` is the other end, in Vitest's worker.
 */
class Runner {
  #channel = new BroadcastChannel(`mutants-${randomUUID()}`);
  /** @type {((answer: any) => void) | undefined} */
  #answered;

  capabilities() {
    // What runs while a file loads is not changed, so that nothing has to be loaded again.
    return { reloadEnvironment: true };
  }

  async init() {
    this.#channel.onmessage = ({ data }) => this.#answered?.(data);
    const ready = this.#ask(null);
    process.env.MUTATION_CHANNEL = this.#channel.name;
    const ended = startVitest("test", [], {
      config: "scripts/mutation/vitest.config.ts",
      watch: false,
      reporters: [{}],
    }).then(() => {
      throw new Error("Vitest ended before it was asked for anything.");
    });
    ended.catch(() => {});
    await Promise.race([ready, ended]);
  }

  dryRun() {
    return this.#ask("all");
  }

  /** @param {import("@stryker-mutator/api/test-runner").MutantRunOptions} options */
  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const answer = await this.#ask({ id: activeMutant.id, tests: testFilter, hitLimit });
    // What a mutant has left behind would spoil the others: Stryker starts again and repeats this one.
    if (answer.status === "spoilt") throw new Error(`${answer.test} fails without the mutant, too.`);
    return answer;
  }

  async dispose() {
    this.#channel.postMessage("end");
    this.#channel.close();
  }

  /** @param {import("./TestsInPlace.ts").Trial | "all" | null} question */
  #ask(question) {
    return new Promise((resolve) => {
      this.#answered = resolve;
      if (question) this.#channel.postMessage(question);
    });
  }
}

export const strykerPlugins = [{ kind: "TestRunner", name: "in-place", injectableClass: Runner }];
