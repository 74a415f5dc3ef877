import { accessSync, constants, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { ArgumentError } from "../../src/errors.ts";
import type { ChallengeFindings } from "../../src/experiment/challenges/runChallenges.ts";
import type { ExperimentReport } from "../../src/experiment/report/experimentReport.ts";

/** Checked before minutes of work rather than after. @throws ArgumentError if the file cannot be written. */
export function checkWritable(file: string): void {
  const folder = dirname(file);
  const what = statSync(file, { throwIfNoEntry: false });
  if (what?.isDirectory()) throw new ArgumentError(`--json ${file} is a folder. Name a file in it.`);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ArgumentError(
      `--json ${file}: there is no folder ${folder}. Create it first, or name another.`,
    );
  }
  try {
    accessSync(what ? file : folder, constants.W_OK);
  } catch {
    throw new ArgumentError(`--json ${file} is not writable. Name a file in a folder of yours.`);
  }
}

/** Figures that could be measured on nobody are null. */
export function writeJson(file: string, report: ExperimentReport & { challenges?: ChallengeFindings }): void {
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}
