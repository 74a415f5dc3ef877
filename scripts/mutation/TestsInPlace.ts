import { type TestResult, TestStatus } from "@stryker-mutator/api/test-runner";
import { type RunnerTestCase, type RunnerTestFile, type RunnerTestSuite, TestRunner } from "vitest";

/** What code that Stryker has instrumented looks at and leaves: which mutant is on, and what each test reaches. */
interface Instruments {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: unknown;
}

interface Shared {
  __stryker__?: Instruments;
  __vitest_worker__: { ctx: { files: unknown[] } };
}

const shared = globalThis as unknown as Shared;
shared.__stryker__ ??= {};
const stryker = shared.__stryker__;

/** Which tests are to be run with which mutant. */
export interface Trial {
  id: string;
  tests: string[] | undefined;
  hitLimit: number | undefined;
}

/** Collects all tests, and then runs those that `runner.js` asks for in place of Vitest's own run, again and again. */
export default class TestsInPlace extends TestRunner {
  #files = 0;
  readonly #tests = new Map<string, RunnerTestCase>();
  readonly #milliseconds = new Map<string, number>();
  readonly #prepared = new Map<RunnerTestSuite, Promise<void>>();

  onCollected(files: RunnerTestFile[]): void {
    for (const test of files.flatMap(testsIn)) {
      if (test.mode === "run") this.#tests.set(test.id, test);
      test.mode = "skip";
    }
  }

  override async onAfterRunFiles(): Promise<void> {
    this.#files++;
    if (this.#files < shared.__vitest_worker__.ctx.files.length) return;
    const channel = new BroadcastChannel(process.env.MUTATION_CHANNEL ?? "");
    await new Promise<void>((resolve) => {
      channel.onmessage = async ({ data }: { data: Trial | "all" | "end" }) => {
        if (data === "end") resolve();
        else channel.postMessage(await (data === "all" ? this.#runAll() : this.#try(data)));
      };
      channel.postMessage("ready");
    });
    channel.close();
  }

  async #runAll() {
    const tests: TestResult[] = [];
    for (const [id, test] of this.#tests) {
      await this.#prepare(test);
      stryker.currentTestId = id;
      const start = performance.now();
      const error = await this.#errorOf(test);
      stryker.currentTestId = undefined;
      const timeSpentMs = performance.now() - start;
      this.#milliseconds.set(id, timeSpentMs);
      const told = { id, name: test.name, timeSpentMs };
      tests.push(
        error === null
          ? { ...told, status: TestStatus.Success }
          : { ...told, status: TestStatus.Failed, failureMessage: String(error) },
      );
    }
    return { status: "complete", tests, mutantCoverage: stryker.mutantCoverage };
  }

  async #try({ id, tests = [...this.#tests.keys()], hitLimit = Number.POSITIVE_INFINITY }: Trial) {
    // Most mutants are noticed by a quick test as well as by a slow one.
    const time = (test: string) => this.#milliseconds.get(test) ?? 0;
    for (const [i, one] of tests.toSorted((a, b) => time(a) - time(b)).entries()) {
      const test = this.#tests.get(one) as RunnerTestCase;
      await this.#prepare(test);
      Object.assign(stryker, { activeMutant: id, hitCount: 0, hitLimit });
      const error = await this.#errorOf(test);
      const isEndless = (stryker.hitCount ?? 0) > hitLimit;
      Object.assign(stryker, { activeMutant: undefined, hitCount: undefined });
      if (error === null && !isEndless) continue;
      if ((await this.#errorOf(test)) !== null) return { status: "spoilt", test: test.name };
      if (isEndless) return { status: "timeout" };
      return { status: "killed", killedBy: [one], failureMessage: String(error), nrOfTests: i + 1 };
    }
    return { status: "survived", nrOfTests: tests.length };
  }

  /** Runs what has to be run once before a test. */
  async #prepare(test: RunnerTestCase): Promise<void> {
    for (const suite of suitesOf(test).toReversed()) {
      const prepared = this.#prepared.get(suite) ?? call(TestRunner.getSuiteHooks(suite).beforeAll, suite);
      this.#prepared.set(suite, prepared);
      await prepared;
    }
  }

  /** What a test ends with; null if it passes. */
  async #errorOf(test: RunnerTestCase): Promise<unknown> {
    const suites = suitesOf(test);
    try {
      for (const suite of suites.toReversed())
        await call(TestRunner.getSuiteHooks(suite).beforeEach, test.context, suite);
      await TestRunner.getTestFn(test)();
      return null;
    } catch (error) {
      return error ?? new Error("Something that is nothing was thrown.");
    } finally {
      for (const suite of suites) await call(TestRunner.getSuiteHooks(suite).afterEach, test.context, suite);
    }
  }
}

function testsIn(suite: RunnerTestSuite): RunnerTestCase[] {
  return suite.tasks.flatMap((task) => (task.type === "suite" ? testsIn(task) : task));
}

/** Those that a test is in, the innermost first; the last is its file. */
function suitesOf({ suite, file }: RunnerTestCase): RunnerTestSuite[] {
  const suites: RunnerTestSuite[] = [];
  for (let one = suite; one; one = one.suite) suites.push(one);
  return suites.includes(file) ? suites : [...suites, file];
}

async function call(hooks: readonly unknown[], ...given: unknown[]): Promise<void> {
  for (const hook of hooks as ((...given: unknown[]) => unknown)[]) await hook(...given);
}
