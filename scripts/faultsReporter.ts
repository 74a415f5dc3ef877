import type { FullConfig, FullResult, Reporter, TestCase, TestResult } from "@playwright/test/reporter";
import { writeSection } from "./writeSection.ts";

interface Row {
  kind: string;
  point: string;
  held: number;
  failed: number;
  skipped: number;
}

const PLACE = ["<!-- made by npm run faults -->", "<!-- end -->"] as const;

/** Counts for each kind and point of a fault how often it held, prints that as a table and writes a whole one to the documentation. */
export default class FaultsReporter implements Reporter {
  readonly #rows = new Map<string, Row>();
  #isPart = false;

  onBegin({ shard }: FullConfig): void {
    this.#isPart = shard !== null;
  }

  onTestEnd(test: TestCase, { status, errors }: TestResult): void {
    const noted = (type: string) => test.annotations.find((one) => one.type === type)?.description ?? "";
    const [kind, point] = [noted("fault"), noted("point")];
    const held = status === "passed";
    if (!held && status !== "skipped") {
      console.error(`\n${test.titlePath().slice(2).join(" › ")}: ${status}`);
      for (const { message } of errors) console.error(message);
    }
    // The first visit, from which the others start, is not a fault.
    if (kind === "") return;
    const row = this.#rows.get(`${kind}\n${point}`) ?? { kind, point, held: 0, failed: 0, skipped: 0 };
    if (held) row.held++;
    else if (status === "skipped") row.skipped++;
    else row.failed++;
    this.#rows.set(`${kind}\n${point}`, row);
    console.log(`${held ? "held" : status}: ${kind}, ${point}`);
  }

  onError({ message }: { message?: string }): void {
    console.error(message);
  }

  onEnd({ status }: FullResult): void {
    const rows = [...this.#rows.values()].sort((a, b) => order(a).localeCompare(order(b), "en"));
    const table = tableOf(rows);
    const failed = rows.filter((row) => row.failed > 0).length;
    const runs = rows.reduce((sum, row) => sum + row.held + row.failed, 0);
    const summary = `${new Set(rows.map(({ kind }) => kind)).size} kinds of fault at ${rows.length} points, ${runs} runs, seed ${process.env.FAULTS_SEED}: ${failed === 0 ? "all held" : `${failed} did not hold`}.`;
    console.log(`\n${table}\n\n${summary}`);
    if (!process.env.FAULTS_LONG || this.#isPart || status === "interrupted") return;
    writeSection("reliability.md", PLACE, `${summary}\n\n${table}`);
  }
}

function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ kind, point, held, failed, skipped }) => {
    const runs = held + failed;
    const outcome = failed > 0 ? `no, in ${failed} of ${runs}` : runs > 0 ? "yes" : "not tried here";
    return `| ${kind} | ${point} | ${runs}${skipped > 0 && runs > 0 ? ` (${skipped} skipped)` : ""} | ${outcome} |`;
  });
  return ["| fault | when | runs | held |", "| --- | --- | --- | --- |", ...lines].join("\n");
}

function order({ kind, point }: Row): string {
  return `${kind}\n${point}`;
}
