import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { OpeningService } from "../../../src/core/worker/OpeningService.ts";
import { SavedWorks } from "../../../src/core/worker/storage/SavedWorks.ts";
import { modelsToStore } from "../../../src/core/worker/storage/storedModels.ts";
import { Workspace } from "../../../src/core/worker/Workspace.ts";
import { DataService } from "../../../src/features/data/worker/DataService.ts";
import { SavedService } from "../../../src/features/saved/worker/SavedService.ts";
import type { InterruptedTraining, TrainingProgress } from "../../../src/features/training/api.ts";
import { TrainingService } from "../../../src/features/training/worker/TrainingService.ts";
import { fillDisk } from "../../support/fillDisk.ts";
import { openInto } from "../../support/openInto.ts";
import { filmsFile, ratingsFile, tasteRatings } from "../../support/tasteFiles.ts";
import { withIndexedDB } from "../../support/withIndexedDB.ts";

withIndexedDB();

const SETTINGS = { noComponents: 8, learningRate: 0.05, epochs: 12, threads: 1 };
const FILES = [ratingsFile(tasteRatings), filmsFile()];
const ignore = () => {};

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A tab with the data in use and a checkpoint after every epoch whose forerunner is written. */
async function tab() {
  const works = new SavedWorks();
  const workspace = new Workspace();
  const data = new DataService(workspace, works);
  await openInto({ opening: new OpeningService(workspace), data }, FILES);
  const saved = new SavedService(workspace, works);
  const training = new TrainingService(workspace, works.checkpoints, 0);
  const { name } = workspace.data.summary;
  const hasCheckpoint = () => works.checkpoints.has(name);
  /** Trains until epoch `last` is over and a checkpoint is written, and then no more: the tab has crashed. */
  const crash = async (mode: "new" | "continue", last: number) => {
    await training.train(SETTINGS, mode, ({ report }) => {
      if (report?.epoch === last) void workspace.jobs.cancel();
    });
    await vi.waitFor(async () => expect(await hasCheckpoint()).toBe(true));
  };
  return { works, workspace, data, saved, training, name, hasCheckpoint, crash };
}

type Tab = Awaited<ReturnType<typeof tab>>;

const modelsOf = ({ workspace }: Tab) => {
  const { model, validation } = modelsToStore(workspace.model.trained, null);
  return [model, validation ?? []].map((bytes) => Buffer.concat(Array.from(bytes, (piece) => piece.slice())));
};
/** The record without its times, which differ from run to run. */
const figuresOf = ({ workspace }: Tab) => {
  const { history, seconds: _, ...record } = workspace.model.trained.record;
  return { ...record, history: history.map(({ seconds: _, secondsLeft: __, ...figures }) => figures) };
};

async function resume({ training }: Tab) {
  const heard: InterruptedTraining[] = [];
  const epochs: number[] = [];
  await training.resume(
    null,
    (interrupted) => heard.push(interrupted),
    ({ report }) => {
      if (report !== null) epochs.push(report.epoch);
    },
  );
  return { heard, epochs };
}

test.for([
  { mode: "new", before: 0 },
  { mode: "continue", before: 3 },
] as const)(
  "a training ($mode) that was interrupted ends as if it had not been, to the bit",
  async ({ mode, before }) => {
    const straight = await tab();
    const crashed = await tab();
    for (const { training, saved } of [straight, crashed]) {
      if (before > 0) await training.train({ ...SETTINGS, epochs: before }, "new", ignore);
      await saved.save();
    }
    await straight.training.train(SETTINGS, mode, ignore);
    await crashed.crash(mode, before + 5);

    const next = await tab();
    expect(await next.training.isInterrupted()).toBe(true);
    const { heard, epochs } = await resume(next);
    const [{ epochsDone, settings }] = heard;
    expect(epochsDone).toBeGreaterThan(before);
    expect(epochsDone).toBeLessThanOrEqual(before + 6);
    expect(settings).toEqual(SETTINGS);
    expect(epochs).toEqual(Array.from({ length: before + 12 - epochsDone }, (_, i) => epochsDone + 1 + i));
    expect(modelsOf(next)).toEqual(modelsOf(straight));
    expect(figuresOf(next)).toEqual(figuresOf(straight));

    // What is saved needs no checkpoint any more.
    await next.saved.save();
    expect(await next.hasCheckpoint()).toBe(false);
    expect(await resume(next)).toEqual({ heard: [], epochs: [] });
  },
);

test("a training that is paused ends as if it had not been, to the bit; meanwhile it rests, and its checkpoint is there", async () => {
  const straight = await tab();
  await straight.saved.save();
  await straight.training.train(SETTINGS, "new", ignore);

  const paused = await tab();
  const { training, workspace, works, name } = paused;
  const heard: string[] = [];
  const isPaused = new Promise<void>((resolve) => {
    const run = training.train(SETTINGS, "new", (progress) => {
      if (progress.report !== null) heard.push(`epoch ${progress.epoch}`);
      if (progress.report?.epoch === 2) void training.setPaused(true);
      if (!progress.isPaused) return;
      heard.push(
        `paused after ${progress.epoch} of ${progress.lastEpoch}, recommends: ${progress.recommends}`,
      );
      resolve();
    });
    onTestFinished(async () => void (await run));
  });
  await isPaused;
  const before = figuresOf(paused);
  expect(before.epochsDone).toBe(2);
  // Before the third epoch recommendations would not have been there otherwise.
  expect(heard).toEqual(["epoch 1", "epoch 2", "paused after 2 of 12, recommends: true"]);
  expect((await works.checkpoints.claim(name))?.course.epochsDone).toBe(2);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(figuresOf(paused)).toEqual(before);

  await training.setPaused(false);
  await vi.waitFor(() => expect(workspace.jobs.isBusy).toBe(false));
  expect(heard.slice(3)).toEqual(Array.from({ length: 10 }, (_, i) => `epoch ${i + 3}`));
  expect(modelsOf(paused)).toEqual(modelsOf(straight));
  expect(figuresOf(paused)).toEqual(figuresOf(straight));
});

test("a training that is paused can be stopped, and the next one is not paused", async () => {
  const { training, workspace } = await tab();
  const { stopped, result } = await training.train(SETTINGS, "new", ({ epoch, isPaused }) => {
    if (epoch === 4) void training.setPaused(true);
    if (isPaused) void workspace.jobs.cancel();
  });
  expect(stopped).toBe(true);
  expect(result).toMatchObject({ epochsDone: 4, stopped: true });
  expect((await training.train(SETTINGS, "new", ignore)).stopped).toBe(false);
});

test("a checkpoint goes with its data, with other settings, and with the file read otherwise", async () => {
  const crashed = await tab();
  await crashed.saved.save();
  await crashed.crash("new", 4);
  const { data, training, works, workspace, name } = await tab();
  await data.stage({ kind: "opened", choices: { likedFrom: 4 } }, ignore);
  await data.adopt();
  expect(workspace.data.summary.name).toBe(name);
  const other = await training.resume(null, () => expect.fail(), ignore);
  expect(other.result).toBeNull();
  expect(await works.checkpoints.has(name)).toBe(false);

  await crashed.crash("new", 4);
  await works.delete(name);
  expect(await works.checkpoints.has(name)).toBe(false);
  // Nor is one written for data that is not saved.
  await crashed.training.train(SETTINGS, "new", ignore);
  expect(await works.checkpoints.has(name)).toBe(false);

  await crashed.saved.save();
  await crashed.crash("new", 4);
  await training.train({ ...SETTINGS, noComponents: 4 }, "new", ({ report }) => {
    if (report === null) void workspace.jobs.cancel();
  });
  await vi.waitFor(async () => expect(await works.checkpoints.has(name)).toBe(false));
});

test("a training that ends the tab each time is not begun a fourth time", async () => {
  const crashed = await tab();
  await crashed.saved.save();
  await crashed.crash("new", 4);
  const { works, name } = await tab();
  for (const isFound of [true, true, true, false]) {
    expect((await works.checkpoints.claim(name)) !== null).toBe(isFound);
  }
  expect(await works.checkpoints.has(name)).toBe(false);
});

test("on a full disk training goes on to its end, and the last checkpoint stays", async () => {
  const crashed = await tab();
  await crashed.saved.save();
  await crashed.crash("new", 4);
  const next = await tab();
  const before = await next.works.checkpoints.claim(next.name);
  const { put } = IDBObjectStore.prototype;
  fillDisk();
  const { result } = await next.training.resume(null, ignore, ignore);
  IDBObjectStore.prototype.put = put;
  expect(result?.epochsDone).toBe(12);
  expect((await next.works.checkpoints.claim(next.name))?.course.epochsDone).toBe(before?.course.epochsDone);
});

test("preparing to go on with large data moves the bar before the first epoch does, and it never goes back", async () => {
  const crashed = await tab();
  await crashed.saved.save();
  await crashed.crash("new", 4);
  const { training, workspace } = await tab();
  // As it is from five million ratings on.
  Object.assign(workspace.data, { summary: { ...workspace.data.summary, isSampled: true } });
  const told: TrainingProgress[] = [];
  await training.resume(null, ignore, (progress) => told.push(progress));
  const dones = told.map(({ done }) => done);
  expect(dones).toEqual(dones.toSorted((one, other) => one - other));
  const firstOfEpoch = told.findIndex(({ epoch }) => epoch > 0);
  // Its checkpoint is read, found to be of this data, and unpacked array by array.
  expect(firstOfEpoch).toBeGreaterThan(10);
  expect(dones[firstOfEpoch - 1]).toBeGreaterThan(0.007);
});
