import type { Outcome } from "../../../core/api/work.ts";
import { timeLeft } from "../../../core/worker/timeLeft.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { type ChallengeTask, runChallenges } from "../../../experiment/challenges/runChallenges.ts";
import { DEFAULT_SETTINGS } from "../../../experiment/defaults.ts";
import { htmlReport, type ReportInput } from "../../../experiment/report/htmlReport.ts";
import { modelCard } from "../../../experiment/report/modelCard.ts";
import { toCsv } from "../../../files/toCsv.ts";
import { RECOMMENDED_EPOCHS } from "../../../model/recommended.ts";
import type { ChallengeFindings, Measured, QualityFiles, QualityProgress, QualitySettings } from "../api.ts";

/** What is being measured, and how far the whole is when it ends: measured on the embedded data. */
const STAGES: Record<ChallengeTask, { doing: string; until: number }> = {
  Training: { doing: "Training on 70% of the ratings", until: 0.14 },
  Accuracy: { doing: "Measuring accuracy", until: 0.17 },
  "Beyond accuracy": { doing: "Measuring variety and novelty", until: 0.27 },
  "Popularity bias": { doing: "Measuring popularity bias", until: 0.3 },
  "Closed loop": { doing: "Simulating a feedback loop", until: 0.72 },
  Attacks: { doing: "Simulating fraud", until: 1 },
};
const TASKS = Object.keys(STAGES) as ChallengeTask[];

/** Measures the recommended settings on held-out ratings of the current data, and simulates what may go wrong. */
export class QualityService {
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Reports each part as soon as it is found. The model in use is neither needed nor changed. */
  async run(
    { seed, rounds, users, attack, goal, size }: QualitySettings,
    onProgress: (progress: QualityProgress) => void,
  ): Promise<Outcome<ChallengeFindings>> {
    const { catalogue } = this.#workspace.data;
    return this.#workspace.jobs.run(onProgress, async (signal, report) => {
      const left = timeLeft();
      const found: Partial<ChallengeFindings> = {};
      let latest = { ...left(0), doing: STAGES.Training.doing };
      const tell = () => report({ ...latest, found: { ...found } });
      return runChallenges(catalogue, {
        seed,
        loop: { rounds, users },
        attacks: { kind: attack, goal, size },
        signal,
        onProgress: (task, done) => {
          const at = TASKS.indexOf(task);
          const from = at === 0 ? 0 : STAGES[TASKS[at - 1]].until;
          const { doing, until } = STAGES[task];
          latest = { ...left(from + (until - from) * done), doing };
          tell();
        },
        onStep: {
          accuracy: (accuracy) => Object.assign(found, { accuracy }),
          beyondAccuracy: (beyondAccuracy) => Object.assign(found, { beyondAccuracy }),
          popularityBias: (popularityBias) => Object.assign(found, { popularityBias }),
          closedLoop: (closedLoop) => Object.assign(found, { closedLoop }),
        },
      });
    });
  }

  /** Findings on the current data, as files to pass on. */
  async files({ found, settings: { seed }, version }: Measured): Promise<QualityFiles> {
    const { name, users, items, interactions, nouns } = this.#workspace.data.summary;
    const input: ReportInput = {
      data: { name, users, items, interactions, many: nouns.many },
      ...{ version, madeAt: new Date().toISOString(), seed },
      ...{ settings: DEFAULT_SETTINGS, epochs: RECOMMENDED_EPOCHS, challenges: found },
    };
    return {
      report: htmlReport(input),
      modelCard: modelCard(input),
      csv: toCsv(["figure", "value"], numbersIn(found)),
      json: JSON.stringify(input, null, 2),
    };
  }
}

/** Every number in an object, with the path that leads to it. */
function numbersIn(found: object, path = ""): [string, number][] {
  return Object.entries(found).flatMap(([key, value]): [string, number][] => {
    const own = path === "" ? key : `${path}.${key}`;
    if (typeof value === "number") return [[own, value]];
    return typeof value === "object" && value !== null ? numbersIn(value, own) : [];
  });
}
