import type { Outcome } from "../../../core/api/work.ts";
import { modelSettingsOf } from "../../../core/worker/modelSettings.ts";
import { timeLeft } from "../../../core/worker/timeLeft.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { summarize } from "../../../dataset/summary.ts";
import { CHALLENGE_PARTS, type ChallengeTask } from "../../../experiment/challenges/parts.ts";
import { rowName } from "../../../experiment/challenges/rowName.ts";
import { Challenges } from "../../../experiment/challenges/runChallenges.ts";
import { htmlReport, type ReportInput } from "../../../experiment/report/htmlReport.ts";
import { modelCard } from "../../../experiment/report/modelCard.ts";
import type { Training } from "../../../experiment/train.ts";
import { toCsv } from "../../../files/toCsv.ts";
import type { ChallengeFindings, Measured, QualityFiles, QualityProgress, QualitySetup } from "../api.ts";

/** What is being measured, and the share of a whole measurement that it takes: measured on the embedded data. */
const STAGES: Record<ChallengeTask, { doing: string; weight: number }> = {
  Training: { doing: "Training on 70% of the ratings", weight: 0.12 },
  Accuracy: { doing: "Measuring accuracy", weight: 0.22 },
  "Beyond accuracy": { doing: "Measuring variety and novelty", weight: 0.26 },
  "Popularity bias": { doing: "Measuring popularity bias", weight: 0.03 },
  "Closed loop": { doing: "Simulating a feedback loop", weight: 0.12 },
  Attacks: { doing: "Simulating fraud", weight: 0.25 },
};

/** Measures the settings of the model in use on held-out ratings of the current data, and simulates what may go wrong. */
export class QualityService {
  readonly #workspace: Workspace;
  /** Those of the last seed and settings: parts that are run again start from their model. */
  #prepared: { how: string; challenges: Challenges } | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    workspace.whenAdopted(() => {
      this.#prepared = null;
    });
  }

  /** Reports each of these parts as soon as it is found. The model in use is neither needed nor changed. */
  async run(
    settings: QualitySetup,
    parts: readonly (keyof ChallengeFindings)[],
    onProgress: (progress: QualityProgress) => void,
  ): Promise<Outcome<Partial<ChallengeFindings>>> {
    const { rounds, users, attack, goal, size } = settings;
    return this.#workspace.jobs.run(onProgress, async (signal, report) => {
      const challenges = this.#challenges(settings);
      const left = timeLeft();
      const tasks = challenges.tasksOf(parts);
      const weightOf = (some: readonly ChallengeTask[]) =>
        some.reduce((sum, task) => sum + STAGES[task].weight, 0);
      const whole = weightOf(tasks);
      const found: Partial<ChallengeFindings> = {};
      let latest = { ...left(0), doing: STAGES[tasks[0]].doing };
      const tell = () => report({ ...latest, found: { ...found } });
      const options = {
        loop: { rounds, users },
        attacks: { kind: attack, goal, size },
        signal,
        onProgress: (task: ChallengeTask, done: number) => {
          const before = weightOf(tasks.slice(0, tasks.indexOf(task)));
          const { doing, weight } = STAGES[task];
          latest = { ...left((before + weight * done) / whole), doing };
          tell();
        },
      };
      for (const part of CHALLENGE_PARTS.filter((one) => parts.includes(one))) {
        Object.assign(found, { [part]: await challenges.run(part, options) });
        tell();
      }
      return found;
    });
  }

  #challenges({ seed, epochs, ...learning }: QualitySetup): Challenges {
    const { data } = this.#workspace;
    const how: Training = { seed, epochs, settings: modelSettingsOf(learning, data.sampledLikes) };
    const key = JSON.stringify(how);
    if (this.#prepared?.how !== key) {
      this.#prepared = { how: key, challenges: new Challenges(data.sample, how) };
    }
    return this.#prepared.challenges;
  }

  /** Findings on the current data, as files to pass on. */
  async files({ found, settings: chosen, version }: Measured): Promise<QualityFiles> {
    const { settings, seed, epochs } = this.#challenges(chosen).training;
    const { name, users, items, interactions, nouns } = summarize(this.#workspace.data.sample);
    const input: ReportInput = {
      data: { name, users, items, interactions, many: nouns.many },
      version,
      madeAt: new Date().toISOString(),
      seed,
      settings,
      epochs,
      challenges: found,
    };
    return {
      report: htmlReport(input),
      modelCard: modelCard(input),
      csv: toCsv(["figure", "value"], numbersIn({ seed, epochs, ...found })),
      json: JSON.stringify(input, null, 2),
    };
  }
}

/** Every number in an object, with the path that leads to it: rows of a list by their names, where they have any. */
function numbersIn(found: object, path = ""): [string, number][] {
  return Object.entries(found).flatMap(([key, value]): [string, number][] => {
    const step = (Array.isArray(found) && rowName(value)) || key;
    const own = path === "" ? step : `${path}.${step}`;
    if (typeof value === "number") return [[own, value]];
    return typeof value === "object" && value !== null ? numbersIn(value, own) : [];
  });
}
