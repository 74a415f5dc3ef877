import { expect, test } from "vitest";
import type { DatasetSummary } from "../../src/core/api/DatasetSummary.ts";
import { statusOf } from "../../src/core/page/statusOf.ts";
import type { ModelSummary } from "../../src/core/page/WorkspaceStore.ts";

const dataset = { interactions: 100_004 } as DatasetSummary;
const model = {
  ...{ origin: "here", stopped: false, epochsDone: 30, seconds: 1.94, history: [{ lastEpoch: 30 }] },
} as ModelSummary;
const JOB = { name: "training", status: "Learning from 100,004 ratings", progress: null };
const IDLE = { dataset, model, isReading: false, job: null, news: null };

test.each<[string, Partial<Parameters<typeof statusOf>[0]>, "good" | "busy" | "bad", string]>([
  ["while files are read", { isReading: true, job: JOB }, "busy", "Loading ratings"],
  ["without data", { dataset: null, model: null }, "bad", "No data"],
  ["without a model", { model: null }, "bad", "Not trained yet"],
  ["during a job", { job: JOB }, "busy", "Learning from 100,004 ratings"],
  ["after an answer", { news: "Rated Heat 5 stars." }, "good", "Rated Heat 5 stars."],
  ["after an answer during a job", { job: JOB, news: "Removed Heat." }, "busy", "Removed Heat."],
  ["trained", {}, "good", "Learnt from 100,004 ratings in 1.9\u00a0s, in this tab"],
  [
    "stopped",
    { model: { ...model, stopped: true, epochsDone: 2 } },
    "good",
    "Training stopped early (2 of 30 epochs)",
  ],
  [
    "on a later visit",
    { model: { ...model, origin: "earlier" } },
    "good",
    "Ready: trained on your last visit",
  ],
  ["imported", { model: { ...model, origin: "imported" } }, "good", "Using your imported model"],
])("the status %s", (_, facts, mood, text) => {
  expect(statusOf({ ...IDLE, ...facts })).toEqual({ mood, text });
});
