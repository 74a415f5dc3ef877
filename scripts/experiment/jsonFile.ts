import { accessSync, constants, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { ArgumentError } from "../../src/errors.ts";
import type { Spread } from "../../src/experiment/challenges/pooledChallenges.ts";
import type { ChallengeFindings } from "../../src/experiment/challenges/runChallenges.ts";
import type { ExperimentReport } from "../../src/experiment/report/experimentReport.ts";

/** What `--challenges` adds to the figures. */
export interface ChallengesReport {
  /** Means over the seeds. */
  challenges: ChallengeFindings;
  /** How far the main figures differ from seed to seed; of several seeds only, like `challengesBySeed`. */
  challengesSpread?: Spread[];
  challengesBySeed?: ({ seed: number } & ChallengeFindings)[];
}

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
export function writeJson(file: string, report: ExperimentReport & Partial<ChallengesReport>): void {
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}
