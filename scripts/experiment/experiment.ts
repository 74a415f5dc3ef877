import { readFileSync, writeFileSync } from "node:fs";
import type { Catalogue } from "../../src/dataset/Catalogue.ts";
import { readCatalogue } from "../../src/dataset/reading/readCatalogue.ts";
import { pooledChallenges, type Spread, spreadOf } from "../../src/experiment/challenges/pooledChallenges.ts";
import { type ChallengeFindings, runChallenges } from "../../src/experiment/challenges/runChallenges.ts";
import { type Findings, runExperiment } from "../../src/experiment/experiment.ts";
import { reportOf } from "../../src/experiment/report/experimentReport.ts";
import { htmlReport } from "../../src/experiment/report/htmlReport.ts";
import { sectionsOf } from "../../src/experiment/report/sections.ts";
import { pooledFindings } from "../../src/experiment/seeds.ts";
import { provideKernels } from "../build.js";
import { root } from "../run.js";
import { checkWritable } from "./checkWritable.ts";
import {
  describeBeyondAccuracy,
  describeData,
  describeSearch,
  describeTraining,
  describeTuning,
  describeUser,
} from "./describe.ts";
import { describeReplay } from "./describeReplay.ts";
import { describeSection, describeSpread } from "./describeSection.ts";
import { describeSeeds, describeTakingIn } from "./describeTakingIn.ts";
import { openFolder } from "./openFolder.ts";
import type { Arguments } from "./readArguments.ts";

/** Steps of the experiment; those of the challenges are numbered after them. */
const STEPS = 6;
const EMBEDDED = `${root}public/data/ml-latest-small`;

/** What `--challenges` adds to the figures. */
interface ChallengesReport {
  /** Means over the seeds. */
  challenges: ChallengeFindings;
  /** How far the main figures differ from seed to seed; of several seeds only, like `challengesBySeed`. */
  challengesSpread?: Spread[];
  challengesBySeed?: ({ seed: number } & ChallengeFindings)[];
}

/** Where a run prints its tables and tells how far it is. */
export interface Output {
  print: (text: string) => void;
  tell: (task: string, done: number) => void;
  signal: AbortSignal;
}

/**
 * The whole experiment, with each step printed as a table.
 * @throws MatineeError if it cannot be done, saying why; CancelledError if the signal stops it.
 */
export async function experiment(options: Arguments, output: Output): Promise<void> {
  const began = performance.now();
  const { data, json, report: html, seed } = options;
  if (json !== undefined) checkWritable("--json", json);
  if (html !== undefined) checkWritable("--report", html);
  const files = await openFolder(data ?? EMBEDDED);
  provideKernels();
  const catalogue = await readCatalogue(files, {
    signal: output.signal,
    onProgress: ({ file, bytes, totalBytes }) => output.tell(`Reading ${file}`, bytes / totalBytes),
  });
  const runs = await runSeeds(catalogue, options, output);
  const report = reportOf(runs);
  const found: Partial<ChallengesReport> = options.challenges
    ? await findChallenges(catalogue, options, output)
    : {};
  // Figures that could be measured on nobody become null.
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ ...report, ...found }, null, 2)}\n`);
  if (html !== undefined) {
    const { name, nouns } = catalogue;
    const { users, items, interactions } = report.data;
    const { settings, epochs } = runs[0].training;
    writeFileSync(
      html,
      htmlReport({
        data: { name, users, items, interactions, many: nouns.many },
        version: JSON.parse(readFileSync(`${root}package.json`, "utf8")).version,
        madeAt: new Date().toISOString(),
        seed,
        settings,
        epochs,
        experiment: report,
        challenges: found.challenges ?? {},
      }),
    );
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const where = [json && ` The figures are in ${json}.`, html && ` The report is ${html}.`];
  output.print(`Done in ${seconds} s.${where.filter(Boolean).join("")}`);
}

/** Prints each step of one seed as soon as it is done; of several, what they come to together. */
async function runSeeds(catalogue: Catalogue, options: Arguments, output: Output): Promise<Findings[]> {
  const { seed, seeds, epochs, user, search, replay } = options;
  const printers = printersOf(catalogue, output);
  const runs: Findings[] = [];
  for (let i = 0; i < seeds; i++) {
    const of = seeds > 1 ? `Seed ${i + 1} of ${seeds}: ` : "";
    runs.push(
      await runExperiment(catalogue, {
        seed: seed + i,
        epochs,
        user,
        search,
        replay,
        signal: output.signal,
        onProgress: (task, done) => output.tell(`${of}${task}`, done),
        ...(seeds === 1 ? { onStep: printers } : {}),
      }),
    );
  }
  if (seeds > 1) {
    const { deviations } = reportOf(runs).seeds;
    const found = pooledFindings(runs);
    printers.data(found.data);
    if (search !== undefined) printers.search(found.search);
    printers.tuning(found.tuning);
    printers.training(found.training);
    printers.takingIn(found.takingIn);
    if (deviations) output.print(describeSeeds(seeds, deviations));
    if (found.replay) printers.replay(found.replay);
    printers.oneUser(found.oneUser);
    printers.beyondAccuracy(found.beyondAccuracy);
  }
  return runs;
}

/** Prints each part of one seed as soon as it is found; of several, what they come to together. */
async function findChallenges(
  catalogue: Catalogue,
  { seed, seeds }: Arguments,
  output: Output,
): Promise<ChallengesReport> {
  const print = (found: Partial<ChallengeFindings>) => {
    for (const section of sectionsOf(found)) {
      output.print(describeSection(section, STEPS + section.number));
    }
  };
  const printers = {
    accuracy: (accuracy: ChallengeFindings["accuracy"]) => print({ accuracy }),
    beyondAccuracy: (beyondAccuracy: ChallengeFindings["beyondAccuracy"]) => print({ beyondAccuracy }),
    popularityBias: (popularityBias: ChallengeFindings["popularityBias"]) => print({ popularityBias }),
    closedLoop: (closedLoop: ChallengeFindings["closedLoop"]) => print({ closedLoop }),
    robustness: (robustness: ChallengeFindings["robustness"]) => print({ robustness }),
  };
  const challengesBySeed: ({ seed: number } & ChallengeFindings)[] = [];
  for (let i = 0; i < seeds; i++) {
    const of = seeds > 1 ? `Seed ${i + 1} of ${seeds}: ` : "";
    const found = await runChallenges(catalogue, {
      seed: seed + i,
      signal: output.signal,
      onProgress: (task, done) => output.tell(`${of}${task}`, done),
      ...(seeds === 1 ? { onStep: printers } : {}),
    });
    challengesBySeed.push({ seed: seed + i, ...found });
  }
  const all = challengesBySeed.map(({ seed: _, ...found }) => found);
  const challenges = pooledChallenges(all);
  if (seeds === 1) return { challenges };
  print(challenges);
  const challengesSpread = spreadOf(all);
  output.print(describeSpread(seeds, challengesSpread));
  return { challenges, challengesSpread, challengesBySeed };
}

function printersOf(catalogue: Catalogue, { print }: Output) {
  return {
    data: (split: Findings["data"]) => print(describeData(split)),
    search: (search: Findings["search"]) => print(describeSearch(search)),
    tuning: (tuning: Findings["tuning"]) => print(describeTuning(tuning)),
    training: (training: Findings["training"]) => print(describeTraining(training)),
    takingIn: (takingIn: Findings["takingIn"]) => print(describeTakingIn(takingIn)),
    replay: (replay: Findings["replay"]) => replay && print(describeReplay(replay)),
    oneUser: (user: Findings["oneUser"]) => print(describeUser(user, catalogue)),
    beyondAccuracy: (figures: Findings["beyondAccuracy"]) => print(describeBeyondAccuracy(figures)),
  };
}
