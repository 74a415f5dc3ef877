import { accessSync, constants, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { ArgumentError } from "../../src/errors.ts";
import type { ExperimentReport } from "../../src/experiment/report.ts";

/** So that nobody learns after minutes of work that it cannot be kept. @throws ArgumentError where a file cannot be written. */
export function checkWritable(file: string): void {
  const folder = dirname(file);
  const what = statSync(file, { throwIfNoEntry: false });
  if (what?.isDirectory())
    throw new ArgumentError(`--json ${file} is a folder. Give the name of a file in it.`);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ArgumentError(`--json ${file}: there is no folder ${folder}. Make it first, or give another.`);
  }
  try {
    accessSync(what ? file : folder, constants.W_OK);
  } catch {
    throw new ArgumentError(`--json ${file} may not be written. Give a file in a folder of your own.`);
  }
}

/** Figures that nobody could be measured on are null. */
export function writeJson(file: string, report: ExperimentReport): void {
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}
