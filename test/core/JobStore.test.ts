import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Outcome, Progress } from "../../src/core/api/work.ts";
import { aboutWaiting, JobStore } from "../../src/core/page/JobStore.ts";
import { BusyError, CancelledError } from "../../src/errors.ts";

const TRAINING = { name: "training", status: "Learning from 10 ratings" };
const TUNING = { name: "tuning", status: "Tuning" };
const SEARCH = { name: "search", status: "Searching" };
const MAP = { name: "map", status: "Arranging" };

describe("JobStore", () => {
  /** Ends the job in the worker, which `cancel` asks for too. */
  let end: (outcome: Outcome<string>) => void;
  let fail: (error: Error) => void;
  let report: (progress: Progress) => void;
  let jobs: JobStore;
  const ask = (heard: (progress: Progress) => void) => {
    report = heard;
    return new Promise<Outcome<string>>((resolve, reject) => {
      end = resolve;
      fail = reject;
    });
  };
  beforeEach(() => {
    jobs = new JobStore(async () => end({ stopped: true, result: null }));
  });

  it("runs one job at a time; the others wait, can be withdrawn, and run in their order", async () => {
    const run = jobs.run(TRAINING, ask);
    expect(jobs.get()).toEqual({ job: { ...TRAINING, progress: null }, waiting: [] });
    await expect(jobs.run(TRAINING, ask)).rejects.toThrow(BusyError);
    const tuning = jobs.run(TUNING, ask);
    const search = jobs.run(SEARCH, ask);
    const map = jobs.run(MAP, ask);
    await expect(jobs.run(TUNING, ask)).rejects.toThrow(BusyError);
    expect(jobs.get().waiting).toEqual([TUNING, SEARCH, MAP]);
    jobs.stop("search");
    await expect(search).rejects.toThrow(CancelledError);
    expect(jobs.get()).toMatchObject({ job: TRAINING, waiting: [TUNING, MAP] });

    end({ stopped: false, result: "model" });
    expect(await run).toEqual({ stopped: false, result: "model" });
    expect(jobs.get()).toMatchObject({ job: TUNING, waiting: [MAP] });
    jobs.stop("tuning");
    expect(await tuning).toEqual({ stopped: true, result: null });
    expect(jobs.get()).toMatchObject({ job: MAP, waiting: [] });
    end({ stopped: false, result: "map" });
    expect((await map).result).toBe("map");
    expect(jobs.get().job).toBeNull();
  });

  it("says at once that a job was stopped: in the worker, its end may take seconds", async () => {
    const run = jobs.run(TRAINING, ask);
    jobs.stop("training");
    expect(jobs.get().job).toMatchObject({ ...TRAINING, isStopping: true });
    // What the worker reports until then does not take it back.
    report({ done: 0.9, secondsLeft: 1 });
    await run;
    expect(jobs.get().job).toBeNull();
  });

  it("is cancelled: whoever started it hears so before whoever cancelled it", async () => {
    const heard: string[] = [];
    const run = jobs.run(TRAINING, ask).then(({ stopped }) => heard.push(`run ended, stopped: ${stopped}`));
    await jobs.cancel();
    heard.push("cancelled");
    await run;
    expect(heard).toEqual(["run ended, stopped: true", "cancelled"]);
    expect(jobs.get().job).toBeNull();
  });

  it("is abandoned: its outcome is of no use, nothing waits for it, and the next job is not affected", async () => {
    const run = expect(jobs.run(TRAINING, ask)).rejects.toThrow(CancelledError);
    const waiting = expect(jobs.run(TUNING, ask)).rejects.toThrow(CancelledError);
    await jobs.abandon();
    await run;
    await waiting;
    const next = jobs.run(TRAINING, ask);
    end({ stopped: false, result: "model" });
    expect((await next).result).toBe("model");
  });

  it("fails: the failure goes to whoever started it, and another can start", async () => {
    const run = jobs.run(TRAINING, ask);
    fail(new Error("diverged"));
    await expect(run).rejects.toThrow("diverged");
    expect(jobs.get().job).toBeNull();
    const next = jobs.run(TRAINING, ask);
    end({ stopped: false, result: null });
    await next;
  });

  it("says anew how it stands, if it runs", async () => {
    const run = jobs.run(TRAINING, ask);
    jobs.setStatus("tuning", "Paused");
    expect(jobs.get().job?.status).toBe(TRAINING.status);
    jobs.setStatus("training", "Paused");
    expect(jobs.get().job?.status).toBe("Paused");
    expect(aboutWaiting(jobs.get(), "tuning")).toBeNull();
    const tuning = jobs.run(TUNING, ask);
    expect(aboutWaiting(jobs.get(), "tuning")).toBe("Waiting for training to finish.");
    jobs.setStatus("training", "Paused", true);
    expect(aboutWaiting(jobs.get(), "tuning")).toBe(
      "Waiting: training is paused. Resume or stop it on Training.",
    );
    jobs.stop("tuning");
    await expect(tuning).rejects.toThrow(CancelledError);
    end({ stopped: false, result: null });
    await run;
    jobs.setStatus("training", "Paused");
    expect(jobs.get().job).toBeNull();
  });

  it("passes on progress ten times a second at most, and always the last", async () => {
    vi.useFakeTimers();
    try {
      const heard: number[] = [];
      const run = jobs.run(TRAINING, ask, ({ done }) => heard.push(done));
      for (let i = 1; i <= 100; i++) {
        report({ done: i / 100, secondsLeft: null });
        vi.advanceTimersByTime(10);
      }
      expect(heard.length).toBeGreaterThanOrEqual(10);
      expect(heard.length).toBeLessThanOrEqual(11);
      report({ done: 1, secondsLeft: 0 });
      end({ stopped: false, result: null });
      await run;
      expect(heard.at(-1)).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });
});
